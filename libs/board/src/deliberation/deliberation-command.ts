import type { ClaimAuthor, ClaimContent, DeliberationEvent, RecordedExchange, RecordedOpinion } from './deliberation-event.js';

type DataOf<Type extends DeliberationEvent['type']> = Extract<DeliberationEvent, { type: Type }>['data'];

/**
 * Ask the panel to deliberate on the case as it is assessed now. Nothing to record while a run for it goes on, and when the
 * last one was whole and the same agents would speak again.
 */
export interface RequestDeliberation
  extends Pick<DataOf<'DeliberationRequested'>, 'runId' | 'because' | 'versions' | 'disciplines' | 'deadline'> {
  readonly type: 'RequestDeliberation';
}

/** Record what a discipline said in a run. Its opinion is taken once; what comes after it is no news. */
export interface RecordOpinion {
  readonly type: 'RecordOpinion';
  readonly runId: string;
  readonly opinion: RecordedOpinion;
}

/** Note that a discipline gave no opinion. */
export interface RecordAbsence extends DataOf<'DisciplineAbsent'> {
  readonly type: 'RecordAbsence';
}

/** Record what passed between us and a language model in a run, and what it said. A model is heard once; without an opinion it is absent. */
export interface RecordConsultation {
  readonly type: 'RecordConsultation';
  readonly runId: string;
  readonly exchange: RecordedExchange;
  readonly opinion?: RecordedOpinion;
}

/** Record what the chair made of a run in which every discipline has spoken or is absent. */
export interface ConcludeDeliberation extends Omit<DataOf<'DeliberationConcluded'>, 'on'> {
  readonly type: 'ConcludeDeliberation';
}

/** Enter a claim into the ledger in one's own name. */
export interface MakeClaim extends ClaimContent {
  readonly type: 'MakeClaim';
  readonly claimId: string;
  readonly author: ClaimAuthor;
}

/** Take one's own claim back. */
export interface WithdrawClaim {
  readonly type: 'WithdrawClaim';
  readonly claimId: string;
  readonly account: string;
}

/** What may be asked of the deliberations on a case. */
export type DeliberationCommand =
  | RequestDeliberation
  | RecordOpinion
  | RecordAbsence
  | RecordConsultation
  | ConcludeDeliberation
  | MakeClaim
  | WithdrawClaim;
