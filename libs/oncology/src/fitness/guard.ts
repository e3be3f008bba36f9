/** The groups of agents whose fitness is judged. */
export const AGENT_CLASSES = ['cisplatin', 'carboplatin', 'gemcitabine', 'antiPd1', 'fluoropyrimidine'] as const;
export type AgentClass = (typeof AGENT_CLASSES)[number];

/** What a guard can look at, with the words and the unit that a reader sees. */
export const FITNESS_ITEMS = {
  ageYears: { label: 'age', unit: 'years' },
  ecog: { label: 'ECOG performance status', unit: '' },
  creatinineClearanceMlMin: { label: 'creatinine clearance', unit: 'mL/min' },
  hearingLossGrade: { label: 'hearing loss grade', unit: '' },
  neuropathyGrade: { label: 'neuropathy grade', unit: '' },
  neutrophilsE9L: { label: 'neutrophils', unit: '× 10⁹/L' },
  plateletsE9L: { label: 'platelets', unit: '× 10⁹/L' },
  hemoglobinGL: { label: 'hemoglobin', unit: 'g/L' },
  bilirubinUln: { label: 'bilirubin', unit: '× upper limit of normal' },
  altUln: { label: 'ALT without liver metastases', unit: '× upper limit of normal' },
  altUlnWithLiverMetastases: { label: 'ALT with liver metastases', unit: '× upper limit of normal' },
  hbsAg: { label: 'HBsAg', unit: '' },
  dpyd: { label: 'DPYD', unit: '' },
  autoimmuneDisease: { label: 'autoimmune disease', unit: '' },
  organTransplant: { label: 'organ transplant', unit: '' },
  pregnant: { label: 'pregnancy', unit: '' },
  histology: { label: 'histology', unit: '' },
} as const;
export type FitnessItem = keyof typeof FITNESS_ITEMS;

/** The values for which a guard applies: a range, or a list. */
export type Limit =
  | { readonly from?: number; readonly above?: number; readonly below?: number; readonly to?: number }
  | { readonly is: readonly (string | boolean)[] };

/** Which adverse events a guard is about. Terms match anywhere in the recorded term, in lower case. */
export interface EventSelection {
  readonly immuneRelated?: true;
  readonly terms?: readonly string[];
  readonly exceptTerms?: readonly string[];
  readonly attributedTo?: readonly string[];
  /** True: an event qualifies by its term or by what it is attributed to; otherwise it needs both. */
  readonly either?: true;
}

/**
 * Which grade of an event counts: the worst ever recorded; the worst of an episode that has not come down to grade 1;
 * the worst of episodes that have; or the grade now.
 */
export type EventGrade = 'worst-ever' | 'worst-unresolved' | 'worst-resolved' | 'current';

interface GuardFacts {
  /** `fitness.cisplatin/crcl` */
  readonly id: string;
  readonly agent: AgentClass;
  readonly limit: Limit;
  /** `blocked` outranks `caution`; `need` only asks for something. */
  readonly effect: 'blocked' | 'caution' | 'need';
  /** What follows for the agent. */
  readonly consequence: string;
  readonly needs?: readonly string[];
  /** Ids in the evidence register. */
  readonly evidence: readonly string[];
  readonly source: string;
  /** False: general knowledge, not re-read in a source. */
  readonly verified: boolean;
}

/** One row of the guard table about a recorded value. */
export interface ValueGuard extends GuardFacts {
  readonly kind: 'value';
  readonly looksAt: FitnessItem;
}

/** One row of the guard table about adverse events; its limit is a CTCAE grade. */
export interface EventGuard extends GuardFacts {
  readonly kind: 'event';
  readonly looksAt: EventSelection;
  readonly grade: EventGrade;
}

export type FitnessGuard = ValueGuard | EventGuard;

/** The id of a guard or requirement, `fitness.anti-pd1/transplant`. */
export const guardId = (agent: AgentClass, name: string): string => `fitness.${agent === 'antiPd1' ? 'anti-pd1' : agent}/${name}`;

/** Writes the rows of one agent that share a source. */
export function guardRows(agent: AgentClass, origin: Pick<FitnessGuard, 'evidence' | 'source' | 'verified'>) {
  const facts = (
    name: string,
    limit: Limit,
    effect: FitnessGuard['effect'],
    consequence: string,
    needs?: readonly string[],
  ): GuardFacts => ({
    id: guardId(agent, name),
    agent,
    limit,
    effect,
    consequence,
    ...(needs === undefined ? {} : { needs }),
    ...origin,
  });
  return {
    value: (
      name: string,
      looksAt: FitnessItem,
      limit: Limit,
      effect: FitnessGuard['effect'],
      consequence: string,
      needs?: readonly string[],
    ): ValueGuard => ({ kind: 'value', looksAt, ...facts(name, limit, effect, consequence, needs) }),
    event: (
      name: string,
      looksAt: EventSelection,
      grade: EventGrade,
      limit: Limit,
      effect: FitnessGuard['effect'],
      consequence: string,
      needs?: readonly string[],
    ): EventGuard => ({ kind: 'event', looksAt, grade, ...facts(name, limit, effect, consequence, needs) }),
  };
}

/** True when a value lies within a limit. */
export function withinLimit(limit: Limit, value: number | string | boolean): boolean {
  if ('is' in limit) return typeof value !== 'number' && limit.is.includes(value);
  if (typeof value !== 'number') return false;
  return (
    (limit.from === undefined || value >= limit.from) &&
    (limit.above === undefined || value > limit.above) &&
    (limit.below === undefined || value < limit.below) &&
    (limit.to === undefined || value <= limit.to)
  );
}

/** A limit in words, `from 50, below 60 mL/min`. */
export function limitText(limit: Limit, unit = ''): string {
  if ('is' in limit) return limit.is.map((value) => (value === true ? 'yes' : value === false ? 'no' : value)).join(' or ');
  const parts = [
    ...(limit.from === undefined ? [] : [`from ${limit.from}`]),
    ...(limit.above === undefined ? [] : [`above ${limit.above}`]),
    ...(limit.below === undefined ? [] : [`below ${limit.below}`]),
    ...(limit.to === undefined ? [] : [`to ${limit.to}`]),
  ];
  return `${parts.join(', ')}${unit === '' ? '' : ` ${unit}`}`;
}
