/**
 * How sure the product is of what it says about a source: `V` read in the paper's abstract or tables, `S` from the
 * review only, `K` general knowledge that was not read again, `?` uncertain.
 */
export type Confidence = 'V' | 'S' | 'K' | '?';

/** A source that a rule or a finding rests on. */
export interface EvidenceSource {
  /** Stable, cited by reasons: `yao-2023`. */
  readonly id: string;
  readonly citation: string;
  readonly doi?: string;
  /** The source's number in the review's list of references. */
  readonly reviewReference?: number;
  readonly design:
    | 'review'
    | 'randomised'
    | 'single-arm'
    | 'retrospective'
    | 'guideline'
    | 'consensus'
    | 'standard'
    | 'label'
    | 'product-rule';
  /** Whom it studied, in the words a board would use. */
  readonly population: string;
  /** What it supports here, and what it does not. */
  readonly note: string;
  readonly confidence: Confidence;
  /** false for `K` and `?`: shown as not verified, never as settled. */
  readonly verified: boolean;
}

/** Completes an entry: `K` and `?` are never verified. */
export const source = (entry: Omit<EvidenceSource, 'verified'>): EvidenceSource => ({
  ...entry,
  verified: entry.confidence === 'V' || entry.confidence === 'S',
});
