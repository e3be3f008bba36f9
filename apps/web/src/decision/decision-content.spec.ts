import { describe, expect, it } from 'vitest';
import { asSent, type Basis, type Content, deviationOf, freeId, keptWords, kindOf, withStep } from './decision-content.js';

const content: Content = {
  kind: 'any',
  step: 'start-systemic',
  plan: 'GP and an anti-PD-1 antibody',
  intent: 'disease-control',
  rationale: '',
  alternatives: [{ option: 'capecitabine', because: 'Not tolerated before.' }],
  contingency: 'Back to the board.',
  dissent: [],
  preference: { stand: 'not-asked-yet' },
  guidelines: [],
  actions: [{ actionId: 'need-1', what: 'dental check', owner: { discipline: 'radiation-oncology' }, dueOn: '2026-12-01' }],
  expectations: [],
};

const basis = { proposed: 'start-systemic', blocked: [], standing: null } as unknown as Basis;
const draft = { basis, isFirstPresentation: false };

describe('the content of a decision', () => {
  it.each([
    ['start-systemic', true, 'first-presentation'],
    ['start-systemic', false, 'any'],
    ['consolidate-metastases', true, 'local-therapy'],
    ['ablate-upfront', false, 'local-therapy'],
  ] as const)('calls a decision for %s (first: %s) %s', (step, isFirst, kind) => expect(kindOf(step, isFirst)).toBe(kind));

  it('needs no reason while it follows the proposal', () => expect(deviationOf(content, basis)).toBeUndefined());

  it('needs a reason for another step, and for a step that a guard blocks', () => {
    expect(deviationOf({ step: 'surveillance' }, basis)).toEqual({ code: 'other-step' });
    expect(deviationOf(content, { ...basis, blocked: ['systemic therapy'] })).toEqual({ code: 'blocked', option: 'systemic therapy' });
    expect(deviationOf(content, { ...basis, blocked: ['upfront ablation'] })).toBeUndefined();
  });

  it('forgets an override when the step is the proposed one again', () => {
    const other = { ...withStep(content, 'surveillance', draft), override: { reason: 'other', comment: 'so' } as const };
    expect(withStep(other, 'maintenance', draft).override).toEqual({ reason: 'other', comment: 'so' });
    expect(withStep(other, 'start-systemic', draft)).not.toHaveProperty('override');
  });

  it('is of a first presentation until the board has decided with a quorum, whatever stands', () => {
    const provisional = { basis: { ...basis, standing: 'a' }, isFirstPresentation: true };
    expect(withStep(content, 'maintenance', provisional).kind).toBe('first-presentation');
    expect(withStep(content, 'maintenance', draft).kind).toBe('any');
  });

  it('leaves out the lines that nobody filled in', () => {
    const sent = asSent(
      {
        ...content,
        alternatives: [{ option: ' ', because: '' }],
        noAlternatives: 'nothing fits',
        dissent: [{ by: '', text: '' }],
        reviewOn: '',
        preference: { stand: 'agrees', text: ' ' },
        override: { reason: 'other', comment: 'no longer needed' },
      },
      basis,
    );
    expect(sent).toMatchObject({ alternatives: [], noAlternatives: 'nothing fits', dissent: [], preference: { stand: 'agrees' } });
    expect(sent).not.toHaveProperty('reviewOn');
    expect(sent).not.toHaveProperty('override');
  });

  it('says why nothing was weighed only when nothing was', () => {
    expect(asSent({ ...content, noAlternatives: 'nothing fits' }, basis)).not.toHaveProperty('noAlternatives');
  });

  it('keeps what was typed when the draft is made anew, and follows it elsewhere', () => {
    const typed: Content = { ...content, rationale: 'Good responder.', plan: 'GP x 6' };
    const now: Content = { ...content, step: 'locoregional-rt', plan: '70 Gy', contingency: 'Other words.' };
    expect(keptWords(typed, content, now)).toEqual({ ...now, rationale: 'Good responder.', plan: 'GP x 6' });
  });

  it('keeps that a field was emptied', () => {
    const before: Content = { ...content, reviewOn: '2026-12-24' };
    expect(keptWords(content, before, before)).not.toHaveProperty('reviewOn');
  });

  it('names a new line as no line before it', () => {
    expect(freeId('action', [])).toBe('action-1');
    expect(freeId('action', ['action-2'])).toBe('action-3');
  });
});
