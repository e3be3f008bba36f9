import { AuditDecisionHandler } from './audit-decision/audit-decision.handler.js';
import { CheckExpectationsHandler } from './check-expectations/check-expectations.handler.js';
import { DeferCaseHandler } from './defer-case/defer-case.handler.js';
import { DELIBERATION_HANDLERS } from './deliberation-handlers.js';
import { DelistCaseHandler } from './delist-case/delist-case.handler.js';
import { IdentifyPatientHandler } from './identify-patient/identify-patient.handler.js';
import { RecordDecisionHandler } from './record-decision/record-decision.handler.js';
import { ReferCaseHandler } from './refer-case/refer-case.handler.js';
import { ReportActionHandler } from './report-action/report-action.handler.js';
import { RequestItemHandler } from './request-item/request-item.handler.js';
import { ScheduleCaseHandler } from './schedule-case/schedule-case.handler.js';
import { SignDecisionHandler } from './sign-decision/sign-decision.handler.js';
import { UnscheduleCaseHandler } from './unschedule-case/unschedule-case.handler.js';
import { WithdrawReferralHandler } from './withdraw-referral/withdraw-referral.handler.js';

/** The handlers of the commands to the board's work on a case, and to what the panel and people say of it. */
export const BOARD_HANDLERS = [
  ReferCaseHandler,
  WithdrawReferralHandler,
  RequestItemHandler,
  DeferCaseHandler,
  DelistCaseHandler,
  ScheduleCaseHandler,
  UnscheduleCaseHandler,
  RecordDecisionHandler,
  SignDecisionHandler,
  ReportActionHandler,
  AuditDecisionHandler,
  CheckExpectationsHandler,
  IdentifyPatientHandler,
  ...DELIBERATION_HANDLERS,
] as const;
