import { inWords, texts } from '../../texts/texts.js';
import type { ChartColors } from './chart-colors.js';
import { atDay } from './day.js';
import type { Drawn } from './drawn.js';
import type { ResponseMark } from './lesion-series.js';
import type { TimelineModel } from './timeline-model.js';

/** The lanes under the curves, from top to bottom. */
export const LANES = ['systemic', 'radiotherapy', 'local-therapy', 'event', 'response', 'decision', 'meeting'] as const;
export type Lane = (typeof LANES)[number];

/** In px. */
export const LANE_HEIGHT = 22;

function responseColor({ recist }: ResponseMark, colors: ChartColors): string {
  if (recist === 'PD') return colors.bad;
  return recist === 'CR' || recist === 'PR' ? colors.good : colors.dimmed;
}

/** The letters of a response, both criteria where both apply. */
export const responseLetters = ({ recist, immune }: ResponseMark): string => (immune === null ? recist : `${recist} / ${immune}`);

/** Letters of marks in the last part of the scale stand before them: after them they would leave the chart. */
const LAST_PART = 0.2;

/** Treatments of one day, cycles, responses, decisions and meetings, on a scale from one moment to another. */
export function laneMarks({ treatments, lesions, board }: TimelineModel, colors: ChartColors, [min, max]: readonly [number, number]) {
  const words = texts.case.timeline;
  const sideOf = (on: string) => (atDay(on) > max - LAST_PART * (max - min) ? ('left' as const) : ('right' as const));
  const mark = (on: string, lane: Lane, symbol: string, color: string, letters: string, text: string, fact?: string): Drawn => ({
    value: [atDay(on), LANES.indexOf(lane)],
    text,
    ...(fact === undefined ? {} : { fact }),
    symbol,
    itemStyle: { color },
    label: { show: true, formatter: letters, color: colors.text, fontSize: 11, position: sideOf(on) },
  });
  const data: Drawn[] = [
    ...treatments.locals.map(({ on, kind, text, short, fact }) =>
      mark(on, kind, kind === 'event' ? 'triangle' : 'diamond', kind === 'event' ? colors.warning : colors.treatment, short, text, fact),
    ),
    ...lesions.marks.map((response) => {
      const letters = responseLetters(response);
      return mark(
        response.on,
        'response',
        'rect',
        responseColor(response, colors),
        letters,
        `${words.response}: ${letters}`,
        response.fact,
      );
    }),
    ...board.map(({ on, kind, what, isStanding }) =>
      mark(
        on,
        kind,
        kind === 'decision' ? 'pin' : 'circle',
        isStanding ? colors.good : colors.dimmed,
        inWords(what),
        `${words.lanes[kind]}: ${isStanding ? words.standing(inWords(what)) : inWords(what)}`,
      ),
    ),
  ];
  const cycles: Drawn[] = treatments.cycles.map(({ on, cycles: count, fact }) => ({
    value: [atDay(on), LANES.indexOf('systemic')],
    text: `${words.cycles}: ${count}`,
    fact,
    symbol: 'rect',
    symbolSize: [2, LANE_HEIGHT - 6],
    itemStyle: { color: colors.text },
    label: { show: true, formatter: `C${count}`, color: colors.text, fontSize: 10, position: 'left' as const },
  }));
  const scatter = { type: 'scatter' as const, xAxisIndex: 2, yAxisIndex: 2, symbolSize: 9, labelLayout: { hideOverlap: true } };
  return [
    { ...scatter, name: words.marks, data },
    { ...scatter, name: words.cycles, data: cycles },
  ];
}
