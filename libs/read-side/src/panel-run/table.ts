import type { DeliberationCause, Supersession } from '@tumor-board/board';
import type { Agreement, PanelDiscipline, StrikeReason } from '@tumor-board/specialists';
import type { CaseRow } from '../projection/read-model.js';

export const RUN_STATES = ['running', 'concluded', 'superseded'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** What is counted of one discipline in one run. */
export interface CountedDiscipline {
  readonly discipline: string;
  readonly claims: number;
  readonly struck: Readonly<Partial<Record<StrikeReason, number>>>;
  readonly repeats: number;
  readonly absent: boolean;
  /** Options of which it holds something else than in the run before. */
  readonly changed: number;
}

/** A row of `read_model.panel_run`: one run of the panel, with what is counted of it and none of its words. Instants are ISO texts. */
export interface PanelRunRow extends CaseRow {
  readonly run_id: string;
  readonly because: DeliberationCause;
  readonly state: RunState;
  readonly superseded_because: Supersession | null;
  readonly release: string;
  readonly fingerprint: string;
  readonly requested_at: string;
  readonly deadline: string;
  readonly concluded_at: string | null;
  readonly digest: string | null;
  readonly claims: number;
  readonly admitted: number;
  readonly dissent: number;
  readonly absent: readonly PanelDiscipline[];
  /** By discipline, those with claims and those that were absent; empty until the run has concluded. */
  readonly counted: readonly CountedDiscipline[];
  /** How the board's next decision stood to it; null while there is none, or when it was of the past by then. */
  readonly agreement: Agreement | null;
}
