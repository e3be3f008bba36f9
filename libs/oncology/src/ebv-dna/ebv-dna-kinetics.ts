/** How plasma EBV DNA fell or rose under treatment. */
export interface EbvDnaKinetics {
  readonly category: 'baseline-undetectable' | 'not-assessable' | 'rapid' | 'slow' | 'rising';
  /** Why a category could not be given, or how it was bounded. */
  readonly reason?: string;
  /** Days, rounded to 0.01. */
  readonly halfLifeDays?: number;
  /** Days, rounded to 0.01; an upper bound, when only that can be given. */
  readonly halfLifeBelowDays?: number;
  readonly clearance: 'cleared' | 'persistent' | 'rebound' | 'not-informative' | 'not-assessable';
  readonly flags: readonly string[];
}
