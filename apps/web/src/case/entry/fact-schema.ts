import { type ClinicalFactType, clinicalFact } from '@tumor-board/oncology';

/** A field of a fact as a form shows it, read off the schema by which the service reads facts. */
export interface FieldSpec {
  readonly name: string;
  readonly kind: 'day' | 'text' | 'number' | 'text-or-number' | 'choice' | 'yes-no' | 'names' | 'rows' | 'group';
  readonly isOptional: boolean;
  /** Of a choice, in the order of the schema. */
  readonly choices: readonly (string | number)[];
  /** Of a row or a group. */
  readonly fields: readonly FieldSpec[];
  readonly min: number | null;
  readonly max: number | null;
  /** The number must be more than the least, not equal to it. */
  readonly isAbove: boolean;
  readonly isWhole: boolean;
}

/** The part of a schema that a form needs. */
interface Schema {
  readonly def: {
    readonly type: string;
    readonly innerType?: Schema;
    readonly element?: Schema;
    readonly entries?: Readonly<Record<string, string>>;
    readonly checks?: readonly { readonly _zod: { readonly def: { readonly check: string; readonly inclusive?: boolean } } }[];
    readonly values?: readonly (string | number)[];
    readonly shape?: Readonly<Record<string, Schema>>;
  };
  readonly minValue?: number | null;
  readonly maxValue?: number | null;
  readonly isInt?: boolean;
}

const NONE = { choices: [], fields: [], min: null, max: null, isAbove: false, isWhole: false } as const;
const DAYS: ReadonlySet<string> = new Set(['on', 'knownOn']);
/** Given by the record, not by who enters. */
const GIVEN: ReadonlySet<string> = new Set(['type', 'id']);

/** Beyond any size that a form takes, a limit only says that the number is finite or whole. */
const limit = (value: number | null | undefined): number | null =>
  value === null || value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? null : value;

function specOf(name: string, schema: Schema, isOptional = false): FieldSpec {
  const { type, innerType, element, entries, values, shape } = schema.def;
  const field = { ...NONE, name, isOptional };
  switch (type) {
    case 'optional':
      if (innerType === undefined) break;
      return specOf(name, innerType, true);
    case 'string':
      return { ...field, kind: DAYS.has(name) ? 'day' : 'text' };
    case 'number':
      return {
        ...field,
        kind: 'number',
        min: limit(schema.minValue),
        max: limit(schema.maxValue),
        isAbove: (schema.def.checks ?? []).some(({ _zod: { def } }) => def.check === 'greater_than' && def.inclusive === false),
        isWhole: schema.isInt === true,
      };
    case 'enum':
      return { ...field, kind: 'choice', choices: Object.values(entries ?? {}) };
    case 'literal':
      return { ...field, kind: 'choice', choices: values ?? [] };
    case 'boolean':
      return { ...field, kind: 'yes-no' };
    case 'union':
      return { ...field, kind: 'text-or-number' };
    case 'array':
      if (element?.def.shape === undefined) return { ...field, kind: 'names' };
      return { ...field, kind: 'rows', fields: specsOf(element.def.shape) };
    case 'object':
      return { ...field, kind: 'group', fields: specsOf(shape ?? {}) };
  }
  throw new Error(`no form for a field of type ${type}`);
}

const specsOf = (shape: Readonly<Record<string, Schema>>): FieldSpec[] =>
  Object.entries(shape).map(([name, schema]) => specOf(name, schema));

/** The types of facts that can be entered, in the order of the record's vocabulary. */
export const ENTERED_TYPES: readonly ClinicalFactType[] = clinicalFact.options.map(({ shape }) => shape.type.value);

/** The fields of a fact, those of its days first. */
export function fieldsOf(type: ClinicalFactType): readonly FieldSpec[] {
  const found = clinicalFact.options.find(({ shape }) => shape.type.value === type);
  const shape = found?.shape as Readonly<Record<string, Schema>> | undefined;
  return Object.entries(shape ?? {})
    .filter(([name]) => !GIVEN.has(name))
    .map(([name, schema]) => specOf(name, schema));
}
