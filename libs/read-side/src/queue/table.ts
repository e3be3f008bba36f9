import type { DEFERRAL_REASONS, QueueReason, TriggerKind, Urgency } from '@tumor-board/board';
import type { ChangedPart, Discipline } from '@tumor-board/knowledge';
import type { CaseRow } from '../projection/read-model.js';

/** How ready a case is for a meeting, apart from a deferral, which ends without an event. */
export const OWN_READINESS = ['ready', 'not-ready', 'awaiting-result', 'listed'] as const;
export type OwnReadiness = (typeof OWN_READINESS)[number];

/** What a case lacks and who owes it; the item as the assessment names it, no patient text. */
export interface MissingItem {
  readonly item: string;
  readonly owner: Discipline;
  /** True when the board cannot decide without it. */
  readonly blocking: boolean;
  readonly requested: Requested | null;
}

/** Who was asked for an item, when, and by when it is to come. */
export interface Requested {
  readonly owner: { readonly account: string } | { readonly discipline: Discipline };
  readonly on: string;
  readonly dueOn: string;
}

/** Whether the standing decision rests on what is known now. */
export type StandingState = 'none' | 'current' | 'needs-review';

/** A row of `read_model.board_queue`: whether and why a case waits for the board. Instants and days are ISO texts. */
export interface QueueRow extends CaseRow {
  readonly reference: string;
  /** Sealed: read it with `ReadModels.revealed`. */
  readonly title: string | null;
  /** `synthetic` or `published` where the case is not a patient's own record. */
  readonly source: string | null;
  /** The reference in lower case. */
  readonly search: string;
  readonly in_queue: boolean;
  readonly reason: QueueReason | null;
  /** 1 for the most urgent reason. */
  readonly rank: number | null;
  readonly due_by: string | null;
  /** The day from which it waits. */
  readonly listed_on: string | null;
  /** The moment on that day. */
  readonly listed_since: string | null;
  readonly urgency: Urgency | null;
  readonly trigger: TriggerKind | null;
  readonly trigger_facts: readonly string[];
  readonly trigger_changed: readonly ChangedPart[];
  readonly has_question: boolean;
  /** Those that the referral asks for and those that the question needs. */
  readonly disciplines: readonly Discipline[];
  readonly referral_disciplines: readonly Discipline[];
  readonly readiness: OwnReadiness | null;
  /** When the first of the results that it awaits is due: after that day it is not ready. */
  readonly awaiting_until: string | null;
  readonly deferred: boolean;
  readonly missing: readonly MissingItem[];
  readonly meeting_id: string | null;
  readonly meeting_on: string | null;
  readonly meeting_mode: string | null;
  readonly item_id: string | null;
  readonly deferred_until: string | null;
  readonly deferral_reason: (typeof DEFERRAL_REASONS)[number] | null;
  /** How often it was put off since it waits. */
  readonly deferrals: number;
  readonly next_step: string | null;
  readonly stage: string | null;
  readonly response: string | null;
  /** True while the board has not decided on the case with a quorum. */
  readonly is_first_presentation: boolean;
  readonly decision_id: string | null;
  readonly decision_state: StandingState;
  readonly review_trigger: TriggerKind | null;
  readonly review_changed: readonly ChangedPart[];
  readonly changed_at: string;
}
