import {
  type Alert,
  type Fact,
  type FactOf,
  type IdentifiedFact,
  identify,
  millimetresOf,
  responseSeries,
  type ScanDetail,
  sizeOf,
  targetSet,
  timelineOf,
  treatmentCourse,
} from '@tumor-board/oncology';

/** The record with one more fact, and the id that this fact goes by. */
function including(facts: readonly IdentifiedFact[], added: Fact): { readonly facts: readonly IdentifiedFact[]; readonly id: string } {
  const { fact } = identify(added, new Map(facts.map((one) => [one.id, one])));
  return { facts: [...facts, fact], id: fact.type === 'FactCorrected' ? fact.corrects : fact.id };
}

/** The sizes in mm that a sum is made of, in the order of the targets; none for a fact without targets. */
export function addends(added: Fact): readonly number[] {
  const stated = added.type === 'FactCorrected' ? added.replacement : added;
  if (stated.type !== 'ResponseAssessed' && stated.type !== 'BaselineLesionsMeasured') return [];
  return stated.targets.flatMap((target) => {
    const size = sizeOf(target);
    return size === null ? [] : [millimetresOf(size)];
  });
}

/** A scan, computed as the service will compute it. */
export interface ScanArithmetic {
  readonly detail: ScanDetail;
  /** What is doubtful about it: another category than the reported one among them. */
  readonly alerts: readonly Alert[];
}

/** What the measurements of a scan give; null when the fact is no scan. */
export function scanArithmetic(facts: readonly IdentifiedFact[], added: Fact): ScanArithmetic | null {
  const whole = including(facts, added);
  const timeline = timelineOf(whole.facts);
  const { details, alerts } = responseSeries(timeline, treatmentCourse(timeline));
  const detail = details.find(({ scan }) => scan.fact === whole.id);
  if (detail === undefined) return null;
  return { detail, alerts: alerts.filter(({ facts: concerned }) => concerned.includes(whole.id)) };
}

/** The sum of a baseline in mm, and what is doubtful about it; null when the fact is no baseline or its sum is incomplete. */
export function baselineArithmetic(
  facts: readonly IdentifiedFact[],
  added: Fact,
): { readonly sumMm: number | null; readonly alerts: readonly Alert[] } | null {
  const whole = including(facts, added);
  const timeline = timelineOf(whole.facts);
  const baseline = timeline.of('BaselineLesionsMeasured').find(({ id }) => id === whole.id);
  if (baseline === undefined) return null;
  const { sum } = targetSet(baseline);
  const { alerts } = responseSeries(timeline, treatmentCourse(timeline));
  return { sumMm: sum === null ? null : millimetresOf(sum), alerts: alerts.filter(({ facts: concerned }) => concerned.includes(whole.id)) };
}

type Sample = FactOf<'EbvDnaMeasured'>;

/** A sample beside the last one that it may be compared with. */
export type EbvArithmetic =
  | { readonly kind: 'first' }
  /** Every earlier sample was measured in another way. */
  | { readonly kind: 'not-comparable'; readonly last: Sample }
  /** One of the two was not quantified: how much it changed cannot be said. */
  | { readonly kind: 'censored'; readonly last: Sample; readonly days: number }
  | { readonly kind: 'compared'; readonly last: Sample; readonly days: number; readonly ratio: number };

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** A sample beside the last earlier one of the same assay, specimen and unit; null when the fact is no sample. */
export function ebvArithmetic(facts: readonly IdentifiedFact[], added: Fact): EbvArithmetic | null {
  const whole = including(facts, added);
  const samples = timelineOf(whole.facts).of('EbvDnaMeasured');
  const place = samples.findIndex(({ id }) => id === whole.id);
  const sample = samples[place];
  if (sample === undefined) return null;
  const before = samples.slice(0, place);
  const newest = before.at(-1);
  if (newest === undefined) return { kind: 'first' };
  const last = before.findLast(
    ({ assay, specimen, unit }) => assay === sample.assay && specimen === sample.specimen && unit === sample.unit,
  );
  if (last === undefined) return { kind: 'not-comparable', last: newest };
  const days = daysBetween(last.on, sample.on);
  if (sample.value === undefined || last.value === undefined || sample.result !== 'quantified' || last.result !== 'quantified') {
    return { kind: 'censored', last, days };
  }
  return { kind: 'compared', last, days, ratio: sample.value / last.value };
}
