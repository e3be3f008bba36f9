import type { AgendaItem, Attendee, KnownMeeting, MeetingPlan, RemovedItem } from '@tumor-board/board';
import type { StreamRow } from '../projection/read-model.js';

/** A row of `read_model.meeting`: one meeting as it stands. Instants are ISO texts in UTC. */
export interface MeetingRow extends StreamRow {
  readonly meeting_id: string;
  readonly series_id: string | null;
  readonly status: KnownMeeting['status'];
  /** The moment at which it begins, by the clocks of its time zone. */
  readonly starts: string;
  readonly plan: MeetingPlan;
  /** In the order of the agenda. */
  readonly agenda: readonly AgendaItem[];
  readonly removed: readonly (readonly [itemId: string, item: RemovedItem])[];
  readonly attendance: readonly Attendee[];
  readonly opened_at: string | null;
  /** When it was closed or called off. */
  readonly ended_at: string | null;
  readonly cancelled_because: string | null;
  readonly position: string;
  readonly changed_at: string;
}
