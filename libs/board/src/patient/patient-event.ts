import { type EventBody, problem } from '@tumor-board/kernel';
import { faultsOf, isoDate, text } from '@tumor-board/oncology';
import { z } from 'zod';

/** The stream of a patient: `patient-<uuid>`. */
export const patientStream = (patientId: string): string => `patient-${patientId}`;

/** The id of the patient whose stream this is, or undefined when it is the stream of something else. */
export const patientIdOf = (streamId: string): string | undefined =>
  streamId.startsWith('patient-') ? streamId.slice('patient-'.length) : undefined;

/** Who a person is. Every field is protected; what the assessment needs (age and sex at presentation) stands in the case. */
export const identity = z.strictObject({
  name: text.max(200),
  /** The hospital's number of the person's record. */
  recordNumber: text.max(64),
  birthDate: isoDate,
  sex: z.enum(['female', 'male', 'other', 'unknown']),
});
export type Identity = z.infer<typeof identity>;

/** Why an identity was recorded anew. */
export const IDENTITY_CORRECTIONS = ['typing-error', 'changed-name', 'record-merged-elsewhere', 'wrong-person', 'other'] as const;
/** Why two records are those of one person, or are not. */
export const LINK_REASONS = ['same-person', 'record-number-changed', 'registered-twice'] as const;
export const UNLINK_REASONS = ['not-the-same-person', 'linked-by-mistake'] as const;
/** On what ground a person's data are erased. */
export const ERASURE_REASONS = ['person-asked', 'consent-withdrawn', 'retention-ended', 'recorded-by-mistake', 'court-order'] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

const id = z.uuid();

/** Data of the events of a patient, schema version 1. */
export const PATIENT_EVENT_DATA = {
  PatientRegistered: identity,
  PatientIdentityCorrected: z.strictObject({ ...identity.shape, because: z.enum(IDENTITY_CORRECTIONS) }),
  /** Another record is that of the same person. Stands in the stream of the record with the smaller id. */
  PatientLinked: z.strictObject({ with: id, because: z.enum(LINK_REASONS) }),
  PatientUnlinked: z.strictObject({ with: id, because: z.enum(UNLINK_REASONS) }),
  /** The tombstone: the key of the identity is destroyed after it, and nothing may follow. */
  PatientErased: z.strictObject({ on: isoDate, because: z.enum(ERASURE_REASONS) }),
} as const;

export type PatientEventType = keyof typeof PATIENT_EVENT_DATA;
export const PATIENT_EVENT_TYPES = Object.keys(PATIENT_EVENT_DATA) as readonly PatientEventType[];

/** What can happen to the record of a patient. */
export type PatientEvent = {
  readonly [Type in PatientEventType]: { readonly type: Type; readonly data: Readonly<z.infer<(typeof PATIENT_EVENT_DATA)[Type]>> };
}[PatientEventType];

const IDENTITY_FIELDS = Object.keys(identity.shape);

/** Protected text of a patient's events, as dotted paths. */
export const PATIENT_PROTECTED_FIELDS: Partial<Readonly<Record<PatientEventType, readonly string[]>>> = {
  PatientRegistered: IDENTITY_FIELDS,
  PatientIdentityCorrected: IDENTITY_FIELDS,
};

/**
 * Checks an event from outside against its schema.
 * @throws Problem `patient.invalid-event` with the faults
 */
export function parsePatientEvent(event: EventBody): PatientEvent {
  const type = PATIENT_EVENT_TYPES.find((known) => known === event.type);
  if (type === undefined) throw problem('patient.invalid-event', `"${event.type}" is not an event of a patient.`, { type: event.type });
  const parsed = PATIENT_EVENT_DATA[type].safeParse(event.data);
  if (parsed.success) return { type, data: parsed.data } as PatientEvent;
  const faults = faultsOf(parsed.error, ['data']);
  // The values are a person's: only the paths are told.
  const list = faults.map(({ path }) => path).join(', ');
  throw problem('patient.invalid-event', `The event ${type} is not as its schema says: ${list}.`, { type }, faults);
}
