import type { RunningSeries, SeriesPlan } from '@tumor-board/board';
import type { StreamRow } from '../projection/read-model.js';

/** A row of `read_model.meeting_series`: one series as it stands. */
export interface MeetingSeriesRow extends StreamRow {
  readonly series_id: string;
  readonly title: string;
  readonly plan: SeriesPlan;
  readonly ends_from: string | null;
  /** The meetings that were planned, by day. */
  readonly meetings: RunningSeries['meetings'];
  readonly position: string;
  readonly changed_at: string;
}
