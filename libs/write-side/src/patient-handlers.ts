import { CorrectIdentityHandler } from './correct-identity/correct-identity.handler.js';
import { ErasePatientHandler } from './erase-patient/erase-patient.handler.js';
import { LinkPatientHandler } from './link-patient/link-patient.handler.js';
import { RegisterPatientHandler } from './register-patient/register-patient.handler.js';
import { UnlinkPatientHandler } from './unlink-patient/unlink-patient.handler.js';

/** The handlers of the commands to records of persons. */
export const PATIENT_HANDLERS = [
  RegisterPatientHandler,
  CorrectIdentityHandler,
  LinkPatientHandler,
  UnlinkPatientHandler,
  ErasePatientHandler,
] as const;
