/** The reading of a case that an address names: valid on a day, as known on a day. Empty is what stands now. */
export interface CaseSearch {
  readonly validOn?: string;
  readonly knownOn?: string;
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

/** True when the address asks for another reading than the one that stands. */
export const isHorizon = (search: CaseSearch): boolean => search.validOn !== undefined || search.knownOn !== undefined;
