import { baselineSample, type FactOf, type Timeline, type TreatmentCourse } from '@tumor-board/oncology';

/** An item of the complete baseline that the record lacks. */
export interface BaselineGap {
  /** What to obtain, in the words of the queue. */
  readonly item: string;
  readonly facts: readonly string[];
}

const IMAGED = {
  liver: 'imaging of the liver',
  lung: 'imaging of the lungs',
  bone: 'imaging of the bones',
  distantNode: 'imaging of distant nodes',
  other: 'imaging of other organs',
} as const;

/**
 * What the complete baseline lacks: histology with EBER known, staging, metastases charted with every organ imaged and
 * at least one that is not equivocal, EBV DNA before treatment (unless the tumour is EBER-negative), ECOG, fitness with
 * creatinine clearance. Product rule.
 */
export function baselineGaps(timeline: Timeline, course: TreatmentCourse, chart: FactOf<'MetastasesCharted'> | undefined): BaselineGap[] {
  const gaps: BaselineGap[] = [];
  const histology = timeline.latest('HistologyReported');
  if (histology === undefined) gaps.push({ item: 'histology with EBER', facts: [] });
  else if (histology.eber === 'unknown') gaps.push({ item: 'EBER status', facts: [histology.id] });
  if (timeline.latest('StagingRecorded') === undefined) gaps.push({ item: 'TNM staging', facts: [] });
  if (chart === undefined) gaps.push({ item: 'chart of the metastases', facts: [] });
  else {
    for (const [organ, item] of Object.entries(IMAGED)) {
      if (chart.organsImaged[organ as keyof typeof IMAGED] === false) gaps.push({ item, facts: [chart.id] });
    }
    if (chart.lesions.length > 0 && chart.lesions.every((lesion) => lesion.certainty === 'equivocal')) {
      gaps.push({ item: 'confirmation of an equivocal metastasis (biopsy when safe)', facts: [chart.id] });
    }
  }
  if (histology?.eber !== 'negative' && baselineSample(timeline, course) === undefined) gaps.push({ item: 'baseline EBV DNA', facts: [] });
  if (timeline.latest('PerformanceStatusRecorded') === undefined) gaps.push({ item: 'ECOG performance status', facts: [] });
  if (!timeline.of('FitnessRecorded').some((fitness) => fitness.creatinineClearanceMlMin !== undefined)) {
    gaps.push({ item: 'creatinine clearance', facts: [] });
  }
  return gaps;
}
