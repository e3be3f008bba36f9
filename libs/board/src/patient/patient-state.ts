import type { IsoDate } from '@tumor-board/kernel';
import { problem } from '@tumor-board/kernel';
import type { ErasureReason, Identity, PatientEvent } from './patient-event.js';

/** There is no such record. */
export interface NoPatient {
  readonly status: 'none';
}

/** A record of a person. */
export interface RegisteredPatient {
  readonly status: 'registered';
  readonly identity: Identity;
  /** Ids of other records of the same person whose link stands in this stream. */
  readonly links: readonly string[];
}

/** A record whose identity was erased. */
export interface ErasedPatient {
  readonly status: 'erased';
  readonly on: IsoDate;
  readonly because: ErasureReason;
  readonly links: readonly string[];
}

/** A patient as the events tell it. */
export type Patient = NoPatient | RegisteredPatient | ErasedPatient;

export const noPatient = (): Patient => ({ status: 'none' });

/** Folds one event into the state. Never changes the state it is given. */
export function evolvePatient(state: Patient, event: PatientEvent): Patient {
  if (event.type === 'PatientRegistered') {
    if (state.status !== 'none') throw corrupt(event, 'the patient is registered already');
    return { status: 'registered', identity: event.data, links: [] };
  }
  if (state.status !== 'registered') throw corrupt(event, state.status === 'none' ? 'nobody was registered' : 'the record was erased');
  switch (event.type) {
    case 'PatientIdentityCorrected': {
      const { because: _because, ...identity } = event.data;
      return { ...state, identity };
    }
    case 'PatientLinked':
      return { ...state, links: [...state.links, event.data.with] };
    case 'PatientUnlinked':
      return { ...state, links: state.links.filter((other) => other !== event.data.with) };
    case 'PatientErased':
      return { status: 'erased', on: event.data.on, because: event.data.because, links: state.links };
  }
  // Reached only by an event that this version of the program does not know.
  throw corrupt(event, 'this version of the program does not know it');
}

const corrupt = (event: PatientEvent, why: string) =>
  problem('patient.unreadable-event', `The event ${event.type} cannot be folded: ${why}.`, { type: event.type });
