import { ConcludeDeliberationHandler } from './conclude-deliberation/conclude-deliberation.handler.js';
import { MakeClaimHandler } from './make-claim/make-claim.handler.js';
import { RecordAbsenceHandler } from './record-absence/record-absence.handler.js';
import { RecordConsultationHandler } from './record-consultation/record-consultation.handler.js';
import { RecordOpinionHandler } from './record-opinion/record-opinion.handler.js';
import { RequestDeliberationHandler } from './request-deliberation/request-deliberation.handler.js';
import { WithdrawClaimHandler } from './withdraw-claim/withdraw-claim.handler.js';

/** The handlers of the commands to the panel's deliberations and people's claims. */
export const DELIBERATION_HANDLERS = [
  RequestDeliberationHandler,
  RecordOpinionHandler,
  RecordAbsenceHandler,
  RecordConsultationHandler,
  ConcludeDeliberationHandler,
  MakeClaimHandler,
  WithdrawClaimHandler,
] as const;
