import {
  LEAST_GROWTH,
  millimetresOf,
  responseSeries,
  type ScanDetail,
  sizeOf,
  type Target,
  type Timeline,
  targetSet,
  treatmentCourse,
} from '@tumor-board/oncology';

/** One target at one measurement. */
export interface LesionPoint {
  readonly on: string;
  readonly fact: string;
  /** Longest diameter, or short axis of a node; null when it was not evaluated. */
  readonly mm: number | null;
  readonly state: Target['state'];
}

/** One target lesion over time. */
export interface LesionSeries {
  readonly lesion: string;
  readonly organ: string;
  readonly kind: Target['kind'];
  readonly points: readonly LesionPoint[];
}

/** The sum of diameters at one measurement. */
export interface SumPoint {
  readonly on: string;
  readonly fact: string;
  readonly isBaseline: boolean;
  /** Null when there are no targets or one was not evaluated. */
  readonly mm: number | null;
  readonly fromBaselinePct: number | null;
  readonly fromNadirPct: number | null;
}

/** From which sum on a scan is a response or a progression, between two days. */
export interface Thresholds {
  readonly from: string;
  /** The day of the scan that they are for. */
  readonly to: string;
  readonly baselineMm: number | null;
  readonly nadirMm: number | null;
  /** 30 % below the baseline sum. */
  readonly responseMm: number | null;
  /** 20 % and 5 mm above the nadir, whichever is more. */
  readonly progressionMm: number | null;
}

/** The letters of one scan. */
export interface ResponseMark {
  readonly on: string;
  readonly fact: string;
  readonly recist: string;
  readonly immune: string | null;
  readonly flags: readonly string[];
}

/** A lesion that was not there at baseline, as one scan saw it. */
export interface NewLesionPoint {
  readonly on: string;
  readonly fact: string;
  readonly lesion: string;
  readonly organ: string;
  /** Null when it was not measured. */
  readonly mm: number | null;
  readonly unequivocal: boolean;
}

export interface LesionChart {
  readonly lesions: readonly LesionSeries[];
  readonly sums: readonly SumPoint[];
  readonly thresholds: readonly Thresholds[];
  readonly marks: readonly ResponseMark[];
  readonly fresh: readonly NewLesionPoint[];
}

const LEAST_GROWTH_MM = millimetresOf(LEAST_GROWTH);

/** Rounded to a thousandth, as lengths are: 0.7 × 53 is 37.1 and nothing else. */
const rounded = (mm: number): number => Math.round(mm * 1000) / 1000;

/** At or below this sum the targets have responded (RECIST 1.1: 30 % below baseline). */
export const responseLimit = (baselineMm: number | null): number | null => (baselineMm === null ? null : rounded(0.7 * baselineMm));

/** From this sum on the targets are progressive (RECIST 1.1: 20 % and at least 5 mm above the nadir). */
export const progressionLimit = (nadirMm: number | null): number | null =>
  nadirMm === null ? null : rounded(Math.max(1.2 * nadirMm, nadirMm + LEAST_GROWTH_MM));

/** The targets, their sums and the responses as the service computes them. */
export function lesionChart(timeline: Timeline): LesionChart {
  const baselines = timeline.of('BaselineLesionsMeasured');
  const scans = timeline.of('ResponseAssessed');
  const { details } = responseSeries(timeline, treatmentCourse(timeline));
  const lesions = new Map<string, { lesion: string; organ: string; kind: Target['kind']; points: LesionPoint[] }>();
  for (const { on, id, targets } of [...baselines, ...scans].sort((a, b) => timeline.rank(a) - timeline.rank(b))) {
    for (const target of targets) {
      const size = sizeOf(target);
      const point: LesionPoint = { on, fact: id, mm: size === null ? null : millimetresOf(size), state: target.state };
      const known = lesions.get(target.lesion);
      if (known === undefined) {
        lesions.set(target.lesion, { lesion: target.lesion, organ: target.organ, kind: target.kind, points: [point] });
      } else known.points.push(point);
    }
  }
  const sums: SumPoint[] = baselines.map((fact) => {
    const { sum } = targetSet(fact);
    const mm = sum === null ? null : millimetresOf(sum);
    return { on: fact.on, fact: fact.id, isBaseline: true, mm, fromBaselinePct: null, fromNadirPct: null };
  });
  for (const { scan } of details) {
    const { on, fact, sumMm, changeFromBaselinePct, changeFromNadirPct } = scan;
    sums.push({ on, fact, isBaseline: false, mm: sumMm, fromBaselinePct: changeFromBaselinePct, fromNadirPct: changeFromNadirPct });
  }
  sums.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const marks = details.map(({ scan: { on, fact, overall, immune, flags } }) => ({ on, fact, recist: overall, immune, flags }));
  return {
    lesions: [...lesions.values()],
    sums,
    thresholds: thresholdsOf(details, new Map(baselines.map(({ id, on }) => [id, on]))),
    marks,
    fresh: scans.flatMap(({ on, id, newLesions }) =>
      newLesions.map(({ lesion, organ, mm, unequivocal }) => ({ on, fact: id, lesion, organ, mm: mm ?? null, unequivocal })),
    ),
  };
}

/** The limits that each scan was read against, from the measurement before it in the same line to the scan. */
function thresholdsOf(details: readonly ScanDetail[], baselineDays: ReadonlyMap<string, string>): Thresholds[] {
  return details.map(({ scan, baseline, baselineSumMm, nadirSumMm }, index) => {
    const before = details[index - 1];
    const isSameBaseline = before !== undefined && before.baseline === baseline;
    const from = isSameBaseline ? before.scan.on : baseline === null ? undefined : baselineDays.get(baseline);
    return {
      from: from === undefined || from > scan.on ? scan.on : from,
      to: scan.on,
      baselineMm: baselineSumMm,
      nadirMm: nadirSumMm,
      responseMm: responseLimit(baselineSumMm),
      progressionMm: progressionLimit(nadirSumMm),
    };
  });
}
