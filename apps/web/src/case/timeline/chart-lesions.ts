import { inWords, texts } from '../../texts/texts.js';
import type { ChartColors } from './chart-colors.js';
import { atDay } from './day.js';
import { type Drawn, dashOf, of, symbolOf } from './drawn.js';
import type { TimelineModel } from './timeline-model.js';
import { newLesionText, sumText } from './timeline-rows.js';

const line = { type: 'line' as const, xAxisIndex: 1, yAxisIndex: 1, connectNulls: false };

/** Each target, the sum of diameters, the limits that a scan was read against, and new lesions. */
export function lesionLines({ lesions }: TimelineModel, colors: ChartColors) {
  const words = texts.case.timeline;
  const single = lesions.lesions.map(({ lesion, organ, points }, index) => ({
    ...line,
    name: lesion,
    data: points.map(({ on, mm, state, fact }): Drawn => {
      const text = `${lesion}, ${inWords(organ)}: ${mm === null ? inWords(state) : `${mm} mm`}`;
      return { value: [atDay(on), mm], text, fact };
    }),
    symbol: symbolOf(index),
    symbolSize: 5,
    showAllSymbol: true,
    lineStyle: { width: 1, type: dashOf(Math.floor(index / colors.lesions.length)), color: of(colors.lesions, index) },
    itemStyle: { color: of(colors.lesions, index) },
  }));
  const sum = {
    ...line,
    name: words.sum,
    data: lesions.sums.map((one): Drawn => {
      const text = `${one.isBaseline ? words.baselineSum : words.sum}: ${sumText(one)}`;
      return { value: [atDay(one.on), one.mm], text, fact: one.fact };
    }),
    symbol: 'emptyCircle',
    symbolSize: 9,
    showAllSymbol: true,
    lineStyle: { width: 3, color: colors.text },
    itemStyle: { color: colors.text },
  };
  const limit = (name: string, color: string, take: (one: TimelineModel['lesions']['thresholds'][number]) => number | null) => ({
    ...line,
    name,
    data: lesions.thresholds.flatMap((one): Drawn[] => {
      const mm = take(one);
      return [{ value: [atDay(one.from), mm] }, { value: [atDay(one.to), mm] }, { value: [atDay(one.to), null] }];
    }),
    symbol: 'none',
    silent: true,
    lineStyle: { width: 1.5, type: 'dashed' as const, color },
    itemStyle: { color },
  });
  return [
    ...single,
    sum,
    {
      ...limit(words.nadir, colors.dimmed, ({ nadirMm }) => nadirMm),
      lineStyle: { width: 1.5, type: 'dotted' as const, color: colors.dimmed },
    },
    limit(words.responseLimit, colors.good, ({ responseMm }) => responseMm),
    limit(words.progressionLimit, colors.bad, ({ progressionMm }) => progressionMm),
    newLesions(lesions.fresh, colors),
  ];
}

/** New lesions at their size, or at the bottom where it was not measured: they belong to no sum. */
const newLesions = (fresh: TimelineModel['lesions']['fresh'], colors: ChartColors) => ({
  type: 'scatter' as const,
  xAxisIndex: 1,
  yAxisIndex: 1,
  name: texts.case.timeline.newLesion,
  symbol: 'diamond',
  symbolSize: 12,
  labelLayout: { hideOverlap: true },
  data: fresh.map((one): Drawn => {
    const color = one.unequivocal ? colors.bad : colors.warning;
    return {
      value: [atDay(one.on), one.mm ?? 0],
      text: `${texts.case.timeline.newLesion}: ${newLesionText(one)}`,
      fact: one.fact,
      itemStyle: one.unequivocal ? { color } : { color: colors.background, borderColor: color, borderWidth: 2 },
      label: { show: true, formatter: texts.case.timeline.newMark(one.lesion), position: 'top' as const, color, fontSize: 10 },
    };
  }),
});
