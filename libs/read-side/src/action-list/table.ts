import type { DeviationReason } from '@tumor-board/board';
import type { Discipline } from '@tumor-board/knowledge';
import type { CaseRow } from '../projection/read-model.js';

/** What became of an action; `superseded` when it was still open when a later decision was made. */
export const ACTION_LIST_STATES = ['open', 'done', 'partly', 'not-done', 'superseded'] as const;
export type ActionListState = (typeof ACTION_LIST_STATES)[number];

/** A row of `read_model.action`: who owes what part of a decision by when, without the words. Days are ISO texts. */
export interface ActionRow extends CaseRow {
  readonly decision_id: string;
  readonly action_id: string;
  readonly meeting_id: string | null;
  /** One of the two is set. */
  readonly owner_account: string | null;
  readonly owner_discipline: Discipline | null;
  readonly due_on: string;
  readonly state: ActionListState;
  /** Why it was not, or only partly, done. */
  readonly reason: DeviationReason | null;
  readonly reported_on: string | null;
}
