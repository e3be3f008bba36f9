/** A doubt about recorded facts that a person should look at; the facts stay recorded. */
export interface Alert {
  /** Stable, for programs: `target-below-measurable`. */
  readonly code: string;
  readonly text: string;
  /** Ids of the facts in doubt. */
  readonly facts: readonly string[];
}
