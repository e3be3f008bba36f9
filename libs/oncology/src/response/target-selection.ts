import { daysBetween } from '@tumor-board/kernel';
import type { Alert } from '../alert.js';
import type { FactOf } from '../facts/clinical-fact.js';
import type { Target } from '../facts/lesion.js';
import type { Timeline } from '../facts/timeline.js';
import type { LineBaseline } from './line-baseline.js';
import { organName } from './organ-name.js';
import { micrometres, millimetresOf, sizeOf } from './sum-of-diameters.js';

/** Smallest target that can be measured reproducibly (RECIST 1.1, section 3.1). */
const MEASURABLE = { 'non-nodal': micrometres(10), node: micrometres(15) } as const;
const MOST_TARGETS = 5;
const MOST_TARGETS_OF_AN_ORGAN = 2;
/** A baseline should be no older than 4 weeks at the start (RECIST 1.1, section 3.2). */
const BASELINE_DAYS = 28;

/** Doubts about the choice of targets at a baseline; every target stays in the sum. */
export function targetSelectionAlerts(baseline: FactOf<'BaselineLesionsMeasured'>, timeline: Timeline): Alert[] {
  const alerts: Alert[] = [];
  const facts = [baseline.id];
  const perOrgan = new Map<string, number>();
  for (const target of baseline.targets) {
    const organ = target.kind === 'node' ? 'lymph nodes' : organName(target.organ);
    perOrgan.set(organ, (perOrgan.get(organ) ?? 0) + 1);
    const size = sizeOf(target);
    if (size === null) {
      alerts.push({
        code: 'target-not-measured-at-baseline',
        text: `Target ${target.lesion} has no size at baseline, so there is no baseline sum.`,
        facts,
      });
    } else if (size < MEASURABLE[target.kind]) {
      const limit = `${millimetresOf(MEASURABLE[target.kind])} mm${target.kind === 'node' ? ' short axis' : ''}`;
      const text = `Target ${target.lesion} (${millimetresOf(size)} mm at baseline) is below the measurable ${limit}.`;
      alerts.push({ code: 'target-below-measurable', text, facts });
    }
    const chart = scleroticBone(target, timeline);
    if (chart !== undefined) {
      const text = `Target ${target.lesion} is charted as a sclerotic bone lesion, which cannot be measured.`;
      alerts.push({ code: 'sclerotic-bone-target', text, facts: [baseline.id, chart.id] });
    }
  }
  if (baseline.targets.length > MOST_TARGETS) {
    alerts.push({
      code: 'too-many-targets',
      text: `${baseline.targets.length} targets at baseline; at most ${MOST_TARGETS} are allowed.`,
      facts,
    });
  }
  for (const [organ, count] of perOrgan) {
    if (count <= MOST_TARGETS_OF_AN_ORGAN) continue;
    const text = `${count} targets in one organ (${organ}); at most ${MOST_TARGETS_OF_AN_ORGAN} are allowed.`;
    alerts.push({ code: 'too-many-targets-of-an-organ', text, facts });
  }
  return alerts;
}

/** The chart that describes a target as a sclerotic bone lesion: the latest that names its lesion decides. */
function scleroticBone(target: Target, timeline: Timeline): FactOf<'MetastasesCharted'> | undefined {
  const lesionId = target.chartedAs ?? target.lesion;
  const chart = timeline.of('MetastasesCharted').findLast((charted) => charted.lesions.some((lesion) => lesion.id === lesionId));
  return chart?.lesions.some((lesion) => lesion.id === lesionId && lesion.boneType === 'sclerotic') === true ? chart : undefined;
}

/** The doubt about a baseline that was measured more than 4 weeks before its line started. */
export function baselineAgeAlert({ line, targets, origin }: LineBaseline): Alert | undefined {
  const start = line?.starts[0];
  if (start === undefined || targets === null || origin !== 'own') return undefined;
  const days = daysBetween(targets.fact.on, start.on);
  if (days <= BASELINE_DAYS) return undefined;
  const text = `The baseline was measured ${days} days before therapy started; at most ${BASELINE_DAYS} are allowed.`;
  return { code: 'baseline-too-old', text, facts: [targets.fact.id, start.id] };
}
