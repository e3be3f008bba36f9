import { texts } from '../../texts/texts.js';
import { bandSeries } from './chart-bands.js';
import type { ChartColors } from './chart-colors.js';
import { ebvLines } from './chart-ebv.js';
import { LANE_HEIGHT, LANES, laneMarks } from './chart-lanes.js';
import { lesionLines } from './chart-lesions.js';
import { DAY_MS, spanOf } from './day.js';
import type { TimelineModel } from './timeline-model.js';

const TOP = 22;
const EBV_HEIGHT = 170;
const LESIONS_HEIGHT = 170;
const GAP = 34;
const LANES_TOP = TOP + EBV_HEIGHT + GAP + LESIONS_HEIGHT + GAP;
const LANES_HEIGHT = LANES.length * LANE_HEIGHT;
/** The names of the lanes stand on the left. */
const SIDES = { left: 92, right: 28 } as const;

/** The height of the whole chart in px. */
export const CHART_HEIGHT = LANES_TOP + LANES_HEIGHT + 84;

const dayText = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The chart of a timeline: three grids over one time axis, moved and zoomed together. What is hidden is left out. */
export function chartOption(model: TimelineModel, colors: ChartColors, hidden: ReadonlySet<string> = new Set()) {
  const words = texts.case.timeline;
  const [min, max] = spanOf(model);
  const axis = (gridIndex: number, isLast: boolean) => ({
    gridIndex,
    type: 'time' as const,
    min,
    max,
    // Weeks at the closest; within a year, days in between would stand beside those of the months.
    minInterval: 7 * DAY_MS,
    axisLabel: {
      show: isLast,
      color: colors.dimmed,
      hideOverlap: true,
      // Numbers, like every day on the screens: the library has names of months in one language only.
      formatter: { year: '{yyyy}', month: '{yyyy}-{MM}', day: '{MM}-{dd}' },
    },
    axisTick: { show: isLast },
    axisLine: { lineStyle: { color: colors.line } },
    splitLine: { show: true, lineStyle: { color: colors.faint } },
    axisPointer: {
      show: true,
      snap: true,
      label: { show: isLast, formatter: ({ value }: { value: number }) => dayText(value) },
    },
  });
  const named = { nameTextStyle: { color: colors.dimmed, align: 'left' as const }, axisLabel: { color: colors.dimmed } };
  const grid = (top: number, height: number) => ({ ...SIDES, top, height });
  const drawn = [...ebvLines(model, colors), ...lesionLines(model, colors)].filter(({ name }) => !hidden.has(name));
  return {
    animation: false,
    useUTC: true,
    textStyle: { fontFamily: 'inherit' },
    grid: [grid(TOP, EBV_HEIGHT), grid(TOP + EBV_HEIGHT + GAP, LESIONS_HEIGHT), grid(LANES_TOP, LANES_HEIGHT)],
    xAxis: [axis(0, false), axis(1, false), axis(2, true)],
    yAxis: [
      {
        gridIndex: 0,
        type: 'log' as const,
        logBase: 10,
        min: 1,
        name: words.ebvAxis(model.ebv.units),
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
        // The strip at its top moves what is shown, and takes a part of the bar; the rest is to brush in.
        height: 30,
        ...SIDES,
        brushSelect: true,
        filterMode: 'none' as const,
        showDataShadow: false as const,
        labelFormatter: dayText,
        textStyle: { color: colors.dimmed },
      },
    ],
    series: [...drawn, bandSeries(model, colors), ...laneMarks(model, colors, [min, max])],
  };
}
