import { claimContent } from '@tumor-board/board';
import { DISCIPLINES } from '@tumor-board/knowledge';
import { z } from 'zod';
import { boardQuery } from '../board/board-requests.js';
import { caseListQuery, casePath } from '../cases/case-requests.js';

const uuid = (what: string) => z.uuid({ error: `expected the id of ${what}, a UUID` }).describe(`The id of ${what}.`);
const { id } = casePath.shape;
const { atLeast } = caseListQuery.shape;

export const runPath = z.strictObject({ id, runId: uuid('a run of the panel') });
export type RunPath = z.infer<typeof runPath>;
export const claimPath = z.strictObject({ id, claimId: uuid('a claim') });
export type ClaimPath = z.infer<typeof claimPath>;

/** Which reading of what was said. */
export const deliberationQuery = boardQuery.pick({ recordedBefore: true });
export type DeliberationRequest = z.infer<typeof deliberationQuery>;

/** What somebody claims of an option of the next step, or of the case as a whole. */
export const newClaim = z.strictObject({
  ...claimContent.shape,
  facts: claimContent.shape.facts.default([]),
  evidence: claimContent.shape.evidence.default([]),
  /** For which of one's disciplines one speaks; default the first. */
  discipline: z.enum(DISCIPLINES).optional(),
});
export type NewClaim = z.infer<typeof newClaim>;

/** Which counts. */
export const countersQuery = z.strictObject({
  release: z.string().max(100).optional().describe('Only runs under this knowledge release.'),
  atLeast,
});
export type CountersRequest = z.infer<typeof countersQuery>;
