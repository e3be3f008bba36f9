import type { IsoDate } from '@tumor-board/kernel';
import type { FactOf } from '../facts/clinical-fact.js';
import type { Timeline } from '../facts/timeline.js';
import { isAntiPd1 } from './agents.js';

/** One line of systemic therapy. Maintenance belongs to the line it follows. */
export interface TherapyLine {
  readonly line: number;
  /** The starts recorded for the line: the first, then switches and maintenance. */
  readonly starts: readonly FactOf<'SystemicTherapyStarted'>[];
  readonly startedOn: IsoDate;
  /** Cycles completed, cumulative in the line, with the days they were counted on. */
  readonly cycles: readonly FactOf<'SystemicTherapyCyclesCompleted'>[];
  readonly ends: readonly FactOf<'SystemicTherapyEnded'>[];
  /** The end that still holds: none when a later start of the same line resumed therapy. */
  readonly ended: FactOf<'SystemicTherapyEnded'> | undefined;
  /** The first anti-PD-1 or anti-PD-L1 agent of the line came with this start. */
  readonly antiPd1From: FactOf<'SystemicTherapyStarted'> | undefined;
}

export type Treatment = FactOf<'SystemicTherapyStarted' | 'RadiotherapyDelivered' | 'LocalTherapyDelivered'>;

/** What has been given so far. */
export interface TreatmentCourse {
  readonly lines: readonly TherapyLine[];
  readonly currentLine: TherapyLine | undefined;
  /** The first treatment of any kind; what comes before it in clinical order is baseline. */
  readonly first: Treatment | undefined;
  /** The first dose of systemic therapy. */
  readonly firstDose: FactOf<'SystemicTherapyStarted'> | undefined;
  readonly locoregionalRadiotherapy: readonly FactOf<'RadiotherapyDelivered'>[];
}

/** Cycles completed in a line up to and including a day; 0 when none are recorded. */
export const cyclesBy = (line: TherapyLine | undefined, day: IsoDate): number =>
  line?.cycles.findLast((completed) => completed.on <= day)?.cycles ?? 0;

/** Reads the course of treatment off a timeline. */
export function treatmentCourse(timeline: Timeline): TreatmentCourse {
  const lines: { -readonly [Key in keyof TherapyLine]: TherapyLine[Key] }[] = [];
  const locoregionalRadiotherapy: FactOf<'RadiotherapyDelivered'>[] = [];
  let first: Treatment | undefined;
  for (const fact of timeline.facts) {
    switch (fact.type) {
      case 'SystemicTherapyStarted': {
        first ??= fact;
        const current = lines.at(-1);
        const antiPd1 = fact.agents.some(isAntiPd1) ? fact : undefined;
        if (current !== undefined && fact.line === current.line) {
          current.starts = [...current.starts, fact];
          current.ended = undefined;
          current.antiPd1From ??= antiPd1;
        } else {
          lines.push({ line: fact.line, starts: [fact], startedOn: fact.on, cycles: [], ends: [], ended: undefined, antiPd1From: antiPd1 });
        }
        break;
      }
      case 'SystemicTherapyCyclesCompleted': {
        const current = lines.at(-1);
        if (current !== undefined) current.cycles = [...current.cycles, fact];
        break;
      }
      case 'SystemicTherapyEnded': {
        const current = lines.at(-1);
        if (current !== undefined) {
          current.ends = [...current.ends, fact];
          current.ended = fact;
        }
        break;
      }
      case 'RadiotherapyDelivered':
        first ??= fact;
        if (fact.target === 'locoregional') locoregionalRadiotherapy.push(fact);
        break;
      case 'LocalTherapyDelivered':
        first ??= fact;
        break;
      case 'HistologyReported':
      case 'StagingRecorded':
      case 'MetastasesCharted':
      case 'EbvDnaMeasured':
      case 'PerformanceStatusRecorded':
      case 'FitnessRecorded':
      case 'BaselineLesionsMeasured':
      case 'ResponseAssessed':
      case 'AdverseEventRecorded':
      case 'ExternalScoreReported':
      case 'PatientPreferenceRecorded':
      case 'DeathRecorded':
        break;
    }
  }
  return { lines, currentLine: lines.at(-1), first, firstDose: lines[0]?.starts[0], locoregionalRadiotherapy };
}
