import type { Alert } from '../alert.js';
import { baselineSample, type EbvDnaSample, isDetectable, isOldBaseline, sampleAfterChemotherapy } from '../ebv-dna/reference-samples.js';
import type { FactOf } from '../facts/clinical-fact.js';
import type { Timeline } from '../facts/timeline.js';
import type { TreatmentCourse } from '../treatment/treatment-course.js';
import { hasDistantNode, hasUnnamedSite } from './disease-burden.js';
import { type ExternalScores, externalScores } from './external-scores.js';
import type { LocalCutoffs } from './local-cutoffs.js';
import type { M1System } from './m1-system.js';
import type { MetastaticExtent } from './metastatic-extent.js';

/** Everything that the 13 rule sets read of a case, selected once for all of them. */
export interface SubdivisionFacts {
  readonly extent: MetastaticExtent;
  readonly eber: 'positive' | 'negative' | 'unknown';
  /** The histology report that gives the EBER status. */
  readonly histology: FactOf<'HistologyReported'> | undefined;
  /** E0: the last sample before any treatment. */
  readonly baseline: EbvDnaSample | undefined;
  readonly baselineIsOld: boolean;
  /** E1: the first comparable sample after palliative chemotherapy; undefined while it is pending. */
  readonly afterChemotherapy: EbvDnaSample | undefined;
  /** Flags of a class that rests on E1. */
  readonly afterChemotherapyFlags: readonly string[];
  readonly nodesMayMatter: boolean;
  readonly sitesMayMatter: boolean;
  readonly external: ReadonlyMap<M1System, ExternalScores>;
  readonly cutoffs: LocalCutoffs;
}

/** Selects what the subdivisions read, with an alert for each reported score that cannot be used. */
export function subdivisionFacts(
  timeline: Timeline,
  course: TreatmentCourse,
  extent: MetastaticExtent,
  cutoffs: LocalCutoffs,
): { readonly facts: SubdivisionFacts; readonly alerts: readonly Alert[] } {
  const histology = timeline.of('HistologyReported').findLast((report) => report.eber !== 'unknown');
  const baseline = baselineSample(timeline, course);
  const afterChemotherapy = sampleAfterChemotherapy(timeline, course);
  const afterChemotherapyFlags: string[] = [];
  if (baseline === undefined) afterChemotherapyFlags.push('baseline-ebv-unknown');
  else if (!isDetectable(baseline)) afterChemotherapyFlags.push('ebv-dna-not-informative');
  const { scores, alerts } = externalScores(timeline, cutoffs.QIU22?.pps !== undefined);
  return {
    facts: {
      extent,
      eber: histology?.eber ?? 'unknown',
      histology,
      baseline,
      baselineIsOld: baseline !== undefined && isOldBaseline(baseline, course),
      afterChemotherapy,
      afterChemotherapyFlags,
      nodesMayMatter: extent.burdens.some(hasDistantNode),
      sitesMayMatter: extent.burdens.some(hasUnnamedSite),
      external: scores,
      cutoffs,
    },
    alerts,
  };
}
