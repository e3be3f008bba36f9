import { ERASURE_REASONS, identity } from '@tumor-board/board';
import { ERASED } from '@tumor-board/kernel';
import { z } from 'zod';
import { freshness } from '../case-overview/view.js';

const sex = z.union([identity.shape.sex, z.literal(ERASED)]);

/** Who a person is as views tell it: every part is `[erased]` once it was erased. */
export const identityView = z.strictObject({ name: z.string(), recordNumber: z.string(), birthDate: z.string(), sex });
export type IdentityView = z.infer<typeof identityView>;

/** What is told where a person is only named. */
export const namedPatient = z.strictObject({ id: z.uuid(), name: z.string(), recordNumber: z.string() });
export type NamedPatient = z.infer<typeof namedPatient>;

/** A record of a person among others. */
export const patientEntry = z.strictObject({ id: z.uuid(), ...identityView.shape });
export type PatientEntry = z.infer<typeof patientEntry>;

/** That a record was erased: when, on what ground, and by whom. */
export const tombstone = z.strictObject({ on: z.iso.date(), because: z.enum(ERASURE_REASONS), by: z.string() });

/** A case of a person. */
export const caseOfPatient = z.strictObject({
  id: z.uuid(),
  /** The record that it was identified by: this one or a linked one. */
  patientId: z.uuid(),
  /** From the list of cases; null until it knows the case. */
  reference: z.string().nullable(),
  erased: z.boolean(),
});

/** A record of a person, with what is known to be of the same person. */
export const patientView = z.strictObject({
  id: z.uuid(),
  site: z.string(),
  version: z.int(),
  status: z.enum(['registered', 'erased']),
  identity: identityView,
  erased: tombstone.nullable(),
  /** The other records of the person; `isDirect` when the link is with this record and not with one that is linked. */
  linked: z.array(z.strictObject({ ...patientEntry.shape, status: z.enum(['registered', 'erased']), isDirect: z.boolean() })),
  /** Records that may be of the same person: of the same record number, or of the same name and birth date. */
  candidates: z.array(z.strictObject({ ...patientEntry.shape, because: z.enum(['record-number', 'name-and-birth-date']) })),
  /** The cases of this record and of the linked ones. */
  cases: z.array(caseOfPatient),
  freshness,
});
export type PatientView = z.infer<typeof patientView>;

/** The records that a search found. */
export const patientSearchView = z.strictObject({
  patients: z.array(patientEntry),
  /** True when there are more than were asked for: search for more. */
  more: z.boolean(),
});
export type PatientSearchView = z.infer<typeof patientSearchView>;

/** What erasing a person reaches or has reached, without saying who it is. */
export const patientErasureView = z.strictObject({
  id: z.uuid(),
  status: z.enum(['registered', 'erased']),
  erased: tombstone.nullable(),
  /** The other records of the person. */
  linked: z.array(z.strictObject({ id: z.uuid(), status: z.enum(['registered', 'erased']), erased: tombstone.nullable() })),
  cases: z.array(caseOfPatient.omit({ reference: true })),
  /** False while a record or a case of an erased person is still to be erased. */
  isComplete: z.boolean(),
});
export type PatientErasureView = z.infer<typeof patientErasureView>;
