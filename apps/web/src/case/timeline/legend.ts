import { texts } from '../../texts/texts.js';
import type { ChartColors } from './chart-colors.js';
import { ebvName } from './chart-ebv.js';
import { dashOf, of } from './drawn.js';
import type { TimelineModel } from './timeline-model.js';

/** What the legend says of one thing that is drawn, which can be hidden by its name. */
export interface LegendEntry {
  readonly name: string;
  readonly color: string;
  readonly dash: 'solid' | 'dashed' | 'dotted';
  /** In px. */
  readonly width: number;
}

/** Everything that is drawn as a curve, in the order of the curves. */
export function legendOf({ ebv, lesions }: TimelineModel, colors: ChartColors): readonly LegendEntry[] {
  const words = texts.case.timeline;
  const limit = (name: string, color: string, dash: LegendEntry['dash']): LegendEntry => ({ name, color, dash, width: 2 });
  return [
    ...ebv.series.map((one, index): LegendEntry => ({ name: ebvName(one), color: of(colors.ebv, index), dash: dashOf(index), width: 2 })),
    ...(lesions.sums.length === 0 ? [] : [{ name: words.sum, color: colors.text, dash: 'solid' as const, width: 3 }]),
    ...lesions.lesions.map(({ lesion }, index): LegendEntry => {
      const dash = dashOf(Math.floor(index / colors.lesions.length));
      return { name: lesion, color: of(colors.lesions, index), dash, width: 1 };
    }),
    ...(lesions.thresholds.length === 0
      ? []
      : [
          limit(words.nadir, colors.dimmed, 'dotted'),
          limit(words.responseLimit, colors.good, 'dashed'),
          limit(words.progressionLimit, colors.bad, 'dashed'),
        ]),
    ...(lesions.fresh.length === 0 ? [] : [limit(words.newLesion, colors.bad, 'solid')]),
  ];
}
