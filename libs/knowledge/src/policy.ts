import { type Fault, problem } from '@tumor-board/kernel';
import type { LocalCutoffs } from '@tumor-board/oncology';

export type { LocalCutoffs } from '@tumor-board/oncology';

/** What a site decides for itself where the review leaves a choice. */
export interface SitePolicy {
  /** The largest number of distant lesions that still counts as oligometastatic; the review gives none. */
  readonly oligometastaticMax: 3 | 4 | 5;
  /** The largest number of lesions for which ablation before systemic therapy is proposed. */
  readonly upfrontAblationMax: number;
  /** Cisplatin is blocked below this creatinine clearance, in mL/min; sources differ between 50 and 60. */
  readonly cisplatinCrClMin: number;
  /** Cut-offs that the site registered for systems whose papers give none; results that use them are labelled. */
  readonly localCutoffs?: LocalCutoffs;
  readonly [key: string]: unknown;
}

export const DEFAULT_POLICY: SitePolicy = { oligometastaticMax: 5, upfrontAblationMax: 2, cisplatinCrClMin: 50 };

/**
 * A policy checked against its ranges.
 * @throws Problem `policy.invalid` naming each field and what was expected
 */
export function sitePolicy(changes: Partial<SitePolicy> = {}): SitePolicy {
  const policy: SitePolicy = { ...DEFAULT_POLICY, ...changes };
  const faults: Fault[] = [];
  if (![3, 4, 5].includes(policy.oligometastaticMax)) faults.push({ path: 'oligometastaticMax', message: 'expected 3, 4 or 5' });
  if (!Number.isInteger(policy.upfrontAblationMax) || policy.upfrontAblationMax < 0 || policy.upfrontAblationMax > 5) {
    faults.push({ path: 'upfrontAblationMax', message: 'expected a whole number from 0 to 5' });
  }
  if (!(policy.cisplatinCrClMin >= 30 && policy.cisplatinCrClMin <= 60)) {
    faults.push({ path: 'cisplatinCrClMin', message: 'expected a creatinine clearance from 30 to 60 mL/min' });
  }
  for (const [system, cutoffs] of Object.entries(policy.localCutoffs ?? {})) {
    for (const [name, value] of Object.entries(cutoffs ?? {})) {
      const path = `localCutoffs.${system}.${name}`;
      if (name === 'oligometastaticMax') {
        if (!Number.isInteger(value) || Number(value) < 1 || Number(value) > 5)
          faults.push({ path, message: 'expected a whole number from 1 to 5' });
      } else if (!(typeof value === 'number' && value > 0)) faults.push({ path, message: 'expected a number greater than 0' });
    }
  }
  if (faults.length > 0) {
    throw problem(
      'policy.invalid',
      `The site policy is not valid: ${faults.map((fault) => `${fault.path}: ${fault.message}`).join('; ')}`,
      {},
      faults,
    );
  }
  return policy;
}
