import { inWords, numberText, texts } from '../../texts/texts.js';
import type { EbvPoint } from './ebv-series.js';
import type { NewLesionPoint, SumPoint } from './lesion-series.js';
import type { TimelineModel } from './timeline-model.js';

/** One value of the timeline in words: what the chart draws, for those who read it. */
export interface TimelineRow {
  readonly on: string;
  readonly lane: 'ebv' | 'lesions' | 'treatment' | 'response' | 'board';
  readonly what: string;
  readonly value: string;
  readonly fact: string | null;
}

/** A change as it is read: `+25 %`. */
export const percent = (value: number): string => `${value > 0 ? '+' : ''}${value} %`;

/** A result as it is read: a number, or the limit below which it lies. */
export function ebvText({ result, value, below }: EbvPoint, unit: string): string {
  switch (result) {
    case 'quantified':
      return value === null ? inWords(result) : `${numberText(value)} ${unit}`;
    case 'undetectable':
    case 'below-quantification':
      return below === null ? texts.case.timeline.noLimit(inWords(result)) : `${inWords(result)}, < ${numberText(below)} ${unit}`;
  }
}

/** A sum of diameters with its changes, as it is read. */
export function sumText({ mm, fromBaselinePct, fromNadirPct }: SumPoint): string {
  const words = texts.case.timeline;
  return [
    mm === null ? words.incomplete : `${mm} mm`,
    ...(fromBaselinePct === null ? [] : [words.fromBaseline(percent(fromBaselinePct))]),
    ...(fromNadirPct === null ? [] : [words.fromNadir(percent(fromNadirPct))]),
  ].join(', ');
}

/** A new lesion as it is read. */
export const newLesionText = ({ lesion, organ, mm, unequivocal }: NewLesionPoint): string =>
  [`${lesion}, ${inWords(organ)}`, ...(mm === null ? [] : [`${mm} mm`]), ...(unequivocal ? [] : [texts.case.timeline.equivocal])].join(
    ', ',
  );

/** All values of the timeline, by day. */
export function timelineRows({ ebv, lesions, treatments, board }: TimelineModel): readonly TimelineRow[] {
  const words = texts.case.timeline;
  const rows: TimelineRow[] = [
    ...ebv.series.flatMap(({ assay, specimen, unit, points }) =>
      points.map((point): TimelineRow => {
        const what = words.ebvOf(assay, inWords(specimen));
        return { on: point.on, lane: 'ebv', what, value: ebvText(point, unit), fact: point.fact };
      }),
    ),
    ...ebv.changes.map(
      ({ on, from, to }): TimelineRow => ({ on, lane: 'ebv', what: words.assayChange, value: `${from} → ${to}`, fact: null }),
    ),
    ...lesions.lesions.flatMap(({ lesion, organ, points }) =>
      points.map(({ on, fact, mm, state }): TimelineRow => {
        const value = mm === null ? inWords(state) : state === 'measured' ? `${mm} mm` : `${mm} mm (${inWords(state)})`;
        return { on, lane: 'lesions', what: `${lesion}, ${inWords(organ)}`, value, fact };
      }),
    ),
    ...lesions.sums.map(
      (one): TimelineRow => ({
        on: one.on,
        lane: 'lesions',
        what: one.isBaseline ? words.baselineSum : words.sum,
        value: sumText(one),
        fact: one.fact,
      }),
    ),
    ...lesions.fresh.map(
      (one): TimelineRow => ({ on: one.on, lane: 'lesions', what: words.newLesion, value: newLesionText(one), fact: one.fact }),
    ),
    ...lesions.marks.map(({ on, fact, recist, immune, flags }): TimelineRow => {
      const letters = immune === null ? `RECIST ${recist}` : `RECIST ${recist}, iRECIST ${immune}`;
      return { on, lane: 'response', what: words.response, value: [letters, ...flags.map(inWords)].join(', '), fact };
    }),
    ...treatments.bands.flatMap(({ fact, from, to, line, regimen, ended }): TimelineRow[] => [
      { on: from, lane: 'treatment', what: words.line(line), value: words.started(regimen), fact },
      ...(ended === null || ended === 'replaced'
        ? []
        : [{ on: to, lane: 'treatment' as const, what: words.line(line), value: words.ended(regimen, inWords(ended)), fact }]),
    ]),
    ...treatments.cycles.map(
      ({ on, fact, cycles }): TimelineRow => ({ on, lane: 'treatment', what: words.cycles, value: String(cycles), fact }),
    ),
    ...treatments.locals.map(
      ({ on, fact, kind, text }): TimelineRow => ({ on, lane: 'treatment', what: words.lanes[kind], value: text, fact }),
    ),
    ...board.map(({ on, kind, what, isStanding }): TimelineRow => {
      const value = isStanding ? words.standing(inWords(what)) : inWords(what);
      return { on, lane: 'board', what: words.lanes[kind], value, fact: null };
    }),
  ];
  return rows.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
