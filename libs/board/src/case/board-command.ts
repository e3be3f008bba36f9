import type { IsoDate } from '@tumor-board/kernel';
import type { DecisionBasis, DecisionContent, QuorumResult, Signature } from '../decision/decision-content.js';
import type { BoardEvent } from './board-event.js';

type DataOf<Type extends BoardEvent['type']> = Extract<BoardEvent, { type: Type }>['data'];

/** Ask the board a question about a case, which lists it. Refused for a referral id that is taken, and after a death. */
export interface ReferCase extends Omit<DataOf<'CaseReferred'>, 'on'> {
  readonly type: 'ReferCase';
}

/** Take a question back. The case leaves the queue when nothing else keeps it there. */
export interface WithdrawReferral extends Omit<DataOf<'ReferralWithdrawn'>, 'on'> {
  readonly type: 'WithdrawReferral';
}

/** Ask somebody for what is missing. */
export interface RequestItem extends Omit<DataOf<'ItemRequested'>, 'on'> {
  readonly type: 'RequestItem';
}

/** Leave a listed case for later. */
export interface DeferCase extends Omit<DataOf<'CaseDeferred'>, 'on'> {
  readonly type: 'DeferCase';
}

/** Take a case out of the queue without a decision; its open referrals end with it. */
export interface DelistCase extends Omit<DataOf<'CaseDelisted'>, 'on'> {
  readonly type: 'DelistCase';
}

/** Note that a listed case is on the agenda of a meeting. Given again for the same meeting it changes item or mode. */
export interface ScheduleCase extends DataOf<'CaseScheduled'> {
  readonly type: 'ScheduleCase';
}

/** Note that a case is off the agenda of a meeting. Nothing to record when it is not on it. */
export interface UnscheduleCase extends DataOf<'CaseUnscheduled'> {
  readonly type: 'UnscheduleCase';
}

/** Record what the board decided, signed by whoever saw the basis with this hash. Supersedes the decision that stands. */
export interface RecordDecision {
  readonly type: 'RecordDecision';
  readonly decisionId: string;
  readonly content: DecisionContent;
  /** Hash of the basis that was shown; another one than that of now is refused as `decision.stale`. */
  readonly basisHash: string;
  /** The basis that was shown, so that a refusal can say what changed since. */
  readonly shown?: DecisionBasis | undefined;
  readonly meetingId?: string | undefined;
  readonly itemId?: string | undefined;
  readonly quorum: QuorumResult;
  readonly signature: Signature;
}

/** Put one more signature under the standing decision, by the hash of the content that was shown. */
export interface SignDecision {
  readonly type: 'SignDecision';
  readonly decisionId: string;
  readonly contentHash: string;
  readonly signature: Signature;
}

/** Say how far an action was carried out. A later report takes the place of an earlier one. */
export interface ReportAction extends Omit<DataOf<'ActionReported'>, 'on'> {
  readonly type: 'ReportAction';
}

/** Say whether it was right to decide without discussion. A later finding takes the place of an earlier one. */
export interface AuditDecision extends Omit<DataOf<'DecisionAudited'>, 'on'> {
  readonly type: 'AuditDecision';
  /** Whether the item of the agenda that was decided was sampled for audit: who gives the command has looked at the meeting. */
  readonly isSampled: boolean;
}

/** Find the results that are overdue on a day, and whether the day has come on which the board looks again. */
export interface CheckExpectations {
  readonly type: 'CheckExpectations';
  readonly today: IsoDate;
}

/** Say whose case it is. Another patient than the one named before is refused unless `replaces` names that one. */
export interface IdentifyPatient extends DataOf<'PatientIdentified'> {
  readonly type: 'IdentifyPatient';
  readonly replaces?: string | undefined;
}

/** What may be asked of the board's work on a case. */
export type BoardCommand =
  | ReferCase
  | WithdrawReferral
  | RequestItem
  | DeferCase
  | DelistCase
  | ScheduleCase
  | UnscheduleCase
  | RecordDecision
  | SignDecision
  | ReportAction
  | AuditDecision
  | CheckExpectations
  | IdentifyPatient;

/** What comes in with every command to a case besides its data. */
export interface CaseCommandContext {
  /** The day on which the command was received. */
  readonly today: IsoDate;
}
