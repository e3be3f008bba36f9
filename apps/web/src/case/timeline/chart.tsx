import { CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  AxisPointerComponent,
  DataZoomInsideComponent,
  DataZoomSliderComponent,
  GridComponent,
  LegendScrollComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import { type ECharts, format, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { texts } from '../../texts/texts.js';
import { chartColors } from './chart-colors.js';
import { CHART_HEIGHT, chartOption } from './chart-option.js';
import { atDay } from './day.js';
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
  LegendScrollComponent,
  MarkLineComponent,
  CanvasRenderer,
]);

interface Hovered {
  readonly data?: { readonly text?: string; readonly fact?: string; readonly value?: readonly (number | string | null)[] };
}

/** What is under the pointer, the day first. */
function hint(hovered: readonly Hovered[]): string {
  const said = hovered.flatMap(({ data }) => (data?.text === undefined ? [] : [data.text]));
  const at = hovered.find(({ data }) => data?.text !== undefined)?.data?.value?.[0];
  if (said.length === 0 || typeof at !== 'number') return '';
  return [new Date(at).toISOString().slice(0, 10), ...new Set(said)].map((text) => format.encodeHTML(text)).join('<br/>');
}

/** The days that are shown; null for all. */
export type Window = { readonly months: number } | null;

/** Draws a timeline. For those who cannot see it, the table beside it says the same. */
export function Chart({
  model,
  scheme,
  window: shown,
  openFact,
}: {
  readonly model: TimelineModel;
  readonly scheme: 'light' | 'dark';
  readonly window: Window;
  readonly openFact: (id: string) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(null);
  const open = useRef(openFact);
  open.current = openFact;
  useEffect(() => {
    if (place.current === null) return;
    const made = init(place.current, null, { renderer: 'canvas', height: CHART_HEIGHT });
    chart.current = made;
    made.on('click', ({ data }) => {
      const fact = (data as Hovered['data'])?.fact;
      if (fact !== undefined) open.current(fact);
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
    const colors = chartColors(scheme);
    const tooltip = {
      trigger: 'axis' as const,
      confine: true,
      backgroundColor: colors.background,
      borderColor: colors.line,
      textStyle: { color: colors.text, fontSize: 12 },
      formatter: (hovered: Hovered | readonly Hovered[]) => hint(Array.isArray(hovered) ? hovered : [hovered as Hovered]),
    };
    // What was there is replaced, but where one has zoomed to stays.
    chart.current?.setOption({ ...chartOption(model, colors), tooltip }, { replaceMerge: ['series', 'grid', 'xAxis', 'yAxis'] });
  }, [model, scheme]);
  useEffect(() => {
    const end = atDay(model.lastDay) + 14 * 86_400_000;
    const zoom = shown === null ? { start: 0, end: 100 } : { startValue: end - shown.months * 30.44 * 86_400_000, endValue: end };
    chart.current?.dispatchAction({ type: 'dataZoom', batch: [0, 1].map((dataZoomIndex) => ({ dataZoomIndex, ...zoom })) });
  }, [shown, model]);
  return <div ref={place} style={{ height: CHART_HEIGHT }} role="img" aria-label={texts.case.timeline.describedByTable} />;
}
