import { describe, expect, it } from 'vitest';
import { uuid } from './meeting.fixture.js';
import { type ListedCase, mayBeListedWithoutDiscussion, sampledForAudit } from './without-discussion.js';

const headline = {
  stage: 'IVB (TNM-8)',
  'm1.YAO23': 'low',
  missing: 'SVM model',
  oligometastatic: 'true',
  nextStep: 'maintenance',
  'response.gate': 'good',
  'response.latest': 'CR 2026-10-01',
};
const listed: ListedCase = {
  decidedOn: { headline: { ...headline, nextStep: 'locoregional-rt' }, hasDissent: false, isProvisional: false },
  needsReview: false,
  reason: 'routine',
  hasQuestion: false,
};
const standing = { headline, hasDissent: false, isProvisional: false };

describe('a case without discussion', () => {
  it.each(['continue-systemic', 'maintenance', 'surveillance'])('may be one whose course goes on as planned: %s', (nextStep) => {
    expect(mayBeListedWithoutDiscussion({ ...headline, nextStep }, listed)).toEqual({ allowed: true, because: [] });
  });

  it.each([
    ['a first presentation', {}, { decidedOn: null }, /has not decided/],
    ['the decision on locoregional radiotherapy', { nextStep: 'locoregional-rt' }, {}, /proposed step is locoregional-rt/],
    ['the decision on local therapy', { nextStep: 'consolidate-metastases' }, {}, /proposed step/],
    ['one without a proposed step', { nextStep: undefined }, {}, /step is not known/],
    ['progression', { 'response.latest': 'PD / iUPD 2026-10-01' }, {}, /progression/],
    ['unconfirmed progression alone', { 'response.latest': 'SD / iUPD 2026-10-01' }, {}, /progression/],
    ['contradicting results', { 'response.gate': 'conflict' }, {}, /contradict/],
    ['facts in doubt', { alerts: 'target-changed' }, {}, /in doubt/],
    ['data missing that were not', { missing: 'SVM model, EBV DNA at baseline' }, {}, /missing.*: EBV DNA at baseline$/],
    ['another class', { 'm1.YAO23': 'intermediate' }, {}, /differs.*m1\.YAO23/],
    ['another stage', { stage: 'IVA (TNM-9)' }, {}, /differs.*stage/],
    ['dissent', {}, { decidedOn: { ...standing, hasDissent: true } }, /dissent/],
    ['a provisional decision', {}, { decidedOn: { ...standing, isProvisional: true } }, /provisional/],
    ['a decision that needs review', {}, { needsReview: true }, /needs review/],
    ['an open question', {}, { hasQuestion: true }, /question/],
    ['rebound of EBV DNA', {}, { reason: 'rebound' as const }, /rebound/],
  ])('is never %s', (_name, parts, more, why) => {
    const given = Object.fromEntries(Object.entries({ ...headline, ...parts }).filter(([, text]) => text !== undefined)) as Record<
      string,
      string
    >;
    const answer = mayBeListedWithoutDiscussion(given, { ...listed, ...more });
    expect(answer.allowed).toBe(false);
    expect(answer.because.join('; ')).toMatch(why);
  });

  it('names every reason at once', () => {
    const answer = mayBeListedWithoutDiscussion({}, { ...listed, decidedOn: null, needsReview: true, reason: 'progression' });
    expect(answer.because).toHaveLength(4);
  });
});

describe('the sample for audit', () => {
  const items = Array.from({ length: 400 }, (_, number) => uuid(number));

  it('is all, none or about the share asked for, and the same every time', () => {
    const at = (rate: number) => items.filter((itemId) => sampledForAudit(itemId, rate));
    expect(at(1)).toEqual(items);
    expect(at(0)).toEqual([]);
    expect(at(0.25).length).toBeGreaterThan(60);
    expect(at(0.25).length).toBeLessThan(140);
    expect(at(0.25)).toEqual(at(0.25));
  });

  it('only grows with the share', () => {
    for (const itemId of items) expect(sampledForAudit(itemId, 0.5)).toBe(sampledForAudit(itemId, 0.25) || sampledForAudit(itemId, 0.5));
  });
});
