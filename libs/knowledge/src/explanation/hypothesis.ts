import type { IsoDate } from '@tumor-board/kernel';
import {
  type ClinicalFact,
  type ClinicalFactType,
  type FactOf,
  type IdentifiedFact,
  type Timeline,
  timelineOf,
} from '@tumor-board/oncology';
import type { CaseRecord } from '../assess.js';

/** One thing that could be true of a case beside what is recorded, as the facts that would record it. */
export interface Hypothesis {
  /** `ebv-baseline/above-62000`; unique among the hypotheses of a case. */
  readonly id: string;
  /** What is assumed, as a board would say it. */
  readonly label: string;
  /** `missing`: an item that could still be obtained; `future`: something that may come; `correction`: another recorded value. */
  readonly kind: 'missing' | 'future' | 'correction';
  /** Two hypotheses of one question cannot both be true. */
  readonly question: string;
  /** New facts. */
  readonly adds: readonly IdentifiedFact[];
  /** Standing facts that would read otherwise. */
  readonly changes: readonly FactChange[];
}

/** How a standing fact would read. Changes of one fact are made one after the other. */
export interface FactChange {
  readonly fact: string;
  readonly to: (standing: FactOf) => FactOf;
}

/** A change of a fact of one type. */
export const changing = <Type extends ClinicalFactType>(
  fact: FactOf<Type>,
  change: (standing: FactOf<Type>) => FactOf<Type>,
): FactChange => ({
  fact: fact.id,
  to: (standing) => (standing.type === fact.type ? (change(standing as FactOf<Type>) as FactOf) : standing),
});

type Drafted = ClinicalFact & { readonly id?: never };
interface Written {
  readonly id: string;
  readonly question: string;
  readonly label: string;
}

const ofCase = (kind: Hypothesis['kind'], written: Written, adds: readonly Drafted[], changes: readonly FactChange[]): Hypothesis => ({
  ...written,
  kind,
  adds: adds.map((fact, index) => ({ ...fact, id: `if ${written.id}${index === 0 ? '' : ` ${index + 1}`}` }) as IdentifiedFact),
  changes,
});

/** An item that is not on record and could be obtained. */
export const missing = (written: Written, ...facts: readonly Drafted[]): Hypothesis => ofCase('missing', written, facts, []);
/** An item that is recorded incompletely and could be settled. */
export const settledBy = (written: Written, ...changes: readonly FactChange[]): Hypothesis => ofCase('missing', written, [], changes);
/** Something that may come. */
export const future = (written: Written, ...facts: readonly Drafted[]): Hypothesis => ofCase('future', written, facts, []);
/** A recorded item with another value. */
export const correction = (written: Written, ...changes: readonly FactChange[]): Hypothesis => ofCase('correction', written, [], changes);

/** Facts of one day stand in the order of recording: what a sample or a scan comes after is recorded before it. */
const ORDER: readonly ClinicalFactType[] = [
  'SystemicTherapyStarted',
  'SystemicTherapyCyclesCompleted',
  'SystemicTherapyEnded',
  'EbvDnaMeasured',
  'ResponseAssessed',
  'RadiotherapyDelivered',
  'LocalTherapyDelivered',
];
const placeOf = (fact: IdentifiedFact): number => ORDER.indexOf(fact.type as ClinicalFactType);

/** The record from which hypotheses are tried. */
export interface Recorded {
  readonly record: CaseRecord;
  readonly timeline: Timeline;
  /** The last day on record. */
  readonly asOf: IsoDate;
}

/** The day from which a correction outdoes every earlier one. */
const knownLast = ({ record, asOf }: Recorded): IsoDate =>
  record.facts.reduce((last, fact) => ((fact.knownOn ?? fact.on) > last ? (fact.knownOn ?? fact.on) : last), asOf);

/** The facts that would record hypotheses, in an order in which they can be added to the record. */
export function factsOf(hypotheses: readonly Hypothesis[], recorded: Recorded): readonly IdentifiedFact[] {
  const added = hypotheses.flatMap(({ adds }) => adds);
  if (added.length > 1) added.sort((a, b) => placeOf(a) - placeOf(b));
  const changed = new Map<string, FactOf>();
  for (const { changes } of hypotheses) {
    for (const { fact, to } of changes) {
      const standing = changed.get(fact) ?? recorded.timeline.facts.find(({ id }) => id === fact);
      if (standing !== undefined) changed.set(fact, to(standing));
    }
  }
  if (changed.size === 0) return added;
  const knownOn = knownLast(recorded);
  const corrections = [...changed].map(([corrects, standing]): IdentifiedFact => {
    const { id: _, ...replacement } = standing;
    return {
      type: 'FactCorrected',
      id: `if ${hypotheses.map(({ id }) => id).join(' and ')}: ${corrects}`,
      on: recorded.asOf,
      knownOn,
      corrects,
      reason: 'hypothesis',
      replacement,
    };
  });
  return [...corrections, ...added];
}

/** The record as it would be with more facts. */
export const withFacts = (record: CaseRecord, facts: readonly IdentifiedFact[]): CaseRecord => ({
  ...record,
  facts: [...record.facts, ...facts],
});

/** The timeline as it would be with one hypothesis. */
export const timelineWith = (hypothesis: Hypothesis, recorded: Recorded): Timeline =>
  timelineOf(withFacts(recorded.record, factsOf([hypothesis], recorded)).facts);
