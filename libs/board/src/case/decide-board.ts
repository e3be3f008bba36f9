import { canonicalJson, type IsoDate, problem } from '@tumor-board/kernel';
import { type Assessment, headlineOf } from '@tumor-board/knowledge';
import { auditDecision } from '../decision/audit-decision.js';
import { checkExpectations, reportAction } from '../decision/decide-follow-up.js';
import { recordDecision } from '../decision/record-decision.js';
import { signDecision } from '../decision/sign-decision.js';
import { itemsToObtain } from '../queue/completeness.js';
import { listingFor } from '../queue/listing.js';
import { referralWish } from '../queue/referral-wish.js';
import { openGround } from '../re-evaluation/open-ground.js';
import type {
  BoardCommand,
  CaseCommandContext,
  DeferCase,
  DelistCase,
  IdentifyPatient,
  ReferCase,
  RequestItem,
  ScheduleCase,
  UnscheduleCase,
  WithdrawReferral,
} from './board-command.js';
import type { BoardEvent } from './board-event.js';
import { assessmentOf, type Knowledge } from './case-assessment.js';
import type { OpenCaseState } from './case-state.js';
import { type Course, noted, start } from './course.js';
import type { CaseDecision } from './decide.js';
import { invalid, notBefore, refuseAfterDeath, stated } from './refusals.js';

/** What the rules of the board's work look at. */
export interface BoardSituation {
  readonly state: OpenCaseState;
  readonly assessment: Assessment;
  readonly knowledge: Knowledge;
  readonly today: IsoDate;
}

/**
 * Decides a command to the board's work on an open case.
 * @throws Problem `case.patient-died`, `case.not-listed`, `case.already-scheduled`, `case.item-not-missing`,
 * `case.other-patient`, `case.deferral-invalid`, `case.delisting-invalid`, `case.request-invalid`, `referral.invalid`, `referral.id-taken`,
 * `referral.unknown`, `referral.closed`, and those of decisions and actions
 */
export function decideBoard(
  state: OpenCaseState,
  command: BoardCommand,
  knowledge: Knowledge,
  { today }: CaseCommandContext,
): CaseDecision {
  const assessment = assessmentOf(state, knowledge);
  const course = boardCourse({ state, assessment, knowledge, today }, command);
  return { events: course.events, state: course.state, assessment };
}

function boardCourse(situation: BoardSituation, command: BoardCommand): Course {
  const { state, assessment } = situation;
  const so: Course = { ...start(state), assessment };
  switch (command.type) {
    case 'ReferCase':
      return refer(situation, so, command);
    case 'WithdrawReferral':
      return withdraw(situation, so, command);
    case 'RequestItem':
      return noted(so, requestItem(situation, command));
    case 'DeferCase':
      return noted(so, defer(situation, command));
    case 'DelistCase':
      return noted(so, delist(situation, command));
    case 'ScheduleCase':
      return noted(so, schedule(situation, command));
    case 'UnscheduleCase':
      return noted(so, unschedule(situation, command));
    case 'RecordDecision':
      return recordDecision(situation, so, command);
    case 'SignDecision':
      return noted(so, signDecision(situation, command));
    case 'ReportAction':
      return reportAction(situation, so, command);
    case 'AuditDecision':
      return noted(so, auditDecision(situation, command));
    case 'CheckExpectations':
      return checkExpectations(situation, so, command);
    case 'IdentifyPatient':
      return noted(so, identifyPatient(situation, command));
  }
}

function refer({ state, assessment, knowledge, today }: BoardSituation, so: Course, { type: _type, ...referral }: ReferCase): Course {
  refuseAfterDeath(state);
  const { referralId } = referral;
  const data = stated({ ...referral, on: today });
  const same = state.board.referrals.find((open) => open.referralId === referralId);
  if (same !== undefined && canonicalJson({ ...same, on: today }) === canonicalJson(data)) return so;
  if (state.board.referralIds.includes(referralId)) {
    throw problem('referral.id-taken', 'The referral id belongs to another referral of this case.', { referralId });
  }
  const faults = notBefore(today, 'dueBy', referral.dueBy);
  if (faults.length > 0) throw invalid('referral.invalid', 'The referral cannot be made', faults);
  const referred = noted(so, [{ type: 'CaseReferred', data }]);
  const wish = referralWish(referred.state, headlineOf(assessment), data);
  return noted(referred, listingFor(referred.state.board, wish, today, knowledge.policy));
}

function withdraw(situation: BoardSituation, so: Course, { type: _type, ...command }: WithdrawReferral): Course {
  const { today, knowledge, assessment } = situation;
  const { board } = so.state;
  const { referralId } = command;
  if (!board.referralIds.includes(referralId)) throw problem('referral.unknown', 'The case has no such referral.', { referralId });
  if (!board.referrals.some((open) => open.referralId === referralId)) {
    throw problem('referral.closed', 'The referral was answered or withdrawn before.', { referralId });
  }
  const without = noted(so, [{ type: 'ReferralWithdrawn', data: stated({ ...command, on: today }) }]);
  const { listing } = without.state.board;
  if (listing === null || listing.grounds.length > 0) return without;
  const other = openGround(without.state, headlineOf(assessment));
  if (other === undefined) return noted(without, [{ type: 'CaseDelisted', data: { on: today, reason: 'referral-withdrawn' } }]);
  return noted(without, listingFor(without.state.board, other, today, knowledge.policy));
}

function requestItem({ state, assessment, today }: BoardSituation, { type: _type, ...request }: RequestItem): BoardEvent[] {
  refuseAfterDeath(state);
  const items = itemsToObtain(assessment);
  if (!items.includes(request.item)) {
    throw invalid('case.item-not-missing', 'Nobody can be asked for it', [
      { path: 'item', message: items.length === 0 ? 'expected nothing: no item is missing' : `expected one of ${items.join('; ')}` },
    ]);
  }
  const faults = notBefore(today, 'dueOn', request.dueOn);
  if (faults.length > 0) throw invalid('case.request-invalid', 'The request cannot be made', faults);
  const data = { ...request, on: today };
  const same = state.board.requests.find(({ item }) => item === request.item);
  if (same !== undefined && canonicalJson({ ...same, on: today }) === canonicalJson(data)) return [];
  return [{ type: 'ItemRequested', data }];
}

function listed({ board }: OpenCaseState): void {
  if (board.listing === null) throw problem('case.not-listed', 'The case does not wait for the board: refer it first.');
}

function defer({ state, today }: BoardSituation, { type: _type, ...deferral }: DeferCase): BoardEvent[] {
  refuseAfterDeath(state);
  listed(state);
  const faults = notBefore(today, 'until', deferral.until);
  if (faults.length > 0) throw invalid('case.deferral-invalid', 'The case cannot be deferred', faults);
  return [{ type: 'CaseDeferred', data: stated({ ...deferral, on: today }) }];
}

function delist({ state, today }: BoardSituation, { type: _type, ...command }: DelistCase): BoardEvent[] {
  listed(state);
  if (command.reason === 'died') {
    throw invalid('case.delisting-invalid', 'The case cannot be taken off the queue', [
      { path: 'reason', message: 'expected another reason: recording the death takes the case off the queue' },
    ]);
  }
  return [{ type: 'CaseDelisted', data: stated({ ...command, on: today }) }];
}

function schedule({ state }: BoardSituation, { type: _type, ...data }: ScheduleCase): BoardEvent[] {
  refuseAfterDeath(state);
  listed(state);
  const { schedule: current } = state.board;
  if (current !== null && current.meetingId !== data.meetingId) {
    throw problem('case.already-scheduled', `The case is on the agenda of another meeting, on ${current.meetingOn}.`, {
      meetingId: current.meetingId,
      itemId: current.itemId,
    });
  }
  if (current !== null && canonicalJson(current) === canonicalJson(data)) return [];
  return [{ type: 'CaseScheduled', data }];
}

function unschedule({ state }: BoardSituation, { type: _type, ...data }: UnscheduleCase): BoardEvent[] {
  return state.board.schedule?.meetingId === data.meetingId ? [{ type: 'CaseUnscheduled', data }] : [];
}

function identifyPatient({ state }: BoardSituation, { patientId, replaces }: IdentifyPatient): BoardEvent[] {
  const current = state.board.patientId;
  if (current === patientId) return [];
  if (current !== null && current !== replaces) {
    throw invalid('case.other-patient', 'The case is that of another patient', [
      { path: 'replaces', message: 'expected the id of the patient whose case it was, to say that this was an error' },
    ]);
  }
  return [{ type: 'PatientIdentified', data: { patientId } }];
}
