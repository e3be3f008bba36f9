import { CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  AxisPointerComponent,
  DataZoomInsideComponent,
  DataZoomSliderComponent,
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import { type ECharts, format, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { texts } from '../../texts/texts.js';
import type { ChartColors } from './chart-colors.js';
import { CHART_HEIGHT, chartOption } from './chart-option.js';
import { atDay, type DayRange, dayAt, spanOf } from './day.js';
import type { TimelineModel } from './timeline-model.js';

use([
  LineChart,
  ScatterChart,
  CustomChart,
  GridComponent,
  TooltipComponent,
  AxisPointerComponent,
  DataZoomInsideComponent,
  DataZoomSliderComponent,
  MarkLineComponent,
  CanvasRenderer,
]);

interface Hovered {
  readonly data?: { readonly text?: string; readonly fact?: string; readonly value?: readonly (number | string | null)[] };
}
/** A part of the time axis, in percent, as the chart tells it; several at once in a batch. */
interface Zoomed {
  readonly start?: number;
  readonly end?: number;
  readonly batch?: readonly Zoomed[];
}

/** What is under the pointer, the day first. */
function hint(hovered: readonly Hovered[]): string {
  const said = hovered.flatMap(({ data }) => (data?.text === undefined ? [] : [data.text]));
  const at = hovered.find(({ data }) => data?.text !== undefined)?.data?.value?.[0];
  if (said.length === 0 || typeof at !== 'number') return '';
  return [dayAt(at), ...new Set(said)].map((text) => format.encodeHTML(text)).join('<br/>');
}

/** Draws a timeline. For those who cannot see it, the table beside it says the same. */
export function Chart({
  model,
  colors,
  hidden,
  range,
  showRange,
  openFact,
}: {
  readonly model: TimelineModel;
  readonly colors: ChartColors;
  /** The names of what is not drawn. */
  readonly hidden: ReadonlySet<string>;
  /** The days that are shown; null for all. */
  readonly range: DayRange | null;
  /** Told when somebody brushes or zooms in the chart. */
  readonly showRange: (range: DayRange | null) => void;
  readonly openFact: (id: string) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(null);
  const now = useRef({ openFact, showRange, span: spanOf(model) });
  now.current = { openFact, showRange, span: spanOf(model) };
  /** What the chart itself was brushed to: it need not be told again. */
  const brushed = useRef<DayRange | null>(null);
  useEffect(() => {
    if (place.current === null) return;
    const made = init(place.current, null, { renderer: 'canvas', height: CHART_HEIGHT });
    chart.current = made;
    made.on('click', ({ data }) => {
      const fact = (data as Hovered['data'])?.fact;
      if (fact !== undefined) now.current.openFact(fact);
    });
    made.on('datazoom', (event) => {
      const { start, end } = (event as Zoomed).batch?.[0] ?? (event as Zoomed);
      if (start === undefined || end === undefined) return;
      const [first, last] = now.current.span;
      const at = (percent: number): string => dayAt(first + (percent / 100) * (last - first));
      brushed.current = start <= 0 && end >= 100 ? null : { from: at(start), to: at(end) };
      now.current.showRange(brushed.current);
    });
    const sizes = new ResizeObserver(() => made.resize());
    sizes.observe(place.current);
    return () => {
      sizes.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    const tooltip = {
      trigger: 'axis' as const,
      confine: true,
      backgroundColor: colors.background,
      borderColor: colors.line,
      textStyle: { color: colors.text, fontSize: 12 },
      formatter: (hovered: Hovered | readonly Hovered[]) => hint(Array.isArray(hovered) ? hovered : [hovered as Hovered]),
    };
    // What was there is replaced, but where one has zoomed to stays.
    chart.current?.setOption({ ...chartOption(model, colors, hidden), tooltip }, { replaceMerge: ['series', 'grid', 'xAxis', 'yAxis'] });
  }, [model, colors, hidden]);
  useEffect(() => {
    if (range !== null && range === brushed.current) return;
    brushed.current = null;
    const zoom = range === null ? { start: 0, end: 100 } : { startValue: atDay(range.from), endValue: atDay(range.to) };
    const batch = [0, 1].map((dataZoomIndex) => ({ dataZoomIndex, ...zoom }));
    chart.current?.dispatchAction({ type: 'dataZoom', batch }, { silent: true });
  }, [range]);
  return <div ref={place} style={{ height: CHART_HEIGHT }} role="img" aria-label={texts.case.timeline.describedByTable} />;
}
