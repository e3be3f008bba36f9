import type { Generated } from 'kysely';

/** A row of `read_model.reassessment`. Instants and days are read as texts. */
export interface ReassessmentRow {
  /** Id of the report that the change rests on. */
  readonly activation: string;
  readonly site: string;
  readonly change: 'release' | 'policy';
  /** Id of the release, or the version of the policy. */
  readonly to: string;
  readonly effective_from: string;
  readonly activated_at: string;
  /** The last stream that was reached; empty before the first. */
  readonly cursor: Generated<string>;
  readonly done: Generated<number>;
  readonly total: number | null;
  readonly changed: Generated<number>;
  readonly relist: Generated<number>;
  /** Cases that could not be assessed anew. */
  readonly failed: Generated<number>;
  readonly started_at: string | null;
  readonly finished_at: string | null;
  readonly superseded: Generated<boolean>;
  readonly error: string | null;
}
