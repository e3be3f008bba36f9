import { sha256Hex } from '@tumor-board/kernel';
import { describe, expect, it } from 'vitest';
import {
  adverseEvent,
  baseline,
  boardTypes,
  CaseStory,
  chair,
  charted,
  died,
  ecog,
  problemOf,
  reviewer,
  systemic,
  under,
  uuid,
} from '../case/case.fixture.js';
import { standingDecision } from './standing-decision.js';

describe('the first signature', () => {
  it.each([
    ['of a reviewer', reviewer, 'signature.meaning'],
    ['of a dissenter', { ...chair, meaning: 'dissent' as const }, 'signature.meaning'],
    ['as chair by somebody who is none', { ...chair, roles: ['clinician'] }, 'signature.meaning'],
    ['by a coordinator', { ...chair, meaning: 'author' as const, roles: ['coordinator'] }, 'signature.roles'],
  ])('%s is refused', (_, signature, path) => {
    const refused = problemOf(() => CaseStory.opened().decide(1, {}, { signature }));
    expect(refused.code).toBe('decision.signature-invalid');
    expect(refused.faults.map((fault) => fault.path)).toEqual([path]);
  });
});

describe('a further signature', () => {
  const decided = (): CaseStory => {
    const story = CaseStory.opened();
    story.decide(1);
    return story;
  };
  const sign = (story: CaseStory, signature = reviewer, changes: { decisionId?: string; contentHash?: string } = {}) =>
    story.give({
      type: 'SignDecision',
      decisionId: uuid(1),
      contentHash: story.board.decisions[0]?.contentHash ?? '',
      signature,
      ...changes,
    });

  it('comes under the same content and leaves the others', () => {
    const story = decided();
    expect(boardTypes(sign(story))).toEqual(['DecisionSigned']);
    expect(story.board.decisions[0]?.signatures).toEqual([chair, reviewer]);
  });

  it('a second time records nothing; with another meaning it is refused', () => {
    const story = decided();
    sign(story);
    expect(sign(story)).toEqual([]);
    expect(problemOf(() => sign(story, { ...reviewer, meaning: 'author' })).code).toBe('decision.signed-already');
  });

  it('is possible after a fact that changed nothing of substance, which is said', () => {
    const story = decided();
    story.record(ecog(0, '2025-01-09'));
    expect(standingDecision(story.state)).toMatchObject({ review: 'current', signedOnEarlierVersion: true });
    expect(boardTypes(sign(story))).toEqual(['DecisionSigned']);
  });

  it.each<[string, (story: CaseStory) => unknown, string]>([
    ['what the decision rests on has changed', (story) => story.record(systemic(), adverseEvent('2025-01-20', 3)), 'decision.stale'],
    ['another decision took its place', (story) => story.decide(2), 'decision.superseded'],
    ['the patient died', (story) => story.record(died('2025-01-20')), 'case.patient-died'],
  ])('is refused when %s', (_, change, code) => {
    const story = decided();
    change(story);
    expect(problemOf(() => sign(story)).code).toBe(code);
  });

  it('is refused under rules that change what was decided, also before the case was assessed under them', () => {
    const lung = { ...charted, lesions: [{ ...charted.lesions[0], organ: 'lung' as const, count: 2 } as never] };
    const story = CaseStory.opened([...baseline.slice(0, 3), lung, ...baseline.slice(4)]);
    story.decide(1);
    story.under = under({ upfrontAblationMax: 1 });
    expect(problemOf(() => sign(story)).code).toBe('decision.stale');
  });

  it.each([
    [{ contentHash: sha256Hex('another') }, 'decision.content-mismatch'],
    [{ decisionId: uuid(99) }, 'decision.unknown'],
  ])('is refused under something else (%#)', (changes, code) => {
    expect(problemOf(() => sign(decided(), reviewer, changes)).code).toBe(code);
  });

  it('of a dissenter needs the dissent in the decision', () => {
    const story = decided();
    expect(problemOf(() => sign(story, { ...reviewer, meaning: 'dissent' })).code).toBe('decision.signature-invalid');
    const other = CaseStory.opened();
    other.decide(1, { dissent: [{ by: 'Dr B.', text: 'I would wait.' }] });
    expect(boardTypes(sign(other, { ...reviewer, meaning: 'dissent' }))).toEqual(['DecisionSigned']);
  });
});
