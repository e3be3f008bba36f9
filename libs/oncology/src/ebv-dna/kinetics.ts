import { daysBetween, type IsoDate } from '@tumor-board/kernel';
import type { Alert } from '../alert.js';
import type { Timeline } from '../facts/timeline.js';
import { cyclesBy, type TreatmentCourse } from '../treatment/treatment-course.js';
import { clearanceCourse } from './clearance.js';
import type { EbvDnaKinetics } from './ebv-dna-kinetics.js';
import { type HalfLife, halfLife, RAPID_BELOW_DAYS } from './half-life.js';
import { baselineSample, type EbvDnaSample, isDetectable, isOldBaseline, sameSeries } from './reference-samples.js';
import { hasRisen } from './rise.js';
import { ebvDnaAlerts } from './sample-alerts.js';

/** A scan is read beside the latest sample from this many days before it, or any time after (product rule). */
export const SCAN_PAIRING_DAYS = 28;

/** What the response gate needs to know of EBV DNA. */
export interface EbvDnaState {
  /** E0. */
  readonly baseline: EbvDnaSample | undefined;
  /**
   * The last sample since treatment began that can be compared with the baseline; without a baseline, with the first sample
   * after it. None for an EBER-negative tumour.
   */
  readonly latestComparable: EbvDnaSample | undefined;
  /** Rebounding, or half a power of ten above the lowest value since the first dose of the line. */
  readonly rising: boolean;
  /** Cleared, and detectable before treatment by the same assay in a tumour that is not EBER-negative. */
  readonly informativeCleared: boolean;
}

/** The kinetics, what the response gate reads of them, and doubts about the results. */
export interface EbvDnaReading {
  readonly kinetics: EbvDnaKinetics;
  readonly state: EbvDnaState;
  readonly alerts: readonly Alert[];
}

/** The sample that a scan is read beside; none when the last comparable one is more than 28 days older than the scan. */
export const sampleBesideScan = (state: EbvDnaState, scanOn: IsoDate): EbvDnaSample | undefined =>
  state.latestComparable !== undefined && daysBetween(state.latestComparable.on, scanOn) <= SCAN_PAIRING_DAYS
    ? state.latestComparable
    : undefined;

/** Reads EBV DNA off a timeline: half-life (Wang 2010, Clin Cancer Res 16:1016), clearance and rise. */
export function ebvDnaKinetics(timeline: Timeline, course: TreatmentCourse): EbvDnaReading {
  const samples = timeline.of('EbvDnaMeasured');
  const histology = timeline.latest('HistologyReported');
  const baseline = baselineSample(timeline, course);
  // Without a baseline, samples after it are still comparable with one another.
  const anchor = baseline ?? samples[0];
  const series = anchor === undefined ? [] : samples.filter((sample) => sameSeries(sample, anchor));
  const drawnAfter = (fact: Parameters<Timeline['rank']>[0] | undefined): EbvDnaSample[] =>
    fact === undefined ? [] : series.filter((sample) => timeline.rank(sample) > timeline.rank(fact));

  const onTreatment = drawnAfter(course.firstDose ?? course.first);
  const ignored = samples.filter(
    (sample) => anchor !== undefined && timeline.rank(sample) > timeline.rank(anchor) && !sameSeries(sample, anchor),
  );
  const alerts = ebvDnaAlerts(samples);
  const sampleFlags = [
    ...(baseline !== undefined && isOldBaseline(baseline, course) ? ['baseline-ebv-older-than-28-days'] : []),
    ...(baseline === undefined && samples.length > 0 ? ['no-baseline-sample'] : []),
    ...(anchor !== undefined && anchor.specimen !== 'plasma' ? ['not-plasma'] : []),
    ...(ignored.length > 0 ? ['other-assay-results-ignored'] : []),
  ];

  if (histology?.eber === 'negative') {
    const reason = `EBER-negative ${histology.histology === 'keratinising' ? 'keratinising ' : ''}tumour: EBV DNA says nothing about it`;
    return {
      kinetics: { category: 'not-assessable', reason, clearance: 'not-assessable', flags: sampleFlags },
      state: { baseline, latestComparable: undefined, rising: false, informativeCleared: false },
      alerts,
    };
  }

  const cleared = clearanceCourse(onTreatment, (day) => completedCycles(course, day), baseline?.limitOfDetection);
  const clearance = baseline === undefined ? 'not-assessable' : isDetectable(baseline) ? cleared.clearance : 'not-informative';
  const informative = clearance !== 'not-assessable' && clearance !== 'not-informative';
  const rising = clearance === 'rebound' || hasRisen(drawnAfter(course.currentLine?.starts[0]));
  const fall = fallOf({ timeline, course, baseline, series, ignored });

  const flags = [
    ...sampleFlags,
    ...(histology === undefined || histology.eber === 'unknown' ? ['eber-unknown'] : []),
    ...fall.flags,
    ...(informative ? clearanceFlags(cleared, course) : []),
    ...(rising ? ['rising-on-treatment'] : []),
  ];
  const { flags: _, ...category } = fall;
  return {
    kinetics: { ...category, clearance, flags },
    state: { baseline, latestComparable: onTreatment.at(-1), rising, informativeCleared: clearance === 'cleared' },
    alerts,
  };
}

type Fall = Omit<EbvDnaKinetics, 'clearance'>;

/** The category with the half-life or bound that it rests on. */
function fallOf(read: {
  readonly timeline: Timeline;
  readonly course: TreatmentCourse;
  readonly baseline: EbvDnaSample | undefined;
  readonly series: readonly EbvDnaSample[];
  readonly ignored: readonly EbvDnaSample[];
}): Fall {
  const { timeline, course, baseline, series, ignored } = read;
  const unknown = (reason: string): Fall => ({ category: 'not-assessable', reason, flags: [] });
  const anchor = baseline ?? series[0];
  if (anchor === undefined) return unknown('no value');
  if (baseline !== undefined && !isDetectable(baseline)) {
    return { category: 'baseline-undetectable', reason: 'not detected before treatment', flags: [] };
  }
  const later = series.filter((sample) => timeline.rank(sample) > timeline.rank(anchor));
  if (later.length === 0 && ignored.length > 0) return unknown(whatDiffers(anchor, ignored));
  if (course.firstDose === undefined) {
    if (later.length > 0) return unknown('no systemic therapy');
    return unknown(series.length === 1 ? 'single pre-treatment value' : 'only pre-treatment values');
  }
  // What lies before a non-detect that itself precedes the baseline is another course.
  const reset = series.findLastIndex((sample) => timeline.rank(sample) < timeline.rank(anchor) && !isDetectable(sample));
  const fitted = categoryOf(halfLife(series.slice(reset + 1), course.firstDose.on));
  return baseline === undefined && fitted.category === 'not-assessable'
    ? { ...fitted, reason: `no value before treatment; ${fitted.reason}` }
    : fitted;
}

function categoryOf(fall: HalfLife): Fall {
  switch (fall.status) {
    case 'fitted':
      return {
        category: fall.days < RAPID_BELOW_DAYS ? 'rapid' : 'slow',
        halfLifeDays: fall.days,
        flags: [...(fall.days === RAPID_BELOW_DAYS ? ['half-life-at-cut-off'] : []), ...(fall.weekly ? [] : ['sampling-not-weekly'])],
      };
    case 'rising': {
      const reason =
        fall.doublingDays === undefined ? 'no fall under therapy' : `rose under therapy, doubling in ${fall.doublingDays.toFixed(2)} d`;
      return { category: 'rising', reason, flags: fall.weekly ? [] : ['sampling-not-weekly'] };
    }
    case 'bounded': {
      const rapid = fall.belowDays < RAPID_BELOW_DAYS;
      const bound = `upper bound only, one value and not detected ${fall.afterDays} d later; sampling is not weekly`;
      return {
        category: rapid ? 'rapid' : 'not-assessable',
        reason: rapid ? bound : `${bound}; the bound does not settle the category`,
        halfLifeBelowDays: fall.belowDays,
        flags: ['sampling-not-weekly'],
      };
    }
    case 'not-assessable':
      return { category: 'not-assessable', reason: fall.reason, flags: [] };
  }
}

function whatDiffers(anchor: EbvDnaSample, others: readonly EbvDnaSample[]): string {
  const differs = [
    ...(others.some((sample) => sample.unit !== anchor.unit) ? ['units'] : []),
    ...(others.some((sample) => sample.assay !== anchor.assay) ? ['assays'] : []),
    ...(others.some((sample) => sample.specimen !== anchor.specimen) ? ['specimens'] : []),
  ];
  return `${differs.join(' and ')} differ`;
}

function clearanceFlags(cleared: ReturnType<typeof clearanceCourse>, course: TreatmentCourse): string[] {
  const { firstNonDetect } = cleared;
  const cycle = firstNonDetect === undefined ? 0 : cyclesBy(lineOn(course, firstNonDetect.on), firstNonDetect.on);
  return [
    ...(cycle > 0 ? [`cleared-after-cycle-${cycle}`] : []),
    ...(cleared.unconfirmed ? ['unconfirmed'] : []),
    ...(cleared.detectableAgain ? ['detectable-again'] : []),
    ...(cleared.earlierRebound ? ['earlier-rebound'] : []),
  ];
}

const lineOn = (course: TreatmentCourse, day: IsoDate) => course.lines.findLast((line) => line.startedOn <= day);

const completedCycles = (course: TreatmentCourse, day: IsoDate): number => Math.max(0, ...course.lines.map((line) => cyclesBy(line, day)));
