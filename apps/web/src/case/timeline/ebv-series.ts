import type { FactOf, Timeline } from '@tumor-board/oncology';

type Sample = FactOf<'EbvDnaMeasured'>;

/** A sample as it is drawn. What was not quantified stands at the limit below which it lies, never at a value. */
export interface EbvPoint {
  readonly on: string;
  readonly fact: string;
  readonly result: Sample['result'];
  /** Copies or IU per mL; null when not quantified. */
  readonly value: number | null;
  /** The limit that a censored result lies below; null when the laboratory stated none. */
  readonly below: number | null;
  /** Where it is drawn. */
  readonly drawnAt: number;
}

/** Samples that may be compared: one assay, one specimen, one unit. */
export interface EbvSeries {
  readonly key: string;
  readonly assay: string;
  readonly specimen: Sample['specimen'];
  readonly unit: Sample['unit'];
  /** The detection limit last stated; null when none was. */
  readonly limitOfDetection: number | null;
  readonly points: readonly EbvPoint[];
}

/** The day from which samples were measured in another way. */
export interface AssayChange {
  readonly on: string;
  readonly from: string;
  readonly to: string;
}

export interface EbvChart {
  readonly series: readonly EbvSeries[];
  readonly changes: readonly AssayChange[];
  /** The units that occur: more than one is more than one scale. */
  readonly units: readonly string[];
}

/** Where a censored result is drawn when no limit was stated and nothing else was measured. */
const FLOOR = 1;

const keyOf = ({ assay, specimen, unit }: Sample): string => `${assay} · ${specimen} · ${unit}`;

/** The limit that a result which was not quantified lies below: the stated one, or the other one where only that was stated. */
function limitOf({ result, limitOfDetection, limitOfQuantification }: Sample): number | null {
  switch (result) {
    case 'quantified':
      return null;
    case 'undetectable':
      return limitOfDetection ?? limitOfQuantification ?? null;
    case 'below-quantification':
      return limitOfQuantification ?? null;
  }
}

/** The EBV DNA samples by assay, specimen and unit, and the days on which that changed. */
export function ebvChart(timeline: Timeline): EbvChart {
  const samples = timeline.of('EbvDnaMeasured');
  const shown = samples.flatMap((sample) => [sample.result === 'quantified' ? sample.value : undefined, limitOf(sample) ?? undefined]);
  const lowest = Math.min(...shown.filter((value): value is number => value !== undefined && value > 0));
  const floor = Number.isFinite(lowest) ? lowest : FLOOR;
  const series = new Map<string, { -readonly [Key in keyof EbvSeries]: EbvSeries[Key] }>();
  const changes: AssayChange[] = [];
  let before: Sample | undefined;
  for (const sample of samples) {
    const key = keyOf(sample);
    if (before !== undefined && keyOf(before) !== key) changes.push({ on: sample.on, from: keyOf(before), to: key });
    before = sample;
    const below = limitOf(sample);
    const value = sample.result === 'quantified' ? (sample.value ?? null) : null;
    const point: EbvPoint = { on: sample.on, fact: sample.id, result: sample.result, value, below, drawnAt: value ?? below ?? floor };
    const known = series.get(key);
    if (known === undefined) {
      const { assay, specimen, unit, limitOfDetection = null } = sample;
      series.set(key, { key, assay, specimen, unit, limitOfDetection, points: [point] });
    } else {
      known.points = [...known.points, point];
      known.limitOfDetection = sample.limitOfDetection ?? known.limitOfDetection;
    }
  }
  const units = new Set(samples.map(({ unit }) => unit));
  return { series: [...series.values()], changes, units: [...units] };
}
