import { daysBetween } from '@tumor-board/kernel';
import { FITNESS_ITEMS, fitnessProfile, lastBeforeTreatment } from '@tumor-board/oncology';
import type { CheckedCriterion, Comparator } from './trial.js';
import type { TrialSubject } from './trial-subject.js';
import { decided, lacksFact, type Verdict } from './verdict.js';

type Of<Kind extends CheckedCriterion['kind']> = Extract<CheckedCriterion, { kind: Kind }>;

/** Whether a value keeps a limit as it is worded. */
export function keeps(value: number, comparator: Comparator, limit: number): boolean {
  switch (comparator) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>=':
      return value >= limit;
  }
}

export const judgeAge = ({ from, to }: Of<'age'>, { patient }: TrialSubject): Verdict =>
  decided(patient.ageYears >= from && patient.ageYears <= to, `${patient.ageYears} years`, []);

export function judgeEcog({ max }: Of<'ecog'>, { timeline }: TrialSubject): Verdict {
  const status = timeline.latest('PerformanceStatusRecorded');
  return status === undefined
    ? lacksFact('no performance status recorded')
    : decided(status.ecog <= max, `ECOG ${status.ecog} on ${status.on}`, [status.id]);
}

export function judgeHistology({ is }: Of<'histology'>, { timeline }: TrialSubject): Verdict {
  const report = timeline.latest('HistologyReported');
  return report === undefined ? lacksFact('no histology reported') : decided(is.includes(report.histology), report.histology, [report.id]);
}

/** The last recorded value decides; one that is too old, or that another value could make up for, leaves it unknown. */
export function judgeLaboratory(criterion: Of<'laboratory'>, { patient, timeline, course }: TrialSubject): Verdict {
  const { item, comparator, limit, withLiverMetastases, withinDays, orElse } = criterion;
  const { items } = fitnessProfile(timeline, patient);
  const withLiver = item === 'altUln' ? items.altUlnWithLiverMetastases : undefined;
  const observed = withLiver ?? items[item];
  if (observed === undefined || typeof observed.value !== 'number') return lacksFact(`${FITNESS_ITEMS[item].label} not recorded`);
  const record = timeline.of('FitnessRecorded').find(({ id }) => observed.facts.includes(id));
  const on = record?.on ?? timeline.asOf;
  const { label, unit } = FITNESS_ITEMS[item];
  const value = `${label} ${observed.value} ${unit} on ${on}`;
  if (daysBetween(on, timeline.asOf) > withinDays) return lacksFact(`${value}: older than ${withinDays} days`, observed.facts);
  const own = withLiver === undefined ? limit : (withLiverMetastases ?? limit);
  if (keeps(observed.value, comparator, own)) return decided(true, value, observed.facts);
  if (orElse !== undefined) return lacksFact(`${value}: not enough by itself; ${orElse} is not on the record`, observed.facts);
  const chart = lastBeforeTreatment(timeline, course, 'MetastasesCharted');
  const liverIsKnown =
    chart?.organsImaged.liver === true && !chart.lesions.some(({ organ, certainty }) => organ === 'liver' && certainty === 'equivocal');
  const liverCouldDecide = withLiverMetastases !== undefined && withLiver === undefined && !liverIsKnown;
  if (liverCouldDecide && keeps(observed.value, comparator, withLiverMetastases)) {
    return lacksFact(`${value}: whether the liver is involved decides, and is not known`, observed.facts);
  }
  return decided(false, value, observed.facts);
}
