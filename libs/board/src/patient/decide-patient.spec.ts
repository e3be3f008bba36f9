import type { EventBody } from '@tumor-board/kernel';
import { given } from '@tumor-board/testing';
import { describe, expect, it } from 'vitest';
import golden from '../../golden/patient-events.v1.json' with { type: 'json' };
import { linkOf, type PatientCommand, patientDecider } from './decide-patient.js';
import {
  type Identity,
  identity,
  PATIENT_EVENT_TYPES,
  PATIENT_PROTECTED_FIELDS,
  type PatientEvent,
  parsePatientEvent,
} from './patient-event.js';
import { evolvePatient, noPatient } from './patient-state.js';

const today = '2026-11-23';
const chan: Identity = { name: 'Chan Tai Man', recordNumber: 'H-0042', birthDate: '1961-04-30', sex: 'male' };
const registered: PatientEvent = { type: 'PatientRegistered', data: chan };
const erased: PatientEvent = { type: 'PatientErased', data: { on: today, because: 'person-asked' } };
const other = '11111111-1111-4111-8111-111111111111';
const linked: PatientEvent = { type: 'PatientLinked', data: { with: other, because: 'same-person' } };
const link: PatientCommand = {
  type: 'LinkPatient',
  patientId: '00000000-0000-4000-8000-000000000000',
  with: other,
  because: 'same-person',
};

describe('a patient', () => {
  it('is registered once', () => {
    given(patientDecider).when({ type: 'RegisterPatient', identity: chan, today }).thenExactly(registered);
    given(patientDecider, registered).when({ type: 'RegisterPatient', identity: chan, today }).thenExactly();
    given(patientDecider, registered)
      .when({ type: 'RegisterPatient', identity: { ...chan, recordNumber: 'H-0043' }, today })
      .thenProblem('patient.already-registered');
  });

  it.each([
    ['2026-11-23', true],
    ['2026-11-24', false],
    ['1890-01-01', true],
    ['1889-12-31', false],
  ])('born on %s is taken: %s', (birthDate, taken) => {
    const born = { ...chan, birthDate };
    const asked = given(patientDecider).when({ type: 'RegisterPatient', identity: born, today });
    if (taken) asked.thenExactly({ type: 'PatientRegistered', data: born });
    else asked.thenProblem('patient.invalid');
  });

  it('has an identity that is corrected with a reason, and not when it says the same', () => {
    const corrected = { ...chan, birthDate: '1961-04-03' };
    given(patientDecider, registered)
      .when({ type: 'CorrectIdentity', identity: corrected, because: 'typing-error', today })
      .thenExactly({ type: 'PatientIdentityCorrected', data: { ...corrected, because: 'typing-error' } });
    given(patientDecider, registered).when({ type: 'CorrectIdentity', identity: chan, because: 'typing-error', today }).thenExactly();
    given(patientDecider).when({ type: 'CorrectIdentity', identity: chan, because: 'typing-error', today }).thenProblem('patient.unknown');
  });

  it('is linked with another record of the same person once, and unlinked again', () => {
    given(patientDecider, registered).when(link).thenExactly(linked);
    given(patientDecider, registered, linked).when(link).thenExactly();
    given(patientDecider, registered, linked)
      .when({ ...link, type: 'UnlinkPatient', because: 'linked-by-mistake' })
      .thenExactly({ type: 'PatientUnlinked', data: { with: other, because: 'linked-by-mistake' } });
    given(patientDecider, registered)
      .when({ ...link, with: '00000000-0000-4000-8000-000000000000' } as PatientCommand)
      .thenProblem('patient.invalid');
  });

  it('is linked in the same stream whichever of the two is asked', () => {
    expect(linkOf('b', 'a')).toEqual(linkOf('a', 'b'));
    expect(linkOf('a', 'b')).toEqual({ holder: 'a', with: 'b' });
  });

  it('that was erased takes nothing more, and is erased once', () => {
    given(patientDecider, registered).when({ type: 'ErasePatient', because: 'person-asked', today }).thenExactly(erased);
    given(patientDecider, registered, erased).when({ type: 'ErasePatient', because: 'person-asked', today }).thenExactly();
    given(patientDecider, registered, erased).when(link).thenProblem('patient.erased');
    given(patientDecider, registered, erased)
      .when({ type: 'CorrectIdentity', identity: { ...chan, name: 'Somebody' }, because: 'other', today })
      .thenProblem('patient.erased');
    given(patientDecider).when({ type: 'ErasePatient', because: 'person-asked', today }).thenProblem('patient.unknown');
  });
});

describe('the golden file of patient events, schema version 1', () => {
  const events: readonly EventBody[] = golden;

  it('has an example of every type, each of which still parses to the very same data', () => {
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(PATIENT_EVENT_TYPES));
    for (const event of events) expect(parsePatientEvent(event)).toEqual({ type: event.type, data: event.data });
  });

  it('folds to an erased record', () => {
    expect(events.map(parsePatientEvent).reduce(evolvePatient, noPatient())).toEqual({
      status: 'erased',
      on: '2026-11-23',
      because: 'person-asked',
      links: [],
    });
  });

  it('protects every field of an identity', () => {
    for (const type of ['PatientRegistered', 'PatientIdentityCorrected'] as const) {
      expect(PATIENT_PROTECTED_FIELDS[type]).toEqual(Object.keys(identity.shape));
    }
  });

  it('is refused when a field is wrong, by its path and without its value', () => {
    const wrong = { type: 'PatientRegistered', data: { ...chan, birthDate: 'the thirtieth of April' } };
    expect(() => parsePatientEvent(wrong)).toThrow(/data\.birthDate/);
    expect(() => parsePatientEvent(wrong)).not.toThrow(/thirtieth/);
    expect(() => parsePatientEvent({ type: 'CaseOpened', data: {} })).toThrow(/not an event of a patient/);
  });
});
