import { CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { texts } from '../../texts/texts.js';
import { chartColors } from '../timeline/chart-colors.js';
import { CHART_HEIGHT, chartOption } from '../timeline/chart-option.js';
import { legendOf } from '../timeline/legend.js';
import type { TimelineModel } from '../timeline/timeline-model.js';
import classes from './sheet.module.css';

use([LineChart, ScatterChart, CustomChart, GridComponent, MarkLineComponent, SVGRenderer]);

/** What is as wide as the paper, in px. */
const WIDTH = 700;
/** Without the bar to brush in. */
const HEIGHT = CHART_HEIGHT - 48;

/** The timeline as a drawing, which stays sharp on paper. */
export function SheetChart({ model }: { readonly model: TimelineModel }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return;
    const made = init(place.current, null, { renderer: 'svg', width: WIDTH, height: HEIGHT });
    const { dataZoom: _zoom, axisPointer: _pointer, ...drawn } = chartOption(model, chartColors('light'));
    made.setOption({ ...drawn, xAxis: drawn.xAxis.map((axis) => ({ ...axis, axisPointer: { show: false } })) });
    return () => made.dispose();
  }, [model]);
  return (
    <figure className={classes['figure']}>
      <div className={classes['legend']}>
        {legendOf(model, chartColors('light')).map(({ name, color, dash, width }) => (
          <span key={name}>
            <span aria-hidden style={{ borderTop: `${width}px ${dash} ${color}` }} />
            {name}
          </span>
        ))}
      </div>
      <div ref={place} role="img" aria-label={texts.case.timeline.describedByTable} style={{ width: WIDTH, height: HEIGHT }} />
    </figure>
  );
}
