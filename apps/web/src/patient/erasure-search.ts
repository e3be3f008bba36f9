/** The record or the case whose erasure an address is about. */
export interface ErasureSearch {
  readonly patient?: string;
  readonly case?: string;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** True for what can be an id. */
export const isId = (text: string): boolean => ID.test(text);

export function readErasureSearch(search: Readonly<Record<string, unknown>>): ErasureSearch {
  const { patient, case: caseId } = search;
  if (typeof patient === 'string' && isId(patient)) return { patient };
  return typeof caseId === 'string' && isId(caseId) ? { case: caseId } : {};
}
