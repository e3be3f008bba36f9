import { type ClinicalFactType, type IdentifiedFact, millimetresOf, sizeOf, timelineOf } from '@tumor-board/oncology';
import type { Draft } from './draft.js';

/** What a new fact starts out with: lists that may be empty, and the targets that a scan has to measure again. */
export function startOf(type: ClinicalFactType, facts: readonly IdentifiedFact[]): Draft {
  switch (type) {
    case 'MetastasesCharted':
      return { lesions: [], organsImaged: {} };
    case 'BaselineLesionsMeasured':
      return { targets: [] };
    case 'ResponseAssessed': {
      const baseline = timelineOf(facts).latest('BaselineLesionsMeasured');
      const targets = (baseline?.targets ?? []).map(({ lesion, chartedAs, organ, kind }) => ({
        lesion,
        chartedAs,
        organ,
        kind,
        state: 'measured',
      }));
      return { modality: baseline?.modality, targets, newLesions: [] };
    }
    case 'LocalTherapyDelivered':
      return { lesions: [] };
    case 'SystemicTherapyStarted':
      return { agents: [] };
    case 'PatientPreferenceRecorded':
      return { declines: [] };
    case 'HistologyReported':
    case 'StagingRecorded':
    case 'EbvDnaMeasured':
    case 'PerformanceStatusRecorded':
    case 'FitnessRecorded':
    case 'SystemicTherapyCyclesCompleted':
    case 'SystemicTherapyEnded':
    case 'RadiotherapyDelivered':
    case 'AdverseEventRecorded':
    case 'ExternalScoreReported':
    case 'DeathRecorded':
      return {};
  }
}

const SAME_WAY = ['assay', 'laboratory', 'specimen', 'unit', 'limitOfDetection', 'limitOfQuantification'] as const;

/** How the last sample was measured, to be taken over on request; undefined when there is none. */
export function lastWay(facts: readonly IdentifiedFact[]): Draft | undefined {
  const last = timelineOf(facts).latest('EbvDnaMeasured');
  return last === undefined ? undefined : Object.fromEntries(SAME_WAY.map((name) => [name, last[name]]));
}

/** The size in mm that each target had when it was measured last, and the day; to be seen where it is measured again. */
export function lastSizes(facts: readonly IdentifiedFact[]): ReadonlyMap<string, { readonly mm: number; readonly on: string }> {
  const timeline = timelineOf(facts);
  const measured = [...timeline.of('BaselineLesionsMeasured'), ...timeline.of('ResponseAssessed')];
  const last = new Map<string, { readonly mm: number; readonly on: string }>();
  for (const { on, targets } of measured.sort((a, b) => timeline.rank(a) - timeline.rank(b))) {
    for (const target of targets) {
      const size = sizeOf(target);
      if (size !== null) last.set(target.lesion, { mm: millimetresOf(size), on });
    }
  }
  return last;
}
