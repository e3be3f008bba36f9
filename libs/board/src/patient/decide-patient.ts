import { canonicalJson, type Decider, type Fault, type IsoDate, problem } from '@tumor-board/kernel';
import type { ERASURE_REASONS, IDENTITY_CORRECTIONS, Identity, LINK_REASONS, PatientEvent, UNLINK_REASONS } from './patient-event.js';
import { evolvePatient, noPatient, type Patient, type RegisteredPatient } from './patient-state.js';

type OneOf<List extends readonly unknown[]> = List[number];

/** What may be asked of a patient's record. `today` is the day of the command. */
export type PatientCommand =
  | { readonly type: 'RegisterPatient'; readonly identity: Identity; readonly today: IsoDate }
  | {
      readonly type: 'CorrectIdentity';
      readonly identity: Identity;
      readonly because: OneOf<typeof IDENTITY_CORRECTIONS>;
      readonly today: IsoDate;
    }
  | { readonly type: 'LinkPatient'; readonly patientId: string; readonly with: string; readonly because: OneOf<typeof LINK_REASONS> }
  | { readonly type: 'UnlinkPatient'; readonly patientId: string; readonly with: string; readonly because: OneOf<typeof UNLINK_REASONS> }
  | { readonly type: 'ErasePatient'; readonly because: OneOf<typeof ERASURE_REASONS>; readonly today: IsoDate };

/** In whose stream a link of two records stands, and which it names: always the same, whichever is asked. */
export const linkOf = (one: string, other: string): { readonly holder: string; readonly with: string } =>
  one < other ? { holder: one, with: other } : { holder: other, with: one };

/**
 * Decides a command. No events when nothing would change.
 * @throws Problem `patient.already-registered`, `patient.unknown`, `patient.erased`, `patient.invalid` naming the field
 */
export function decidePatient(state: Patient, command: PatientCommand): readonly PatientEvent[] {
  switch (command.type) {
    case 'RegisterPatient':
      if (state.status === 'none') return [{ type: 'PatientRegistered', data: checked(command.identity, command.today) }];
      if (canonicalJson(registered(state).identity) === canonicalJson(command.identity)) return [];
      throw problem('patient.already-registered', 'The patient is registered already; correct the identity instead.');
    case 'CorrectIdentity': {
      const { identity } = registered(state);
      if (canonicalJson(identity) === canonicalJson(command.identity)) return [];
      return [{ type: 'PatientIdentityCorrected', data: { ...checked(command.identity, command.today), because: command.because } }];
    }
    case 'LinkPatient': {
      const { links } = registered(state);
      if (command.patientId === command.with) throw invalid([{ path: 'with', message: 'expected another record than this one' }]);
      return links.includes(command.with) ? [] : [{ type: 'PatientLinked', data: { with: command.with, because: command.because } }];
    }
    case 'UnlinkPatient':
      return registered(state).links.includes(command.with)
        ? [{ type: 'PatientUnlinked', data: { with: command.with, because: command.because } }]
        : [];
    case 'ErasePatient':
      if (state.status === 'erased') return [];
      if (state.status === 'none') throw unknown();
      return [{ type: 'PatientErased', data: { on: command.today, because: command.because } }];
  }
}

/** The decider of the stream of a patient. */
export const patientDecider: Decider<Patient, PatientCommand, PatientEvent> = {
  initialState: noPatient,
  decide: decidePatient,
  evolve: evolvePatient,
};

function registered(state: Patient): RegisteredPatient {
  if (state.status === 'none') throw unknown();
  if (state.status === 'erased') throw problem('patient.erased', `The record was erased on ${state.on}; nothing can be added to it.`);
  return state;
}

const EARLIEST = '1890-01-01';

function checked(identity: Identity, today: IsoDate): Identity {
  if (identity.birthDate <= today && identity.birthDate >= EARLIEST) return identity;
  throw invalid([{ path: 'birthDate', message: `expected a day from ${EARLIEST} to today` }]);
}

const unknown = () => problem('patient.unknown', 'There is no such patient.');

const invalid = (faults: readonly Fault[]) =>
  problem('patient.invalid', faults.map((fault) => `${fault.path}: ${fault.message}`).join('; '), {}, faults);
