import { ERASURE_REASONS, IDENTITY_CORRECTIONS, identity, LINK_REASONS, UNLINK_REASONS } from '@tumor-board/board';
import { text } from '@tumor-board/oncology';
import { z } from 'zod';
import { caseQuery } from '../cases/case-requests.js';

const patientId = z.uuid({ error: 'expected the id of a patient, a UUID' });

/** A record of a person in an address. */
export const patientPath = z.strictObject({ id: patientId.describe('The id of the patient.') });
export type PatientPath = z.infer<typeof patientPath>;

/** Two records of a person in an address. */
export const linkPath = z.strictObject({ ...patientPath.shape, otherId: patientId.describe('The id of the other record.') });
export type LinkPath = z.infer<typeof linkPath>;

export const patientQuery = caseQuery;
export type PatientRequest = z.infer<typeof patientQuery>;

/** Who a person is. */
export const newPatient = identity;
export type NewPatient = z.infer<typeof newPatient>;

/** Who a person is, and why it is said anew. */
export const identityCorrection = z.strictObject({ ...identity.shape, because: z.enum(IDENTITY_CORRECTIONS) });
export type IdentityCorrection = z.infer<typeof identityCorrection>;

/** Whom to look for; in the body, because addresses are logged. */
export const patientSearch = z
  .strictObject({
    recordNumber: text.max(64).optional().describe('The whole number, however it is typed.'),
    name: text.max(200).optional().describe('Words that each begin a word of the name, by three letters at least.'),
    limit: z.int().min(1).max(100).optional().describe('20 when not given.'),
    atLeast: caseQuery.shape.atLeast,
  })
  .refine(({ recordNumber, name }) => recordNumber !== undefined || name !== undefined, {
    error: 'expected a record number, a name, or both',
    path: ['name'],
  });
export type PatientSearch = z.infer<typeof patientSearch>;

/** That another record is of the same person. */
export const newLink = z.strictObject({ with: patientId.describe('The id of the other record.'), because: z.enum(LINK_REASONS) });
export type NewLink = z.infer<typeof newLink>;

/** Why a link goes. */
export const unlinkQuery = z.strictObject({ because: z.enum(UNLINK_REASONS).describe('A code; never a text.') });
export type UnlinkRequest = z.infer<typeof unlinkQuery>;

/** On what ground a person is erased, confirmed by the number of the record. */
export const patientErasure = z.strictObject({
  because: z.enum(ERASURE_REASONS),
  confirm: text.max(64).describe('The number of the record, typed again.'),
});
export type PatientErasure = z.infer<typeof patientErasure>;

/** Whose case it is. */
export const casePatient = z.strictObject({
  patientId: patientId.describe('The id of the patient.'),
  replaces: patientId.optional().describe('The id of the patient whose case it was said to be, when that was an error.'),
});
export type CasePatient = z.infer<typeof casePatient>;
