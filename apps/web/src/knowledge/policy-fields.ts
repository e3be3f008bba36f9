import { DISCIPLINES, type Discipline } from '../shell/disciplines.js';
import type { Policy } from './knowledge-queries.js';

/** The numbers that a policy always has. */
export const NUMBERS = ['oligometastaticMax', 'upfrontAblationMax', 'cisplatinCrClMin'] as const;
/** The days that a policy may have. */
export const TARGETS = ['listingDays', 'resultToBoardDays', 'outcomeLetterWorkingDays'] as const;
/** The kinds of decision that may have a quorum of their own. */
export const KINDS = ['first-presentation', 'local-therapy', 'any'] as const;

/** A policy as it is edited; an empty text is a number that is left to the product. */
export interface PolicyFields {
  readonly numbers: Readonly<Record<(typeof NUMBERS)[number], string>>;
  readonly targets: Readonly<Record<(typeof TARGETS)[number], string>>;
  readonly quorum: Readonly<Record<(typeof KINDS)[number], readonly Discipline[]>>;
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const textOf = (value: unknown): string => (typeof value === 'number' ? String(value) : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What a policy has in the fields that can be edited. */
export function fieldsOf(policy: Policy): PolicyFields {
  const targets = recordOf(policy['timeTargets']);
  const quorum = recordOf(policy['quorum']);
  return {
    numbers: {
      oligometastaticMax: textOf(policy.oligometastaticMax),
      upfrontAblationMax: textOf(policy.upfrontAblationMax),
      cisplatinCrClMin: textOf(policy.cisplatinCrClMin),
    },
    targets: {
      listingDays: textOf(targets['listingDays']),
      resultToBoardDays: textOf(targets['resultToBoardDays']),
      outcomeLetterWorkingDays: textOf(targets['outcomeLetterWorkingDays']),
    },
    quorum: {
      'first-presentation': disciplinesIn(quorum['first-presentation']),
      'local-therapy': disciplinesIn(quorum['local-therapy']),
      any: disciplinesIn(quorum['any']),
    },
  };
}

const disciplinesIn = (value: unknown): readonly Discipline[] => DISCIPLINES.filter((one) => listOf(value).includes(one));

/** A policy with what was edited; what has no field here stays as it is. */
export function policyWith(policy: Policy, { numbers, targets, quorum }: PolicyFields): Policy {
  const { timeTargets: _targets, quorum: _quorum, ...rest } = policy;
  const days = TARGETS.flatMap((name) => (targets[name].trim() === '' ? [] : [[name, Number(targets[name])] as const]));
  const present = KINDS.flatMap((kind) => (quorum[kind].length === 0 ? [] : [[kind, [...quorum[kind]]] as const]));
  return {
    ...rest,
    oligometastaticMax: Number(numbers.oligometastaticMax),
    upfrontAblationMax: Number(numbers.upfrontAblationMax),
    cisplatinCrClMin: Number(numbers.cisplatinCrClMin),
    ...(days.length === 0 ? {} : { timeTargets: Object.fromEntries(days) }),
    ...(present.length === 0 ? {} : { quorum: Object.fromEntries(present) }),
  };
}

/** What was edited, moved on to a policy that came into force meanwhile: what was not touched is that of the new one. */
export function fieldsOnto(fields: PolicyFields, from: Policy, to: Policy): PolicyFields {
  const [before, now] = [fieldsOf(from), fieldsOf(to)];
  const kept = <Group extends object>(edited: Group, old: Group, next: Group): Group => {
    const untouched = Object.entries(next).filter(([name]) => sorted(edited[name as keyof Group]) === sorted(old[name as keyof Group]));
    return { ...edited, ...Object.fromEntries(untouched) };
  };
  return {
    numbers: kept(fields.numbers, before.numbers, now.numbers),
    targets: kept(fields.targets, before.targets, now.targets),
    quorum: kept(fields.quorum, before.quorum, now.quorum),
  };
}

/** True when two policies say the same, in whatever order. */
export const isSamePolicy = (one: Policy, other: Policy): boolean => sorted(one) === sorted(other);

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => a.localeCompare(b)))
      : inner,
  );
