import type { Timeline } from '@tumor-board/oncology';
import { inWords, texts } from '../../texts/texts.js';

/** A course of systemic therapy as a band. */
export interface TreatmentBand {
  readonly fact: string;
  readonly line: number;
  readonly regimen: string;
  readonly from: string;
  /** The day it ended, or the last day shown when it has not. */
  readonly to: string;
  /** Why it ended; `replaced` when another was started; null while it goes on. */
  readonly ended: string | null;
  readonly plannedCycles: number | null;
}

/** Cycles that were counted on a day, cumulative in the line. */
export interface CycleMark {
  readonly on: string;
  readonly fact: string;
  readonly cycles: number;
}

/** Radiotherapy, local therapy, an adverse event or death, recorded on a day; how long it took is not recorded, and so not drawn. */
export interface LocalMark {
  readonly on: string;
  readonly fact: string;
  readonly kind: 'radiotherapy' | 'local-therapy' | 'event';
  readonly text: string;
  /** What is written beside the mark. */
  readonly short: string;
}

export interface TreatmentChart {
  readonly bands: readonly TreatmentBand[];
  readonly cycles: readonly CycleMark[];
  readonly locals: readonly LocalMark[];
}

const dose = (doseGy?: number, fractions?: number): string =>
  doseGy === undefined ? '' : ` ${doseGy} Gy${fractions === undefined ? '' : `/${fractions}`}`;

/** What was given, as bands and marks. A band ends with the recorded end, with the next start, or on the last day shown. */
export function treatmentChart(timeline: Timeline, lastDay: string): TreatmentChart {
  const bands: TreatmentBand[] = [];
  const cycles: CycleMark[] = [];
  const locals: LocalMark[] = [];
  let running: Omit<TreatmentBand, 'to' | 'ended'> | undefined;
  const end = (to: string, ended: string | null): void => {
    if (running !== undefined) bands.push({ ...running, to, ended });
    running = undefined;
  };
  for (const fact of timeline.facts) {
    switch (fact.type) {
      case 'SystemicTherapyStarted':
        end(fact.on, 'replaced');
        running = { fact: fact.id, line: fact.line, regimen: fact.regimen, from: fact.on, plannedCycles: fact.plannedCycles ?? null };
        break;
      case 'SystemicTherapyEnded':
        end(fact.on, fact.reason);
        break;
      case 'SystemicTherapyCyclesCompleted':
        cycles.push({ on: fact.on, fact: fact.id, cycles: fact.cycles });
        break;
      case 'RadiotherapyDelivered': {
        const given = `RT ${inWords(fact.target)}${dose(fact.doseGy, fact.fractions)}`;
        const text = [given, ...(fact.lesions === undefined ? [] : [fact.lesions.join(', ')])].join(' ');
        locals.push({ on: fact.on, fact: fact.id, kind: 'radiotherapy', text, short: `${fact.doseGy} Gy` });
        break;
      }
      case 'LocalTherapyDelivered': {
        const short = inWords(fact.modality).toUpperCase();
        const text = `${short}${dose(fact.doseGy, fact.fractions)} ${fact.lesions.join(', ')}`;
        locals.push({ on: fact.on, fact: fact.id, kind: 'local-therapy', text, short });
        break;
      }
      case 'AdverseEventRecorded': {
        const text = texts.case.timeline.adverseEvent(fact.term, fact.grade);
        locals.push({ on: fact.on, fact: fact.id, kind: 'event', text, short: text });
        break;
      }
      case 'DeathRecorded': {
        const text = texts.case.factTypes.DeathRecorded;
        locals.push({ on: fact.on, fact: fact.id, kind: 'event', text, short: text });
        break;
      }
      case 'HistologyReported':
      case 'StagingRecorded':
      case 'MetastasesCharted':
      case 'EbvDnaMeasured':
      case 'PerformanceStatusRecorded':
      case 'FitnessRecorded':
      case 'BaselineLesionsMeasured':
      case 'ResponseAssessed':
      case 'ExternalScoreReported':
      case 'PatientPreferenceRecorded':
        break;
    }
  }
  end(running === undefined || running.from > lastDay ? (running?.from ?? lastDay) : lastDay, null);
  return { bands, cycles, locals };
}
