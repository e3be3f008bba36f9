import { assessmentSchema, IMPACT_PARTS, type ImpactReport, type KnowledgeRelease, NEXT_STEP_CODES } from '@tumor-board/knowledge';
import { type SiteKnowledgeView, scheduledChange, siteKnowledgeView } from '@tumor-board/read-side';
import { z } from 'zod';

const { policy } = assessmentSchema.shape;
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A knowledge release in a list. */
export const releaseEntry = z.strictObject({
  id: z.string(),
  title: z.string(),
  basis: z.string(),
  /** The day from which it may be in force anywhere. */
  effectiveFrom: z.iso.date(),
  defaultEdition: z.enum(['TNM-8', 'TNM-9']),
  contentHash: sha256,
  /** Whether cases are assessed under it today. */
  inForce: z.boolean(),
  /** Since when the site has it in force; null for the release that is in force where none was activated. */
  inForceSince: z.iso.date().nullable(),
  /** The day from which the site will have it in force, when that is decided. */
  scheduledFor: z.iso.date().nullable(),
});

export const releaseListAnswer = z.strictObject({ releases: z.array(releaseEntry) });

/** A knowledge release with the rows of its pathway. */
export const releaseAnswer = z.strictObject({
  ...releaseEntry.shape,
  pathway: z.array(
    z.strictObject({
      id: z.string(),
      question: z.string(),
      /** Conditions that must all hold. */
      when: z.array(z.string()),
      step: z.enum(NEXT_STEP_CODES),
      title: z.string(),
      basis: z.string(),
      rationale: z.string(),
      /** Ids of sources. */
      evidence: z.array(z.string()),
    }),
  ),
});

const changedField = z.strictObject({ field: z.string(), before: z.unknown().optional(), after: z.unknown().optional() });

/** What differs between two releases. */
export const releaseDiffAnswer = z.strictObject({
  format: z.literal('tumor-board-release-diff/1'),
  from: z.strictObject({ id: z.string(), contentHash: sha256 }),
  to: z.strictObject({ id: z.string(), contentHash: sha256 }),
  fields: z.array(changedField),
  lists: z.record(
    z.string(),
    z.strictObject({
      added: z.array(z.string()),
      removed: z.array(z.string()),
      changed: z.array(z.strictObject({ id: z.string(), fields: z.array(changedField) })),
      reordered: z.boolean(),
    }),
  ),
  /** Rows of the pathway that are computed otherwise, which their words need not show. */
  computedOtherwise: z.array(z.string()),
});

const stamp = z.strictObject({ release: z.string(), contentHash: sha256, policy });

/** What a change would do to the open cases of the site. */
export const impactReportSchema = z.strictObject({
  format: z.literal('tumor-board-impact/1'),
  candidate: stamp,
  current: stamp,
  casesRead: z.int(),
  casesChanged: z.int(),
  /** Cases that the board should look at again. */
  casesToRelist: z.int(),
  parts: z.array(z.strictObject({ part: z.enum(IMPACT_PARTS), count: z.int() })),
  transitions: z.array(
    z.strictObject({
      part: z.enum(IMPACT_PARTS),
      before: z.string(),
      after: z.string(),
      count: z.int(),
      /** References of cases to look at. */
      examples: z.array(z.string()),
    }),
  ),
  /** SHA-256 of the canonical JSON of all the rest: what a signature is given to. */
  digest: sha256,
});

/** A report that was recorded, and waits for a signature. */
export const impactAnswer = z.strictObject({ reportId: z.uuid(), report: impactReportSchema });
export const toImpact = (reportId: string, report: ImpactReport): z.input<typeof impactAnswer> =>
  ({ reportId, report }) as unknown as z.input<typeof impactAnswer>;

/** What stands under a report. */
export const signatureAnswer = z.strictObject({
  reportId: z.uuid(),
  signatures: z.array(z.strictObject({ signer: z.string(), meaning: z.string() })),
});

/** What a change answers. */
export const changeAnswer = z.strictObject({
  /** Names the re-assessment of the cases: the report that the change rests on. */
  activation: z.uuid(),
  effectiveFrom: z.iso.date(),
  /** Where the change stands in the log. */
  position: z.string(),
  /** False when it was so already. */
  changed: z.boolean(),
});

/** The policy of the site. */
export const policyAnswer = z.strictObject({
  policy,
  /** 0 for the policy of a site that has decided none. */
  version: z.int(),
  since: z.iso.date().nullable(),
  scheduled: z.array(scheduledChange),
  /** Reports on changes of release or policy that have not been made, the newest first. */
  reports: siteKnowledgeView.shape.reports,
});
export const toPolicy = ({ policy: inForce, policyVersion, policySince, scheduled, reports }: SiteKnowledgeView) => ({
  policy: inForce,
  version: policyVersion,
  since: policySince,
  scheduled,
  reports,
});

/** A release as the site sees it. */
export function toReleaseEntry(release: KnowledgeRelease, site: SiteKnowledgeView): z.infer<typeof releaseEntry> {
  const { id, title, basis, effectiveFrom, defaultEdition, contentHash } = release;
  const inForce = site.release === id;
  const scheduled = site.scheduled.find((change) => change.kind === 'release' && change.to === id);
  return {
    id,
    title,
    basis,
    effectiveFrom,
    defaultEdition,
    contentHash,
    inForce,
    inForceSince: inForce ? site.releaseSince : null,
    scheduledFor: scheduled?.effectiveFrom ?? null,
  };
}

export const toRelease = (release: KnowledgeRelease, site: SiteKnowledgeView): z.input<typeof releaseAnswer> => ({
  ...toReleaseEntry(release, site),
  pathway: release.pathway.map(({ id, question, when, step, title, basis, rationale, evidence }) => ({
    id,
    question,
    when: when.map(({ words }) => words),
    step,
    title,
    basis,
    rationale,
    evidence: [...evidence],
  })),
});
