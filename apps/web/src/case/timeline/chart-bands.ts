import { graphic } from 'echarts/core';
import { texts } from '../../texts/texts.js';
import type { ChartColors } from './chart-colors.js';
import { atDay } from './day.js';
import type { TimelineModel } from './timeline-model.js';

/** What the chart offers to whoever draws a shape. */
export interface Drawing {
  value(dimension: number): number;
  coord(point: readonly number[]): number[];
  size(extent: readonly number[]): number[];
}
/** Where a shape is drawn. */
export interface Room {
  readonly dataIndex: number;
  readonly coordSys: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

const BAND = 0.72;

/** The courses of systemic therapy as bands, one that goes on open at its right end. */
export function bandSeries({ treatments: { bands } }: TimelineModel, colors: ChartColors) {
  const words = texts.case.timeline;
  return {
    type: 'custom' as const,
    name: words.lanes.systemic,
    xAxisIndex: 2,
    yAxisIndex: 2,
    clip: true,
    encode: { x: [0, 1], y: 2 },
    data: bands.map(({ from, to, line, regimen, ended, fact }) => ({
      value: [atDay(from), atDay(to), 0],
      text: words.band(line, regimen, from, ended === null ? null : to),
      fact,
    })),
    renderItem: ({ dataIndex, coordSys }: Room, api: Drawing) => {
      const band = bands[dataIndex];
      const [left = 0, middle = 0] = api.coord([api.value(0), api.value(2)]);
      const [right = 0] = api.coord([api.value(1), api.value(2)]);
      const height = (api.size([0, 1])[1] ?? 0) * BAND;
      const shape = graphic.clipRectByRect({ x: left, y: middle - height / 2, width: Math.max(right - left, 3), height }, coordSys);
      if (band === undefined || shape === undefined) return undefined;
      return {
        type: 'group' as const,
        children: [
          {
            type: 'rect' as const,
            shape,
            style: {
              fill: colors.treatment,
              opacity: 0.25,
              stroke: colors.treatment,
              lineWidth: 1,
              ...(band.ended === null ? { lineDash: [4, 3] } : {}),
            },
          },
          {
            type: 'text' as const,
            style: {
              text: `${band.line}: ${band.regimen}${band.plannedCycles === null ? '' : ` ×${band.plannedCycles}`}`,
              x: shape.x + 4,
              y: shape.y + shape.height / 2,
              verticalAlign: 'middle' as const,
              fill: colors.text,
              fontSize: 11,
              width: shape.width - 6,
              overflow: 'truncate' as const,
            },
          },
        ],
      };
    },
  };
}
