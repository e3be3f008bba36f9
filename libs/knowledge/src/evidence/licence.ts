/** On what terms a source may be used, and what of it the register holds. */
export interface Licence {
  /** `not checked`: nothing but facts and figures may be taken until someone has read the terms. */
  readonly terms: 'CC BY-NC-ND 4.0' | 'all rights reserved, AI use restricted' | 'own' | 'not checked';
  readonly holds: 'facts and figures, no sentences' | 'position as others report it, no text' | 'own words';
  /** Whether its text may be processed with AI without written permission. */
  readonly aiUse: 'not restricted beyond the licence' | 'not without written permission' | 'not checked';
}

const REVIEW: Licence = {
  terms: 'CC BY-NC-ND 4.0',
  holds: 'facts and figures, no sentences',
  aiUse: 'not restricted beyond the licence',
};
const NCCN: Licence = {
  terms: 'all rights reserved, AI use restricted',
  holds: 'position as others report it, no text',
  aiUse: 'not without written permission',
};
const OWN: Licence = { terms: 'own', holds: 'own words', aiUse: 'not restricted beyond the licence' };
const NOT_CHECKED: Licence = { terms: 'not checked', holds: 'facts and figures, no sentences', aiUse: 'not checked' };

const LICENCES: Readonly<Record<string, Licence>> = {
  'liu-2023': REVIEW,
  'nccn-2022': NCCN,
  'nccn-2025': NCCN,
  'product-rule': OWN,
};

/** The licence of a source; one whose terms nobody has read is `not checked`. */
export const licenceOf = (sourceId: string): Licence => LICENCES[sourceId] ?? NOT_CHECKED;
