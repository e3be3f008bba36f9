import type { IdentifiedFact } from '@tumor-board/oncology';
import { assess, type CaseRecord } from '../assess.js';
import type { SitePolicy } from '../policy.js';
import type { KnowledgeRelease } from '../release.js';
import { hypothesesOf } from './hypotheses.js';
import { factsOf, type Hypothesis, withFacts } from './hypothesis.js';
import { hypotheticalCase } from './hypothetical-case.js';
import { type Part, partNamed } from './part.js';
import { type PartValue, partValue } from './part-value.js';

/** One thing assumed, in words. */
export type Assumption = Pick<Hypothesis, 'id' | 'label' | 'kind'>;

/** Facts that would settle or change a part, none of them without need. */
export interface ChangingFacts {
  readonly assumptions: readonly Assumption[];
  /** As they would be recorded, to be added to the record. */
  readonly facts: readonly IdentifiedFact[];
  /** What the part would then say. */
  readonly value: string;
  readonly settled: boolean;
}

/** What would settle an open part, or change a settled one. */
export interface WhatWouldChange {
  readonly part: Part;
  readonly value: string;
  readonly settled: boolean;
  /** Fewest assumptions first; every value that can result before a second way to it. */
  readonly sets: readonly ChangingFacts[];
  /** Sets found beyond the limit. */
  readonly leftOut: number;
  /** How many assumptions were tried, and whether every set of them up to the size asked for was. */
  readonly searched: { readonly hypotheses: number; readonly assessments: number; readonly complete: boolean };
}

export interface WhatWouldChangeOptions {
  /** The most assumptions in one set. */
  readonly maxFacts?: number;
  /** The most sets given. */
  readonly limit?: number;
  /** The most assessments made; the search ends early after them. */
  readonly maxAssessments?: number;
}

/** Assessments that a search makes at most: about 0.15 ms each. */
const MOST_ASSESSMENTS = 300;

interface Found {
  readonly hypotheses: readonly Hypothesis[];
  readonly facts: readonly IdentifiedFact[];
  readonly value: PartValue;
}

/**
 * The smallest sets of assumed facts that would settle an open part of the assessment or change a settled one. `assess` is
 * the judge of each: adding a set's facts to the record gives its value, and no part of a set settles or changes
 * anything. What is assumed comes from a catalogue; that nothing is found does not say that nothing could change.
 * @param part a name of {@link PARTS}, or `stage`, `ebvDna`, `response`
 * @throws Problem `knowledge.unknown-part`
 */
export function whatWouldChange(
  record: CaseRecord,
  release: KnowledgeRelease,
  policy: SitePolicy,
  part: string,
  { maxFacts = 2, limit = 12, maxAssessments = MOST_ASSESSMENTS }: WhatWouldChangeOptions = {},
): WhatWouldChange {
  const named = partNamed(part, release);
  const assessment = assess(record, release, policy);
  const now = partValue(assessment, named);
  const given = hypotheticalCase(record, assessment, named);
  const hypotheses = hypothesesOf(given);

  const lastDay = hypotheses.flatMap(({ adds }) => adds).reduce((day, { on }) => (on > day ? on : day), given.nextDay);
  const later = partValue(assess(record, release, policy, { validOn: lastDay }), named);
  const answers = (value: PartValue): boolean =>
    (now.settled ? value.value !== now.value : value.settled) &&
    // What time alone brings about is not the doing of the facts.
    (later.value === now.value || value.value !== later.value);

  let assessments = 2;
  let complete = true;
  const found: Found[] = [];
  const valueWith = (facts: readonly IdentifiedFact[]): PartValue => {
    assessments += 1;
    return partValue(assess(withFacts(record, facts), release, policy), named);
  };
  const judge = (set: readonly Hypothesis[]): void => {
    const facts = factsOf(set, given);
    const value = valueWith(facts);
    if (!answers(value)) return;
    // One assumption may take several facts: none of them may be without need.
    if (facts.length > set.length && properPartsOf(facts).some((part) => valueWith(part).value === value.value)) return;
    found.push({ hypotheses: set, facts, value });
  };

  let open: readonly Hypothesis[] = hypotheses;
  for (let size = 1; size <= maxFacts && complete; size++) {
    const before = found.length;
    for (const set of setsOf(open, size)) {
      if (size > 2 && found.some((smaller) => smaller.hypotheses.every((hypothesis) => set.includes(hypothesis)))) continue;
      if (assessments >= maxAssessments) {
        complete = false;
        break;
      }
      judge(set);
    }
    if (size === 1) {
      const answering = new Set(found.slice(before).flatMap((one) => one.hypotheses));
      open = open.filter((hypothesis) => !answering.has(hypothesis));
    }
  }

  const sets = variousFirst(found);
  return {
    part: named,
    ...now,
    sets: sets.slice(0, limit).map(({ hypotheses: assumed, facts, value }) => ({
      assumptions: assumed.map(({ id, label, kind }) => ({ id, label, kind })),
      facts,
      ...value,
    })),
    leftOut: Math.max(0, sets.length - limit),
    searched: { hypotheses: hypotheses.length, assessments, complete },
  };
}

/**
 * Every set of a size that answers no question twice. What comes early in the catalogue is tried with all that comes before
 * it first, so that a search that ends early has been through the likelier ones.
 */
function* setsOf(hypotheses: readonly Hypothesis[], size: number, until = hypotheses.length): Generator<readonly Hypothesis[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = size - 1; index < until; index++) {
    const last = hypotheses[index] as Hypothesis;
    for (const others of setsOf(hypotheses, size - 1, index)) {
      if (others.every(({ question }) => question !== last.question)) yield [...others, last];
    }
  }
}

/** Every part of a list of facts but the whole and none. */
function properPartsOf(facts: readonly IdentifiedFact[]): readonly (readonly IdentifiedFact[])[] {
  const whole = (1 << facts.length) - 1;
  return Array.from({ length: whole - 1 }, (_, index) => facts.filter((_fact, place) => ((index + 1) & (1 << place)) !== 0));
}

/**
 * Small sets first. Among those of a size each value comes once before any comes again, and another answer to the same questions
 * with the same value comes last: a board learns more from another value than from another way to it.
 */
function variousFirst(found: readonly Found[]): readonly Found[] {
  const seen = new Map<string, number>();
  const count = (key: string): number => {
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return times;
  };
  return found
    .map((one, index) => {
      const size = one.hypotheses.length;
      const questions = one.hypotheses.map(({ question }) => question).join(' and ');
      const again = count(`${size} ${questions}: ${one.value.value}`);
      const turn = again === 0 ? count(`${size}: ${one.value.value}`) : 0;
      return { one, order: [size, again === 0 ? 0 : 1, turn, index] };
    })
    .sort((a, b) => compared(a.order, b.order))
    .map(({ one }) => one);
}

function compared(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < a.length; index++) {
    const difference = (a[index] as number) - (b[index] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
