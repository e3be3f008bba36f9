import type { FactOf } from '../facts/clinical-fact.js';
import type { NCategory, TCategory } from './stage-groups.js';
import type { TnmEdition } from './tnm-edition.js';

/** The categories that a record may mean in an edition, and what would settle them. */
export interface CategoryAnswer<Category> {
  readonly answers: readonly Category[];
  readonly missing: string | undefined;
}

const T_CATEGORIES: readonly TCategory[] = ['Tis', 'T0', 'T1', 'T2', 'T3', 'T4'];
/** A primary tumour that cannot be assessed is not in situ, which is a finding of histology. */
const T_OF_TX: readonly TCategory[] = ['T0', 'T1', 'T2', 'T3', 'T4'];
const N_CATEGORIES: readonly NCategory[] = ['N0', 'N1', 'N2', 'N3'];
const EXTENSION_MISSING = 'advanced extranodal extension';

/** T means the same in both editions. */
export function tIn(staging: FactOf<'StagingRecorded'>): CategoryAnswer<TCategory> {
  const category = T_CATEGORIES.find((known) => known === staging.t);
  return category === undefined ? { answers: T_OF_TX, missing: 'T category' } : { answers: [category], missing: undefined };
}

/**
 * N read in an edition. TNM-9 moved nodes with advanced extranodal extension to N3: N1 and N2 of TNM-8 with it are N3 in
 * TNM-9, and N3 of TNM-9 with it may have been N1 to N3 in TNM-8. N0 is N0 in both.
 */
export function nIn(edition: TnmEdition, staging: FactOf<'StagingRecorded'>): CategoryAnswer<NCategory> {
  const category = N_CATEGORIES.find((known) => known === staging.n);
  if (category === undefined) return { answers: N_CATEGORIES, missing: 'N category' };
  const same: CategoryAnswer<NCategory> = { answers: [category], missing: undefined };
  if (category === 'N0') return same;
  const extension = staging.advancedExtranodalExtension;
  if (staging.edition === edition) {
    const disagrees = edition === 'TNM-9' && extension === true && category !== 'N3';
    return disagrees ? { answers: [category, 'N3'], missing: 'N category' } : same;
  }
  if (edition === 'TNM-9') {
    if (category === 'N3' || extension === false) return same;
    return extension === true ? { answers: ['N3'], missing: undefined } : { answers: [category, 'N3'], missing: EXTENSION_MISSING };
  }
  if (category !== 'N3' || extension === false) return same;
  return { answers: ['N1', 'N2', 'N3'], missing: extension === true ? 'N category of TNM-8' : EXTENSION_MISSING };
}

/** True when N and the extranodal extension of one record cannot both hold in its edition. */
export const extensionDisagrees = (staging: FactOf<'StagingRecorded'>): boolean =>
  staging.advancedExtranodalExtension === true &&
  (staging.n === 'N0' || (staging.edition === 'TNM-9' && (staging.n === 'N1' || staging.n === 'N2')));
