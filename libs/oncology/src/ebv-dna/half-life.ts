import { daysBetween, type IsoDate } from '@tumor-board/kernel';
import { roundedDays } from './logarithm.js';
import type { EbvDnaSample } from './reference-samples.js';

/** Below this half-life, in days, EBV DNA falls rapidly (Wang 2010; that exactly 7.00 is slow is a product rule). */
export const RAPID_BELOW_DAYS = 7;

/**
 * What a fit needs, in days from the first dose of systemic therapy (product rule; Wang 2010 sampled weekly for about ten
 * weeks): where the first point lies, where the last may lie, the widest gap between two points and the shortest span.
 */
export const HALF_LIFE_WINDOW = { firstFrom: -14, firstTo: 3, last: 70, maxGap: 28, minSpan: 5 } as const;

/** Samples further apart than this are not the weekly sampling that the cut-off comes from. */
export const WEEKLY_WITHIN_DAYS = 10;

/** How fast EBV DNA fell. Days are rounded to 0.01. */
export type HalfLife =
  | { readonly status: 'fitted'; readonly days: number; readonly weekly: boolean }
  /** A slope that does not fall; no doubling time when it is level. */
  | { readonly status: 'rising'; readonly doublingDays: number | undefined; readonly weekly: boolean }
  /** One value and then a non-detect `afterDays` later: only an upper bound. */
  | { readonly status: 'bounded'; readonly belowDays: number; readonly afterDays: number }
  | { readonly status: 'not-assessable'; readonly reason: string };

/** A quantified result on a day counted from the first dose. */
export interface TimedCopies {
  readonly day: number;
  /** Per mL, in any one unit: only ratios enter. */
  readonly value: number;
}

/** The slope of ln(copies) per day by ordinary least squares; 0 for a level course. Needs two different days. */
export function logSlope(points: readonly TimedCopies[]): number {
  const first = points[0]?.value ?? 1;
  const logs = points.map((point) => Math.log(point.value / first));
  const meanDay = points.reduce((sum, point) => sum + point.day, 0) / points.length;
  const meanLog = logs.reduce((sum, log) => sum + log, 0) / points.length;
  let [products, squares] = [0, 0];
  points.forEach((point, index) => {
    const distance = point.day - meanDay;
    products += distance * ((logs[index] ?? 0) - meanLog);
    squares += distance * distance;
  });
  const slope = products / squares;
  return Math.abs(slope) < 1e-12 ? 0 : slope;
}

/** The half-life above which a fall from `value` to below `limitOfDetection` in `days` days cannot lie, in days. */
export const halfLifeBound = (value: number, limitOfDetection: number, days: number): number =>
  roundedDays((days * Math.LN2) / Math.log(value / limitOfDetection));

interface Drawn {
  readonly sample: EbvDnaSample;
  readonly day: number;
}
interface Quantified extends Drawn, TimedCopies {}

const notAssessable = (reason: string): HalfLife => ({ status: 'not-assessable', reason });

const quantified = (drawn: readonly Drawn[]): Quantified[] =>
  drawn.flatMap(({ sample, day }) =>
    sample.result === 'quantified' && sample.value !== undefined ? [{ sample, day, value: sample.value }] : [],
  );

/**
 * The half-life of EBV DNA under the first systemic therapy, from samples of one series in clinical order.
 * Results below quantification are skipped in the fit; the first non-detect ends it.
 */
export function halfLife(series: readonly EbvDnaSample[], firstDoseOn: IsoDate): HalfLife {
  const drawn = series.map((sample): Drawn => ({ sample, day: daysBetween(firstDoseOn, sample.on) }));
  const { firstFrom, firstTo, minSpan } = HALF_LIFE_WINDOW;
  const start = drawn.findIndex(({ sample, day }) => sample.result === 'quantified' && day >= firstFrom && day <= firstTo);
  if (start === -1) return notAssessable(noFirstPoint(drawn));

  const end = drawn.findIndex(({ sample }, index) => index > start && sample.result === 'undetectable');
  const nonDetect = end === -1 ? undefined : drawn[end];
  const values = quantified(drawn.slice(start, end === -1 ? undefined : end));
  const used = withoutWideGap(values);
  const [first, last] = [used[0], used.at(-1)];
  if (first !== undefined && last !== undefined && last.day - first.day >= minSpan && last.day > 0) return fit(used);
  if (nonDetect !== undefined && values.every((value) => value.day <= firstTo)) return bounded(values.at(-1), nonDetect);
  return notAssessable(noFit(values, used, drawn.length - start));
}

/** The points up to the first gap that is too wide, or to the end of the window. */
function withoutWideGap(values: readonly Quantified[]): Quantified[] {
  const { last, maxGap } = HALF_LIFE_WINDOW;
  const stop = values.findIndex((value, index) => {
    const previous = values[index - 1];
    return value.day > last || (previous !== undefined && value.day - previous.day > maxGap);
  });
  return values.slice(0, stop === -1 ? undefined : stop);
}

function fit(points: readonly Quantified[]): HalfLife {
  const slope = logSlope(points);
  const weekly = points.every((point, index) => point.day - (points[index - 1]?.day ?? point.day) <= WEEKLY_WITHIN_DAYS);
  if (slope < 0) return { status: 'fitted', days: roundedDays(Math.LN2 / -slope), weekly };
  return { status: 'rising', doublingDays: slope === 0 ? undefined : roundedDays(Math.LN2 / slope), weekly };
}

function bounded(first: Quantified | undefined, nonDetect: Drawn): HalfLife {
  const limit = nonDetect.sample.limitOfDetection;
  if (first === undefined || nonDetect.day <= 0) return notAssessable('not detected before systemic start');
  if (limit === undefined) return notAssessable('one value, then not detected without a limit of detection: no upper bound');
  if (first.value <= limit) return notAssessable('first value not above the limit of detection: no upper bound');
  const afterDays = nonDetect.day - first.day;
  return { status: 'bounded', belowDays: halfLifeBound(first.value, limit, afterDays), afterDays };
}

function noFirstPoint(drawn: readonly Drawn[]): string {
  const only = drawn[0];
  if (drawn.length === 1 && only !== undefined && only.day <= 0) return 'single pre-treatment value';
  const first = quantified(drawn)[0];
  if (first === undefined) return 'no quantified value';
  return first.day < 0 ? `first value ${-first.day} d before systemic start` : `first value ${first.day} d after systemic start`;
}

function noFit(values: readonly Quantified[], used: readonly Quantified[], samples: number): string {
  const [first, second] = values;
  if (first === undefined || second === undefined) {
    if (samples > 1) return 'one quantified value, then below quantification';
    return first !== undefined && first.day > 0 ? 'single value' : 'single pre-treatment value';
  }
  const last = used.at(-1) ?? first;
  if (used.length === 1) return `two points ${second.day - first.day} d apart`;
  return last.day <= 0 ? 'only pre-treatment values' : `values only ${last.day - first.day} d apart`;
}
