import { impactSummary } from '@tumor-board/board';
import { assessmentSchema } from '@tumor-board/knowledge';
import { z } from 'zod';

const { policy } = assessmentSchema.shape;

/** A change that has been decided and comes into force later. */
export const scheduledChange = z.strictObject({
  kind: z.enum(['release', 'policy']),
  /** Id of the release, or the version of the policy. */
  to: z.string(),
  effectiveFrom: z.iso.date(),
  reportId: z.uuid(),
});

/** What is in force at a site, and what will be. */
export const siteKnowledgeView = z.strictObject({
  /** The day that was asked for. */
  on: z.iso.date(),
  /** Id of the knowledge release. */
  release: z.string(),
  /** Since when; null when the site has activated none. */
  releaseSince: z.iso.date().nullable(),
  policy,
  /** 0 for the policy of a site that has decided none. */
  policyVersion: z.int(),
  policySince: z.iso.date().nullable(),
  scheduled: z.array(scheduledChange),
  /** Reports on changes that have not been made, the newest first. */
  reports: z.array(
    z.strictObject({
      reportId: z.uuid(),
      release: z.string().nullable(),
      policy: policy.nullable(),
      against: z.strictObject({ release: z.string(), policyVersion: z.int() }),
      summary: impactSummary,
      digest: z.string(),
      signatures: z.array(z.strictObject({ signer: z.string(), meaning: z.string() })),
    }),
  ),
});
export type SiteKnowledgeView = z.infer<typeof siteKnowledgeView>;
