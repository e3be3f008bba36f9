import type { operations } from '../../api/schema.js';

type Asked = NonNullable<operations['listCases']['parameters']['query']>;

/** The part of the list of cases that an address names. */
export interface CasesSearch {
  readonly order?: NonNullable<Asked['order']>;
  readonly nextStep?: NonNullable<Asked['nextStep']>;
}

const FIELDS = ['order', 'nextStep'] as const satisfies readonly (keyof CasesSearch)[];

/** The search of an address, without what the list does not know; the service refuses a value that it does not know. */
export function readCasesSearch(search: Readonly<Record<string, unknown>>): CasesSearch {
  const known = FIELDS.flatMap((field) => {
    const value = search[field];
    return typeof value === 'string' && value !== '' ? [[field, value] as const] : [];
  });
  return Object.fromEntries(known) as CasesSearch;
}
