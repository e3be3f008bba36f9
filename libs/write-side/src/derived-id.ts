import { derivedId } from '@tumor-board/kernel';

export { derivedId } from '@tumor-board/kernel';

/** The id of the case with a reference at a site. One reference names one case of a site. */
export const caseIdFor = (site: string, reference: string): string => derivedId('case', site, reference);
