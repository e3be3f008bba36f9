/** The reading of a case that an address names: valid on a day, as known on a day. Empty is what stands now. */
export interface CaseSearch {
  readonly validOn?: string;
  readonly knownOn?: string;
}

/** The tabs below a case, each with a key of its first letter. */
export const TABS = ['classes', 'panel', 'record', 'history'] as const;
export type Tab = (typeof TABS)[number];

/** What the address of a case says: the reading, and the tab below it where it is not the first. */
export interface CaseAddress extends CaseSearch {
  readonly tab?: Exclude<Tab, 'classes'>;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The search of an address, without what is not a day. */
export function readCaseSearch(search: Readonly<Record<string, unknown>>): CaseSearch {
  const day = (name: 'validOn' | 'knownOn') => {
    const value = search[name];
    return typeof value === 'string' && DAY.test(value) ? { [name]: value } : {};
  };
  return { ...day('validOn'), ...day('knownOn') };
}

/** {@link readCaseSearch}, with the tab. */
export function readCaseAddress(search: Readonly<Record<string, unknown>>): CaseAddress {
  const tab = TABS.find((name) => name === search['tab']);
  return { ...readCaseSearch(search), ...(tab === undefined || tab === 'classes' ? {} : { tab }) };
}

/** True when the address asks for another reading than the one that stands. */
export const isHorizon = (search: CaseSearch): boolean => search.validOn !== undefined || search.knownOn !== undefined;
