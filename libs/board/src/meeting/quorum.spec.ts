import { DECISION_KINDS, DISCIPLINES, type Discipline } from '@tumor-board/knowledge';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { A, B, caseOf } from './meeting.fixture.js';
import { quorumFor, quorumOf, type Voice } from './quorum.js';

const CASE = caseOf(A);
const one = (disciplines: Discipline | readonly Discipline[], more: Partial<Voice> = {}): Voice => ({
  disciplines: typeof disciplines === 'string' ? [disciplines] : disciplines,
  chairs: false,
  conflicts: [],
  ...more,
});
const core = [one('radiation-oncology', { chairs: true }), one('medical-oncology'), one('radiology')];

describe('the quorum for a kind of decision', () => {
  it('is a suggestion of the product unless the site decided otherwise, and says so', () => {
    expect(quorumFor('any').source).toMatchObject({ by: 'product-rule', verified: false });
    expect(quorumFor('any', { quorum: { any: ['radiology', 'nursing'] } })).toMatchObject({
      seats: [['radiology'], ['nursing']],
      chair: true,
      source: { by: 'site-policy' },
    });
    expect(quorumFor('local-therapy', { quorum: { any: ['radiology'] } }).source.by).toBe('product-rule');
  });

  it.each([
    ['any', core, 'met', []],
    ['first-presentation', core, 'not-met', ['pathology']],
    ['first-presentation', [...core, one('pathology')], 'met', []],
    ['local-therapy', core, 'not-met', ['interventional-radiology or surgery']],
    ['local-therapy', [...core, one('surgery')], 'met', []],
    ['local-therapy', [...core, one('interventional-radiology')], 'met', []],
    ['any', core.slice(1), 'not-met', ['chair', 'radiation-oncology']],
    ['any', [], 'not-met', ['chair', 'radiation-oncology', 'medical-oncology', 'radiology']],
  ] as const)('%s with these people: %#', (kind, present, state, missing) => {
    expect(quorumOf(present, CASE, kind)).toMatchObject({ state, missing });
  });

  it('needs a person of its own for each seat, and finds who can take which', () => {
    const both = one(['radiation-oncology', 'medical-oncology'], { chairs: true });
    expect(quorumOf([both, one('radiology')], CASE, 'any')).toMatchObject({ state: 'not-met', missing: ['medical-oncology'] });
    // The first seat must be left to the second person, since the first one alone can take the other.
    expect(quorumOf([both, one('radiation-oncology'), one('radiology')], CASE, 'any').state).toBe('met');
  });

  it('does not count who has a conflict of interest in the case, but counts them for others', () => {
    const present = [...core.slice(0, 2), one('radiology', { conflicts: [CASE] })];
    expect(quorumOf(present, CASE, 'any')).toMatchObject({ state: 'not-met', missing: ['radiology'] });
    expect(quorumOf(present, caseOf(B), 'any').state).toBe('met');
  });

  it('is not asked for outside a meeting', () => {
    expect(quorumOf('not-in-a-meeting', CASE, 'any')).toEqual({
      state: 'not-in-a-meeting',
      required: ['chair', 'radiation-oncology', 'medical-oncology', 'radiology'],
      present: [],
      missing: [],
    });
  });

  it('is never lost because one more person comes', () => {
    const person = fc.record({
      disciplines: fc.subarray([...DISCIPLINES], { maxLength: 2 }),
      chairs: fc.boolean(),
      conflicts: fc.constant<string[]>([]),
    });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 6 }), person, fc.constantFrom(...DECISION_KINDS), (present, next, kind) => {
        const before = quorumOf(present, CASE, kind);
        const after = quorumOf([next, ...present], CASE, kind);
        expect(after.present.length).toBeGreaterThanOrEqual(before.present.length);
        expect([...after.present, ...after.missing].toSorted()).toEqual([...after.required].toSorted());
      }),
    );
  });
});
