import type { EvidenceEntry } from '../evidence/evidence-entry.js';
import { EVIDENCE_REGISTER } from '../evidence/evidence-register.js';
import type { Trial, TrialStatus } from './trial.js';

const UNKNOWN: TrialStatus = { recruitment: 'unknown', asOf: null, source: 'not read in a register of trials' };

/** Trials of the review's tables that are known to have reported, each with the source that says so. */
const REPORTED: Readonly<Record<string, TrialStatus>> = {
  NCT03581786: { recruitment: 'reported', asOf: '2023', source: 'JUPITER-02, final analysis, JAMA 2023;330' },
  NCT03924986: { recruitment: 'reported', asOf: '2023', source: 'RATIONALE-309, Cancer Cell 2023;41:1061' },
  NCT04974398: { recruitment: 'reported', asOf: '2025-04-23', source: 'AK105-304, FDA announcement of penpulimab' },
  NCT03129412: { recruitment: 'reported', asOf: '2024', source: 'Huang S et al., Radiother Oncol 2024' },
};

const phaseOf = ({ design }: EvidenceEntry): Trial['phase'] => (design === 'phase 3, registered' ? 'III' : 'II');

/** The trials of the review's tables 4 and 7. Their criteria were not read, so nothing can be matched. */
export const LISTED_TRIALS: readonly Trial[] = EVIDENCE_REGISTER.flatMap((entry): Trial[] => {
  const { registration, place } = entry;
  if (registration === undefined || place.in !== 'table' || (place.table !== 4 && place.table !== 7)) return [];
  return [
    {
      id: registration,
      title: entry.groups.join(' against '),
      phase: phaseOf(entry),
      enrolment: entry.patients[0]?.n ?? null,
      arms: entry.groups,
      status: REPORTED[registration] ?? UNKNOWN,
      criteria: [],
      criteriaSource: null,
      evidence: EVIDENCE_REGISTER.filter((other) => other.registration === registration).map(({ id }) => id),
    },
  ];
});
