import type { Fact } from '@tumor-board/oncology';
import { describe, expect, it } from 'vitest';
import type { TriggerKind } from '../case/board-event.js';
import {
  adverseEvent,
  boardTypes,
  CaseStory,
  charted,
  cycles,
  declines,
  ecog,
  ended,
  fitness,
  histology,
  ofType,
  sample,
  scan,
  staging,
} from '../case/case.fixture.js';
import type { QueueReason } from '../queue/queue-reason.js';
import { REVIEW_RULES } from './review-rules.js';
import { responding, underway } from './stories.fixture.js';

const triggersOf = (events: Parameters<typeof boardTypes>[0]) =>
  ofType(events, 'DecisionNeedsReview').map(({ data }) => [data.trigger.kind, data.trigger.facts]);

describe('the rules of re-evaluation', () => {
  it('each have an id of their own, a source and a word on whether anybody confirmed them', () => {
    expect(new Set(REVIEW_RULES.map(({ id }) => id)).size).toBe(REVIEW_RULES.length);
    for (const { source, verified, words } of REVIEW_RULES) {
      expect(source).toMatch(/^product rule/);
      expect(verified).toBe(false);
      expect(words.length).toBeGreaterThan(20);
    }
  });
});

const lesion = charted.lesions[0] as (typeof charted.lesions)[number];
function correction(corrects: string, replacement: Fact): Fact {
  return { type: 'FactCorrected', on: '2025-03-25', corrects, reason: 'read again', replacement } as Fact;
}

const rows: readonly (readonly [string, () => CaseStory, readonly Fact[], TriggerKind | undefined, QueueReason | undefined])[] = [
  // Response assessments: every new time-point.
  ['a scan with the response that was there', responding, [scan('2025-05-05', 22)], 'response-assessment', 'routine'],
  ['a scan with progression, stable under immunotherapy', responding, [scan('2025-05-05', 40)], 'response-assessment', 'progression'],
  ['a scan that comes in late and changes nothing', responding, [scan('2025-03-01', 24)], 'response-assessment', 'routine'],
  // EBV DNA: category, clearance, flags of substance, gate, class, step.
  ['undetectable EBV DNA after undetectable', responding, [sample('2025-03-25', 0)], undefined, undefined],
  [
    'the second undetectable that confirms the first',
    () => {
      const story = underway();
      story.record(sample('2025-02-12', 0));
      story.decide(2);
      return story;
    },
    [sample('2025-02-26', 0)],
    undefined,
    undefined,
  ],
  ['the first undetectable result', underway, [sample('2025-02-12', 0)], 'ebv-dna-result', 'routine'],
  ['EBV DNA that falls on', underway, [sample('2025-02-03', 500)], undefined, undefined],
  ['EBV DNA ten times the limit of detection after clearance', responding, [sample('2025-03-25', 200)], 'ebv-dna-result', 'rebound'],
  ['EBV DNA just below that', responding, [sample('2025-03-25', 199)], undefined, undefined],
  ['a rebound of EBV DNA', responding, [sample('2025-04-02', 5_000)], 'ebv-dna-result', 'rebound'],
  ['a result by another assay', responding, [sample('2025-04-02', 5_000, { assay: 'Other' })], undefined, undefined],
  // Toxicity: grade 3, or 2 when immune-related, under treatment.
  ['an adverse event of grade 2', responding, [adverseEvent('2025-03-25', 2)], undefined, undefined],
  ['an adverse event of grade 3', responding, [adverseEvent('2025-03-25', 3)], 'toxicity', 'toxicity'],
  ['an immune-related event of grade 1', responding, [adverseEvent('2025-03-25', 1, { immuneRelated: true })], undefined, undefined],
  ['an immune-related event of grade 2', responding, [adverseEvent('2025-03-25', 2, { immuneRelated: true })], 'toxicity', 'toxicity'],
  [
    'an event of grade 3 before any treatment',
    () => {
      const story = CaseStory.opened();
      story.decide(1);
      return story;
    },
    [adverseEvent('2025-01-09', 3)],
    undefined,
    undefined,
  ],
  [
    'an event of grade 3 after the end of therapy',
    () => {
      const story = underway();
      story.record(ended('2025-02-10', 'completed'));
      story.decide(2);
      return story;
    },
    [adverseEvent('2025-02-11', 3)],
    undefined,
    undefined,
  ],
  [
    'an event of grade 3 after it that was put down to treatment',
    () => {
      const story = underway();
      story.record(ended('2025-02-10', 'completed'));
      story.decide(2);
      return story;
    },
    [adverseEvent('2025-02-11', 3, { attributedTo: 'cisplatin' })],
    'toxicity',
    'toxicity',
  ],
  [
    'an event of grade 3 on the day therapy ended',
    underway,
    [ended('2025-02-10', 'completed'), adverseEvent('2025-02-10', 3)],
    'toxicity',
    'toxicity',
  ],
  [
    'an immune-related event long after the end',
    underway,
    [ended('2025-02-10', 'other'), adverseEvent('2025-06-10', 2, { immuneRelated: true })],
    'toxicity',
    'toxicity',
  ],
  // Guards: what newly blocks the plan.
  [
    'creatinine clearance at the cut-off for cisplatin',
    responding,
    [fitness({ on: '2025-03-25', creatinineClearanceMlMin: 50 })],
    undefined,
    undefined,
  ],
  ['creatinine clearance below it', responding, [fitness({ on: '2025-03-25', creatinineClearanceMlMin: 49 })], 'toxicity', 'toxicity'],
  [
    'an organ transplant, which rules out anti-PD-1',
    responding,
    [fitness({ on: '2025-03-25', organTransplant: true })],
    'toxicity',
    'toxicity',
  ],
  ['ECOG 1', responding, [ecog(1, '2025-03-25')], undefined, undefined],
  ['therapy that ended for toxicity', responding, [ended('2025-03-25', 'toxicity')], 'toxicity', 'toxicity'],
  // Corrections of what was on record when the board decided.
  ['a corrected stage', responding, [correction('staging', { ...staging, m: 'M0' } as Fact)], 'corrected-input', 'correction'],
  ['a corrected stage of the same group', responding, [correction('staging', { ...staging, t: 'T4' } as Fact)], undefined, undefined],
  ['a correction of how a value was written that changes nothing', responding, [correction('staging', staging)], undefined, undefined],
  [
    'a retracted baseline sample',
    responding,
    [{ type: 'FactRetracted', on: '2025-03-25', retracts: 'e0', reason: 'another patient' }],
    'corrected-input',
    'correction',
  ],
  // Findings.
  ['histology as before', responding, [{ ...histology, id: 'h2', on: '2025-03-25' }], undefined, undefined],
  [
    'histology without EBER',
    responding,
    [{ ...histology, id: 'h2', on: '2025-03-25', eber: 'negative' } as Fact],
    'new-finding',
    'treatment-decision',
  ],
  ['the same lesions charted again', responding, [{ ...charted, id: 'c2', on: '2025-03-25' }], undefined, undefined],
  [
    'a new lesion',
    responding,
    [{ ...charted, id: 'c2', on: '2025-03-25', lesions: [...charted.lesions, { ...lesion, id: 'M2', organ: 'liver' }] }],
    'new-finding',
    'treatment-decision',
  ],
  [
    'a lesion that is no longer certain',
    responding,
    [{ ...charted, id: 'c2', on: '2025-03-25', lesions: [{ ...lesion, certainty: 'equivocal' }] }],
    'new-finding',
    'treatment-decision',
  ],
  // The patient's wish.
  ['a wish that declines what was decided', responding, [declines('2025-03-25', 'chemotherapy')], 'new-finding', 'treatment-decision'],
  ['a wish that declines what was not', responding, [declines('2025-03-25', 'blood transfusion')], undefined, undefined],
  ['therapy that the patient ended', underway, [ended('2025-02-10', 'patient-choice')], 'new-finding', 'treatment-decision'],
  // The course of treatment.
  ['a further cycle', underway, [cycles('2025-02-26', 2)], undefined, undefined],
  ['the cycle after which radiotherapy is the next step', responding, [cycles('2025-04-10', 4)], 'next-step', 'treatment-decision'],
];

describe('a decision that stands', () => {
  it.each(rows.filter(([, , , kind]) => kind !== undefined))('needs review after %s', (_, story, facts, kind, reason) => {
    const decided = story();
    decided.today = '2025-06-30';
    const before = decided.state.version;
    const events = decided.record(...facts);
    expect(triggersOf(events).map(([found]) => found)).toContain(kind);
    const listings = ofType(events, 'CaseListed');
    expect(listings).toHaveLength(1);
    expect(listings[0]?.data).toMatchObject({ on: '2025-06-30', reason, dueBy: '2025-07-07', decisionId: decided.board.standing });
    expect(decided.state.version).toBe(before + events.length);
  });

  it.each(rows.filter(([, , , kind]) => kind === undefined))('is left alone by %s', (_, story, facts) => {
    const decided = story();
    const events = decided.record(...facts);
    expect(boardTypes(events)).toEqual([]);
    expect(decided.board.listing).toBeNull();
  });
});
