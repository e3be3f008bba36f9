import { type EventGuard, guardId, guardRows } from './guard.js';

const ENDOCRINE = ['thyroid', 'adrenal insufficiency', 'adrenalitis', 'hypophysitis', 'hypopituitarism', 'diabetes', 'endocrin'];
const SEVERE_SKIN = ['stevens-johnson', 'stevens johnson', 'toxic epidermal necrolysis', 'sjs'];
const HELD_AT_ANY_GRADE = [
  'myocarditis',
  'pericarditis',
  'myasthenia',
  'myelitis',
  'meningitis',
  'hemolytic',
  'haemolytic',
  'thrombotic',
  'aplastic',
];
const STEROIDS = ['steroid taper of at least 4 weeks and less than 10 mg of prednisone-equivalent a day before resuming'];
const FOR_GOOD = 'stopped for good';

const immune = (terms?: readonly string[]) => ({ immuneRelated: true, ...(terms === undefined ? {} : { terms }) }) as const;
const notEndocrine = { immuneRelated: true, exceptTerms: ENDOCRINE } as const;
const onceReplaced = 'resuming after a severe event; an endocrinopathy only under replacement';

const ASCO = { evidence: ['asco-irae-2021'], source: 'ASCO guideline on immune-related adverse events, 2021', verified: true } as const;
const { event } = guardRows('antiPd1', ASCO);
const general = guardRows('antiPd1', { ...ASCO, source: 'general knowledge, in line with the ASCO guideline', verified: false });

/** What an immune-related adverse event does to anti-PD-1 therapy, by CTCAE grade. Grade 1 continues. */
export const IMMUNE_EVENT_GUARDS: readonly EventGuard[] = [
  event('irae-grade-2', notEndocrine, 'worst-unresolved', { from: 2, below: 3 }, 'caution', 'hold until grade 1 or less'),
  event('irae-grade-2-endocrine', immune(ENDOCRINE), 'worst-unresolved', { from: 2, below: 3 }, 'caution', 'replace; hold until stable'),
  event('irae-grade-3', immune(), 'worst-unresolved', { from: 3 }, 'blocked', 'held until grade 1 or less'),
  event('irae-grade-4', notEndocrine, 'worst-ever', { from: 4 }, 'blocked', FOR_GOOD),
  general.event('myocarditis', immune(['myocarditis']), 'worst-ever', { from: 2 }, 'blocked', FOR_GOOD),
  general.event('pneumonitis', immune(['pneumonitis']), 'worst-ever', { from: 3 }, 'blocked', FOR_GOOD),
  general.event('neurological', immune(['guillain', 'encephalitis']), 'worst-ever', { from: 1 }, 'blocked', FOR_GOOD),
  general.event('severe-skin', immune(SEVERE_SKIN), 'worst-ever', { from: 1 }, 'blocked', FOR_GOOD),
  event('hold-at-any-grade', immune(HELD_AT_ANY_GRADE), 'current', { from: 1 }, 'caution', 'hold until it is clear what it is'),
  event('irae-grade-2-resolved', immune(), 'worst-resolved', { from: 2, below: 3 }, 'need', 'may resume', STEROIDS),
  event('irae-grade-3-resolved', immune(), 'worst-resolved', { from: 3 }, 'caution', onceReplaced, STEROIDS),
];

/**
 * Guards that call for caution and say "hold", by id, with how long: while one applies, an anti-PD-1 agent is not given.
 * ASCO guideline on immune-related adverse events, 2021.
 */
export const ANTI_PD1_HOLDS: ReadonlyMap<string, string> = new Map([
  [guardId('antiPd1', 'irae-grade-2'), 'until the event has resolved to grade 1 or less'],
  [guardId('antiPd1', 'hold-at-any-grade'), 'until it is clear what the event is, whatever its grade'],
]);
