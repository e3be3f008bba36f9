import { type Fault, problem } from '@tumor-board/kernel';
import type { LocalCutoffs } from '@tumor-board/oncology';

export type { LocalCutoffs } from '@tumor-board/oncology';

/** What a site decides for itself where the review leaves a choice. */
export interface SitePolicy {
  /** The largest number of distant lesions that still counts as oligometastatic; the review gives none. */
  readonly oligometastaticMax: 3 | 4 | 5;
  /** The largest number of lesions for which ablation before systemic therapy is proposed. */
  readonly upfrontAblationMax: number;
  /** Cisplatin is blocked below this creatinine clearance, in mL/min; sources differ between 50 and 60. */
  readonly cisplatinCrClMin: number;
  /** Cut-offs that the site registered for systems whose papers give none; results that use them are labelled. */
  readonly localCutoffs?: LocalCutoffs;
  /** Who must be present for a decision to be more than provisional, by kind of decision. */
  readonly quorum?: Partial<Readonly<Record<DecisionKind, readonly Discipline[]>>>;
  /** How long things may take. */
  readonly timeTargets?: TimeTargets;
  readonly [key: string]: unknown;
}

/** The kinds of decision that may ask for a quorum of their own. */
export const DECISION_KINDS = ['first-presentation', 'local-therapy', 'any'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** The disciplines of a board. */
export const DISCIPLINES = [
  'radiation-oncology',
  'medical-oncology',
  'radiology',
  'nuclear-medicine',
  'pathology',
  'surgery',
  'interventional-radiology',
  'palliative-care',
  'nursing',
] as const;
export type Discipline = (typeof DISCIPLINES)[number];

/** Time targets of a site, in days; calendar days unless the name says otherwise. */
export interface TimeTargets {
  /** From a complete baseline to the meeting. */
  readonly listingDays?: number;
  /** From a result that changes the plan to the meeting. */
  readonly resultToBoardDays?: number;
  /** From the meeting to the outcome letter, in working days. */
  readonly outcomeLetterWorkingDays?: number;
}

const TIME_TARGETS: readonly (keyof TimeTargets)[] = ['listingDays', 'resultToBoardDays', 'outcomeLetterWorkingDays'];

/** Every field of a policy; nothing reads another. */
export const POLICY_FIELDS = ['oligometastaticMax', 'upfrontAblationMax', 'cisplatinCrClMin', 'localCutoffs', 'quorum', 'timeTargets'];

export const DEFAULT_POLICY: SitePolicy = { oligometastaticMax: 5, upfrontAblationMax: 2, cisplatinCrClMin: 50 };

/**
 * A policy checked against its ranges.
 * @throws Problem `policy.invalid` naming each field and what was expected
 */
export function sitePolicy(changes: Partial<SitePolicy> = {}): SitePolicy {
  const policy: SitePolicy = { ...DEFAULT_POLICY, ...changes };
  const faults: Fault[] = [];
  if (![3, 4, 5].includes(policy.oligometastaticMax)) faults.push({ path: 'oligometastaticMax', message: 'expected 3, 4 or 5' });
  if (!Number.isInteger(policy.upfrontAblationMax) || policy.upfrontAblationMax < 0 || policy.upfrontAblationMax > 5) {
    faults.push({ path: 'upfrontAblationMax', message: 'expected a whole number from 0 to 5' });
  }
  if (!(policy.cisplatinCrClMin >= 30 && policy.cisplatinCrClMin <= 60)) {
    faults.push({ path: 'cisplatinCrClMin', message: 'expected a creatinine clearance from 30 to 60 mL/min' });
  }
  faults.push(
    ...fieldFaults('quorum', policy.quorum, quorumFaults),
    ...fieldFaults('timeTargets', policy.timeTargets, timeTargetFaults),
    ...fieldFaults('localCutoffs', policy.localCutoffs, cutoffFaults),
  );
  if (faults.length > 0) {
    throw problem(
      'policy.invalid',
      `The site policy is not valid: ${faults.map((fault) => `${fault.path}: ${fault.message}`).join('; ')}`,
      {},
      faults,
    );
  }
  return policy;
}

/** The faults of a field that has fields of its own, and may be left out. */
function fieldFaults(
  path: string,
  value: unknown,
  faultsIn: (fields: Readonly<Record<string, unknown>>) => readonly Fault[],
): readonly Fault[] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [{ path, message: 'expected an object' }];
  return faultsIn(value as Readonly<Record<string, unknown>>);
}

/** The cut-offs that a site may register, by system: those for which its paper gives no value. */
const CUTOFFS: Readonly<Record<string, readonly string[]>> = {
  ZHENG20: ['ebvDnaCopiesPerMl', 'oligometastaticMax'],
  ZOU17: ['oligometastaticMax'],
  QIU22: ['ebvDnaCopiesPerMl', 'pps'],
} satisfies { readonly [System in keyof LocalCutoffs]-?: readonly (keyof NonNullable<LocalCutoffs[System]>)[] };

const cutoffFaults = (cutoffs: Readonly<Record<string, unknown>>): readonly Fault[] =>
  Object.entries(cutoffs).flatMap(([system, values]): readonly Fault[] => {
    const names = CUTOFFS[system];
    const path = `localCutoffs.${system}`;
    if (names === undefined) return [{ path, message: `expected one of ${Object.keys(CUTOFFS).join(', ')}` }];
    return fieldFaults(path, values, (fields) =>
      Object.entries(fields).flatMap(([name, value]) => cutoffFault(`${path}.${name}`, name, value, names)),
    );
  });

function cutoffFault(path: string, name: string, value: unknown, names: readonly string[]): readonly Fault[] {
  if (!names.includes(name)) return [{ path, message: `expected one of ${names.join(', ')}` }];
  if (name === 'oligometastaticMax') {
    const isWithin = typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 5;
    return isWithin ? [] : [{ path, message: 'expected a whole number from 1 to 5' }];
  }
  return typeof value === 'number' && value > 0 ? [] : [{ path, message: 'expected a number greater than 0' }];
}

function quorumFaults(quorum: Readonly<Record<string, unknown>>): Fault[] {
  return Object.entries(quorum).flatMap(([kind, present]): Fault[] => {
    const path = `quorum.${kind}`;
    if (!(DECISION_KINDS as readonly string[]).includes(kind)) return [{ path, message: `expected one of ${DECISION_KINDS.join(', ')}` }];
    if (!Array.isArray(present) || present.length === 0) return [{ path, message: 'expected a list of disciplines' }];
    return present.flatMap((discipline: unknown, index): Fault[] =>
      (DISCIPLINES as readonly unknown[]).includes(discipline)
        ? []
        : [{ path: `${path}[${index}]`, message: `expected one of ${DISCIPLINES.join(', ')}` }],
    );
  });
}

function timeTargetFaults(targets: Readonly<Record<string, unknown>>): Fault[] {
  return Object.entries(targets).flatMap(([name, days]): Fault[] => {
    const path = `timeTargets.${name}`;
    if (!(TIME_TARGETS as readonly string[]).includes(name)) return [{ path, message: `expected one of ${TIME_TARGETS.join(', ')}` }];
    return typeof days === 'number' && Number.isInteger(days) && days >= 1 && days <= 90
      ? []
      : [{ path, message: 'expected a whole number of days from 1 to 90' }];
  });
}
