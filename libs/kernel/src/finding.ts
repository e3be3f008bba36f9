/** Why a finding or a step is what it is: the facts read, the rule applied and the evidence it rests on. */
export interface Reason {
  readonly text: string;
  /** Ids of the facts that were read. */
  readonly facts: readonly string[];
  readonly rule?: string;
  /** Ids in the evidence register of the knowledge release. */
  readonly evidence?: readonly string[];
}

/** A value computed from the facts. */
export interface Classified<T> {
  readonly status: 'classified';
  readonly value: T;
  readonly because: readonly Reason[];
  readonly flags?: readonly string[];
}

/** The facts leave more than one answer open: which answers, and which missing items would settle it. */
export interface Indeterminate<T> {
  readonly status: 'indeterminate';
  readonly possible: readonly T[];
  readonly missing: readonly string[];
  /** Set when some completion of the missing data would make the question itself inapplicable. */
  readonly mayNotApply?: string;
  readonly because: readonly Reason[];
}

/** The question does not arise for this case. */
export interface NotApplicable {
  readonly status: 'not-applicable';
  readonly reason: string;
}

/** Stated by an external centre, not computed here. */
export interface Reported<T> {
  readonly status: 'reported';
  readonly value: T;
  readonly reportedBy: string;
}

/** The outcome of every classification: never a bare value, never a missing item read as "no". */
export type Finding<T> = Classified<T> | Indeterminate<T> | NotApplicable | Reported<T>;

/** A computed value with its reasons; `flags` is left out when empty, so that equal findings have equal bytes. */
export const classified = <T>(value: T, because: readonly Reason[], flags: readonly string[] = []): Classified<T> =>
  flags.length === 0 ? { status: 'classified', value, because } : { status: 'classified', value, because, flags };

/** Several answers are open. `possible` and `missing` keep the order given. */
export const indeterminate = <T>(
  possible: readonly T[],
  missing: readonly string[],
  because: readonly Reason[],
  mayNotApply?: string,
): Indeterminate<T> =>
  mayNotApply === undefined
    ? { status: 'indeterminate', possible, missing, because }
    : { status: 'indeterminate', possible, missing, mayNotApply, because };

export const notApplicable = (reason: string): NotApplicable => ({ status: 'not-applicable', reason });

export const reported = <T>(value: T, reportedBy: string): Reported<T> => ({ status: 'reported', value, reportedBy });

/** The answers a finding leaves open: one when settled, several when indeterminate, none when it does not apply. */
export function possibleValues<T>(finding: Finding<T>): readonly T[] {
  switch (finding.status) {
    case 'classified':
    case 'reported':
      return [finding.value];
    case 'indeterminate':
      return finding.possible;
    case 'not-applicable':
      return [];
  }
}

/** The settled value, or undefined when there is none. */
export function settledValue<T>(finding: Finding<T>): T | undefined {
  switch (finding.status) {
    case 'classified':
    case 'reported':
      return finding.value;
    case 'indeterminate':
    case 'not-applicable':
      return undefined;
  }
}
