import { type ClinicalFactType, type Fact, fact, faultsOf, type IdentifiedFact } from '@tumor-board/oncology';

/** A fact while it is being entered: whatever has been filled in so far. */
export type Draft = Readonly<Record<string, unknown>>;

/** What is to be done with a draft. */
export type Intent =
  | { readonly kind: 'record' }
  | { readonly kind: 'correct'; readonly id: string; readonly reason: string; readonly today: string }
  | { readonly kind: 'retract'; readonly id: string; readonly reason: string; readonly today: string };

/** A fault by the path of its field in the draft; `reason` for the reason of a correction. */
export type Faults = ReadonlyMap<string, string>;

/** Nobody has filled it in. */
export const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** A value without the fields that nobody filled in. Lists stay, empty or not: an empty list says something. */
export function filledIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filledIn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, item]) => (isEmpty(item) ? [] : [[name, filledIn(item)]])));
}

/** The draft with another value at a path such as `targets[0].mm`. */
export function withValue(draft: Draft, path: string, value: unknown): Draft {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  return put(draft, steps, value) as Draft;
}

function put(at: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(at)) return at.map((item: unknown, index) => (index === Number(step) ? put(item, rest, value) : item));
  const fields = typeof at === 'object' && at !== null ? (at as Draft) : {};
  return { ...fields, [step]: put(fields[step], rest, value) };
}

/** The value of a draft at a path. */
export function valueAt(draft: Draft, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .reduce<unknown>((at, step) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined), draft);
}

/** The fact that a draft and what is to be done with it make: to be checked, previewed and recorded. */
export function factOfDraft(type: ClinicalFactType, draft: Draft, intent: Intent): unknown {
  const clinical = { type, ...(filledIn(draft) as object) };
  switch (intent.kind) {
    case 'record':
      return clinical;
    case 'correct':
      return { type: 'FactCorrected', on: intent.today, corrects: intent.id, reason: intent.reason, replacement: clinical };
    case 'retract':
      return { type: 'FactRetracted', on: intent.today, retracts: intent.id, reason: intent.reason };
  }
}

/** A path of the service or the schema as the path of a field of the form. */
export const fieldPath = (path: string): string => path.replace(/^(?:body\.)?(?:facts)?(?:\[\d+\])?\.?/, '').replace(/^replacement\./, '');

/** The fact when nothing is wrong with it, and otherwise what is, by field. */
export function checked(made: unknown): { readonly fact: Fact | null; readonly faults: Faults } {
  const parsed = fact.safeParse(made);
  if (parsed.success) return { fact: parsed.data, faults: new Map() };
  return { fact: null, faults: byField(faultsOf(parsed.error)) };
}

/** Faults by field; the first of a field. */
export function byField(faults: readonly { readonly path: string; readonly message: string }[]): Faults {
  const found = new Map<string, string>();
  for (const { path, message } of faults) {
    const field = fieldPath(path);
    if (!found.has(field)) found.set(field, message);
  }
  return found;
}

/** What was recorded of a fact, as a draft to correct. */
export function draftOf(recorded: IdentifiedFact): Draft {
  const { type: _type, id: _id, ...draft } = recorded;
  return draft;
}
