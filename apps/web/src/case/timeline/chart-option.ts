import { inWords, texts } from '../../texts/texts.js';
import { bandSeries } from './chart-bands.js';
import type { ChartColors } from './chart-colors.js';
import { atDay } from './day.js';
import type { EbvSeries } from './ebv-series.js';
import type { TimelineModel } from './timeline-model.js';
import { ebvText } from './timeline-rows.js';

/** The lanes under the curves, from top to bottom. */
export const LANES = ['systemic', 'radiotherapy', 'local-therapy', 'response', 'decision', 'meeting'] as const;
export type Lane = (typeof LANES)[number];

const LANE_HEIGHT = 22;
const TOP = 54;
const EBV_HEIGHT = 170;
const LESIONS_HEIGHT = 170;
const GAP = 34;
const LANES_TOP = TOP + EBV_HEIGHT + GAP + LESIONS_HEIGHT + GAP;
const LANES_HEIGHT = LANES.length * LANE_HEIGHT;

/** The height of the whole chart in px. */
export const CHART_HEIGHT = LANES_TOP + LANES_HEIGHT + 76;

/** A drawn value, with what is said of it and the fact to open. */
export interface Drawn {
  readonly value: readonly (number | string | null)[];
  readonly text?: string;
  readonly fact?: string;
  readonly [style: string]: unknown;
}

const SYMBOLS = ['circle', 'rect', 'diamond', 'roundRect', 'pin'] as const;
const DASHES = ['solid', 'dashed', 'dotted'] as const;
const of = <Item>(items: readonly [Item, ...Item[]], index: number): Item => items[index % items.length] ?? items[0];

/** The chart of a timeline: three grids over one time axis, moved and zoomed together. */
export function chartOption(model: TimelineModel, colors: ChartColors) {
  const words = texts.case.timeline;
  const axis = (gridIndex: number, isLast: boolean) => ({
    gridIndex,
    type: 'time' as const,
    min: model.firstDay === null ? undefined : atDay(model.firstDay) - 7 * 86_400_000,
    max: atDay(model.lastDay) + 14 * 86_400_000,
    axisLabel: { show: isLast, color: colors.dimmed, hideOverlap: true },
    axisTick: { show: isLast },
    axisLine: { lineStyle: { color: colors.line } },
    splitLine: { show: true, lineStyle: { color: colors.faint } },
    axisPointer: {
      show: true,
      snap: true,
      label: { show: isLast, formatter: ({ value }: { value: number }) => new Date(value).toISOString().slice(0, 10) },
    },
  });
  const named = { nameTextStyle: { color: colors.dimmed, align: 'left' as const }, axisLabel: { color: colors.dimmed } };
  const grid = (top: number, height: number) => ({ left: 92, right: 16, top, height });
  return {
    animation: false,
    textStyle: { fontFamily: 'inherit' },
    grid: [grid(TOP, EBV_HEIGHT), grid(TOP + EBV_HEIGHT + GAP, LESIONS_HEIGHT), grid(LANES_TOP, LANES_HEIGHT)],
    xAxis: [axis(0, false), axis(1, false), axis(2, true)],
    yAxis: [
      {
        gridIndex: 0,
        type: 'log' as const,
        logBase: 10,
        min: 1,
        name: words.ebvAxis,
        splitLine: { lineStyle: { color: colors.faint } },
        ...named,
      },
      { gridIndex: 1, type: 'value' as const, min: 0, name: words.lesionAxis, splitLine: { lineStyle: { color: colors.faint } }, ...named },
      {
        gridIndex: 2,
        type: 'category' as const,
        inverse: true,
        data: LANES.map((lane) => words.lanes[lane]),
        axisLabel: { color: colors.dimmed, fontSize: 11 },
        axisTick: { show: false },
        axisLine: { show: false },
        splitLine: { show: true, lineStyle: { color: colors.faint } },
      },
    ],
    axisPointer: { link: [{ xAxisIndex: 'all' as const }], lineStyle: { color: colors.dimmed } },
    dataZoom: [
      {
        type: 'inside' as const,
        xAxisIndex: [0, 1, 2],
        zoomOnMouseWheel: 'shift' as const,
        moveOnMouseWheel: false,
        filterMode: 'none' as const,
      },
      {
        type: 'slider' as const,
        xAxisIndex: [0, 1, 2],
        bottom: 8,
        height: 22,
        left: 92,
        right: 16,
        brushSelect: true,
        filterMode: 'none' as const,
        showDataShadow: false as const,
        labelFormatter: (value: number) => new Date(value).toISOString().slice(0, 10),
        textStyle: { color: colors.dimmed },
      },
    ],
    legend: { type: 'scroll' as const, top: 0, textStyle: { color: colors.text, fontSize: 11 }, itemHeight: 8, data: legendOf(model) },
    series: [...ebvLines(model, colors), ...lesionLines(model, colors), bandSeries(model, colors), ...laneMarks(model, colors)],
  };
}

const ebvName = ({ assay, specimen, unit }: EbvSeries): string => `EBV ${assay} (${inWords(specimen)}, ${unit})`;

const legendOf = ({ ebv, lesions }: TimelineModel): string[] => [
  ...ebv.series.map(ebvName),
  ...(lesions.sums.length > 0 ? [texts.case.timeline.sum] : []),
  ...lesions.lesions.map(({ lesion }) => lesion),
  ...(lesions.thresholds.length > 0
    ? [texts.case.timeline.nadir, texts.case.timeline.responseLimit, texts.case.timeline.progressionLimit]
    : []),
];

function ebvLines({ ebv }: TimelineModel, colors: ChartColors) {
  const words = texts.case.timeline;
  const lastSeries = ebv.series.length - 1;
  return ebv.series.map((series, index) => {
    const color = of(colors.ebv, index);
    const data: Drawn[] = series.points.map((point) => ({
      value: [atDay(point.on), point.drawnAt],
      text: `${ebvName(series)}: ${ebvText(point, series.unit)}`,
      fact: point.fact,
      // What was not quantified is drawn as a hollow mark that points down from its limit: it lies somewhere below.
      ...(point.result === 'quantified'
        ? { symbol: of(SYMBOLS, index), symbolSize: 8 }
        : {
            symbol: 'triangle',
            symbolRotate: 180,
            symbolSize: 12,
            itemStyle: { color: colors.background, borderColor: color, borderWidth: 2 },
          }),
    }));
    return {
      type: 'line' as const,
      name: ebvName(series),
      xAxisIndex: 0,
      yAxisIndex: 0,
      data,
      showAllSymbol: true,
      lineStyle: { color, width: 2, type: of(DASHES, index) },
      itemStyle: { color },
      markLine: {
        silent: true,
        symbol: 'none',
        data: [
          ...(series.limitOfDetection === null
            ? []
            : [
                {
                  yAxis: series.limitOfDetection,
                  lineStyle: { color, type: 'dotted' as const },
                  label: {
                    formatter: words.limit(series.limitOfDetection),
                    position: 'insideStartTop' as const,
                    color: colors.dimmed,
                    fontSize: 10,
                  },
                },
              ]),
          ...(index === lastSeries
            ? ebv.changes.map(({ on }) => ({
                xAxis: atDay(on),
                lineStyle: { color: colors.warning, type: 'dashed' as const },
                label: { formatter: words.assayChange, position: 'insideEndTop' as const, color: colors.warning, fontSize: 10 },
              }))
            : []),
        ],
      },
    };
  });
}

function lesionLines({ lesions }: TimelineModel, colors: ChartColors) {
  const words = texts.case.timeline;
  const line = { type: 'line' as const, xAxisIndex: 1, yAxisIndex: 1, connectNulls: false };
  const single = lesions.lesions.map(({ lesion, organ, points }, index) => ({
    ...line,
    name: lesion,
    data: points.map(({ on, mm, state, fact }): Drawn => {
      const text = `${lesion}, ${organ}: ${mm === null ? inWords(state) : `${mm} mm`}`;
      return { value: [atDay(on), mm], text, fact };
    }),
    symbol: of(SYMBOLS, index),
    symbolSize: 5,
    showAllSymbol: true,
    lineStyle: { width: 1, type: of(DASHES, Math.floor(index / colors.lesions.length)), color: of(colors.lesions, index) },
    itemStyle: { color: of(colors.lesions, index) },
  }));
  const sum = {
    ...line,
    name: words.sum,
    data: lesions.sums.map(({ on, mm, isBaseline, fact, fromBaselinePct, fromNadirPct }): Drawn => {
      const changes = [
        ...(fromBaselinePct === null ? [] : [words.fromBaseline(`${fromBaselinePct} %`)]),
        ...(fromNadirPct === null ? [] : [words.fromNadir(`${fromNadirPct} %`)]),
      ];
      const text = [`${isBaseline ? words.baselineSum : words.sum}: ${mm === null ? words.incomplete : `${mm} mm`}`, ...changes].join(', ');
      return { value: [atDay(on), mm], text, fact };
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
    lineStyle: { width: 1, type: 'dashed' as const, color },
    itemStyle: { color },
  });
  return [
    ...single,
    sum,
    {
      ...limit(words.nadir, colors.dimmed, ({ nadirMm }) => nadirMm),
      lineStyle: { width: 1, type: 'dotted' as const, color: colors.dimmed },
    },
    limit(words.responseLimit, colors.good, ({ responseMm }) => responseMm),
    limit(words.progressionLimit, colors.bad, ({ progressionMm }) => progressionMm),
  ];
}

function laneMarks({ treatments, lesions, board }: TimelineModel, colors: ChartColors) {
  const label = (text: string) => ({ show: true, formatter: text, color: colors.text, fontSize: 11, position: 'right' as const });
  const mark = (on: string, lane: Lane, symbol: string, color: string, letters: string, text: string, fact?: string): Drawn => ({
    value: [atDay(on), LANES.indexOf(lane)],
    text,
    ...(fact === undefined ? {} : { fact }),
    symbol,
    itemStyle: { color },
    label: label(letters),
  });
  const words = texts.case.timeline;
  const data: Drawn[] = [
    ...treatments.locals.map(({ on, kind, text, fact }) => mark(on, kind, 'diamond', colors.treatment, '', text, fact)),
    ...lesions.marks.map(({ on, recist, immune, fact }) => {
      const letters = immune === null ? recist : `${recist} / ${immune}`;
      return mark(on, 'response', 'rect', recist === 'PD' ? colors.bad : colors.dimmed, letters, `${words.response}: ${letters}`, fact);
    }),
    ...board.map(({ on, kind, what, isStanding }) =>
      mark(
        on,
        kind,
        kind === 'decision' ? 'pin' : 'circle',
        isStanding ? colors.good : colors.dimmed,
        inWords(what),
        `${words.lanes[kind]}: ${inWords(what)}`,
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
    label: { show: true, formatter: String(count), color: colors.text, fontSize: 10, position: 'left' as const },
  }));
  const scatter = { type: 'scatter' as const, xAxisIndex: 2, yAxisIndex: 2, symbolSize: 9, labelLayout: { hideOverlap: true } };
  return [
    { ...scatter, name: words.marks, data },
    { ...scatter, name: words.cycles, data: cycles },
  ];
}
