import { inWords, texts } from '../../texts/texts.js';
import type { ChartColors } from './chart-colors.js';
import { atDay } from './day.js';
import { type Drawn, dashOf, of, symbolOf } from './drawn.js';
import type { EbvPoint, EbvSeries } from './ebv-series.js';
import type { TimelineModel } from './timeline-model.js';
import { ebvText } from './timeline-rows.js';

/** A way of measuring EBV DNA as the legend names it. */
export const ebvName = ({ assay, specimen, unit }: EbvSeries): string => `EBV ${assay} (${inWords(specimen)}, ${unit})`;

const isValue = ({ result }: EbvPoint): boolean => result === 'quantified';

/** The samples of each way of measuring, their detection limits, and the days on which it changed. */
export function ebvLines({ ebv }: TimelineModel, colors: ChartColors) {
  const lastSeries = ebv.series.length - 1;
  return ebv.series.flatMap((series, index) => {
    const color = of(colors.ebv, index);
    const base = { type: 'line' as const, name: ebvName(series), xAxisIndex: 0, yAxisIndex: 0, itemStyle: { color } };
    return [
      {
        ...base,
        data: series.points.map((point) => marked(point, series, index, colors)),
        showAllSymbol: true,
        symbol: symbolOf(index),
        lineStyle: { width: 0, opacity: 0 },
        markLine: {
          silent: true,
          symbol: 'none',
          data: [...limitLine(series, color, colors), ...(index === lastSeries ? changeLines(ebv.changes, colors) : [])],
        },
      },
      joined(series.points, true, { ...base, symbol: 'none', silent: true, lineStyle: { color, width: 2, type: dashOf(index) } }),
      joined(series.points, false, {
        ...base,
        symbol: 'none',
        silent: true,
        lineStyle: { color, width: 1, type: 'dotted' as const, opacity: 0.7 },
      }),
    ];
  });
}

function marked(point: EbvPoint, series: EbvSeries, index: number, colors: ChartColors): Drawn {
  const color = of(colors.ebv, index);
  return {
    value: [atDay(point.on), point.drawnAt],
    text: `${ebvName(series)}: ${ebvText(point, series.unit)}`,
    fact: point.fact,
    // What was not quantified is drawn as a hollow mark that points down from its limit: it lies somewhere below.
    ...(isValue(point)
      ? { symbol: symbolOf(index), symbolSize: 8 }
      : {
          symbol: 'triangle',
          symbolRotate: 180,
          symbolSize: 12,
          itemStyle: { color: colors.background, borderColor: color, borderWidth: 2 },
        }),
  };
}

/** The lines between samples: those between two values, or those that lead to or from what was not quantified. */
function joined<Style extends object>(points: readonly EbvPoint[], betweenValues: boolean, style: Style) {
  const data = points.flatMap((point, index): Drawn[] => {
    const before = points[index - 1];
    if (before === undefined || (isValue(before) && isValue(point)) !== betweenValues) return [];
    const to = atDay(point.on);
    return [{ value: [atDay(before.on), before.drawnAt] }, { value: [to, point.drawnAt] }, { value: [to, null] }];
  });
  return { ...style, data, connectNulls: false };
}

const limitLine = ({ limitOfDetection, unit }: EbvSeries, color: string, colors: ChartColors) =>
  limitOfDetection === null
    ? []
    : [
        {
          yAxis: limitOfDetection,
          lineStyle: { color, type: 'dotted' as const },
          label: {
            formatter: texts.case.timeline.limit(limitOfDetection, unit),
            position: 'insideStartTop' as const,
            color: colors.dimmed,
            fontSize: 10,
          },
        },
      ];

const changeLines = (changes: TimelineModel['ebv']['changes'], colors: ChartColors) =>
  changes.map(({ on }) => ({
    xAxis: atDay(on),
    lineStyle: { color: colors.warning, type: 'dashed' as const },
    label: {
      formatter: texts.case.timeline.assayChange,
      position: 'insideEndTop' as const,
      color: colors.warning,
      fontSize: 10,
    },
  }));
