import { isoDate } from '@tumor-board/oncology';
import { z } from 'zod';

/** A release in an address. */
export const releasePath = z.strictObject({ id: z.string().max(100).describe('The id of a knowledge release.') });
export type ReleasePath = z.infer<typeof releasePath>;

/** A report in an address. */
export const reportPath = z.strictObject({
  reportId: z.uuid({ error: 'expected the id of a report, a UUID' }).describe('The id of an impact report.'),
});
export type ReportPath = z.infer<typeof reportPath>;

/** With which release to compare. */
export const diffQuery = z.strictObject({
  from: z.string().max(100).optional().describe('The release to compare with; the one in force when not given.'),
});
export type DiffRequest = z.infer<typeof diffQuery>;

/** For which day to compare. */
export const impactQuery = z.strictObject({
  effectiveFrom: isoDate
    .optional()
    .describe('The day on which the change is meant to come into force: it is compared with what is in force then. Today when not given.'),
});
export type ImpactRequest = z.infer<typeof impactQuery>;

const digest = z.string().regex(/^[0-9a-f]{64}$/, { error: 'expected the digest of the report, 64 hexadecimal digits' });
const reportId = z.uuid({ error: 'expected the id of a report, a UUID' }).describe('A signed report of the impact of this change.');
const effectiveFrom = isoDate.optional().describe('The day on which it comes into force; today when not given.');

/** A signature, with the password of who signs, once more. */
export const signature = z.strictObject({
  digest: digest.describe('The digest of the report that was read.'),
  meaning: z.string().max(500).describe('What the signature stands for.'),
  password: z.string().min(1).max(1_000).describe('The password of who signs, once more.'),
});
export type Signature = z.infer<typeof signature>;

/** The activation of a release. */
export const activation = z.strictObject({ reportId, effectiveFrom });
export type ActivationRequest = z.infer<typeof activation>;

const policy = z
  .record(z.string(), z.unknown())
  .describe('The policy as a whole; a field that is left out takes its default.')
  .meta({ examples: [{ oligometastaticMax: 3, upfrontAblationMax: 2, cisplatinCrClMin: 50 }] });

/** A policy to be compared. */
export const policyCandidate = z.strictObject({ policy });
export type PolicyCandidate = z.infer<typeof policyCandidate>;

/** A policy to come into force. */
export const policyChange = z.strictObject({ policy, reportId, effectiveFrom });
export type PolicyChangeRequest = z.infer<typeof policyChange>;
