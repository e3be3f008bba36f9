import type { TnmEdition } from './tnm-edition.js';

export type TCategory = 'Tis' | 'T0' | 'T1' | 'T2' | 'T3' | 'T4';
export type NCategory = 'N0' | 'N1' | 'N2' | 'N3';

type Row = Readonly<Record<NCategory, string | undefined>>;
const row = (n0: string | undefined, n1?: string, n2?: string, n3?: string): Row => ({ N0: n0, N1: n1, N2: n2, N3: n3 });

/**
 * Stage groups without distant metastasis: T down, N0 to N3 across; undefined where the combination cannot be. TNM-8: AJCC
 * and UICC 2017. TNM-9: Pan 2024 (JAMA Oncol 10:1627), T0 grouped as T1 (product rule). Both tables are general knowledge,
 * not read again: only "any M1 is IVB" (TNM-8) and the split of stage IV by M1a and M1b (TNM-9) were verified.
 */
export const GROUPS_WITHOUT_METASTASIS: Readonly<Record<TnmEdition, Readonly<Record<TCategory, Row>>>> = {
  'TNM-8': {
    Tis: row('0'),
    T0: row(undefined, 'II', 'III', 'IVA'),
    T1: row('I', 'II', 'III', 'IVA'),
    T2: row('II', 'II', 'III', 'IVA'),
    T3: row('III', 'III', 'III', 'IVA'),
    T4: row('IVA', 'IVA', 'IVA', 'IVA'),
  },
  'TNM-9': {
    Tis: row('0'),
    T0: row(undefined, 'IB', 'II', 'III'),
    T1: row('IA', 'IB', 'II', 'III'),
    T2: row('IA', 'IB', 'II', 'III'),
    T3: row('II', 'II', 'II', 'III'),
    T4: row('III', 'III', 'III', 'III'),
  },
};

/** The group of each M category with distant metastasis. */
export const GROUPS_WITH_METASTASIS: Readonly<Record<TnmEdition, Readonly<Record<string, string>>>> = {
  'TNM-8': { M1: 'IVB' },
  'TNM-9': { M1a: 'IVA', M1b: 'IVB' },
};

/** The paper or manual behind each edition, by its id in the evidence register. */
export const EDITION_EVIDENCE: Readonly<Record<TnmEdition, string>> = { 'TNM-8': 'ajcc-8-npc', 'TNM-9': 'pan-2024-tnm9' };

/** What the product says about the standing of its tables. */
export const STAGING_STATUS: Readonly<Record<TnmEdition, { readonly verified: boolean; readonly note: string }>> = {
  'TNM-8': { verified: false, note: 'Any M1 is IVB: verified. The groups without metastasis are general knowledge, not read again.' },
  'TNM-9': {
    verified: false,
    note: 'M1a up to 3 lesions, M1b more, and stage IV for distant metastasis only: verified. The groups without metastasis are general knowledge. Whether distant nodes count towards 3 is not settled.',
  },
};
