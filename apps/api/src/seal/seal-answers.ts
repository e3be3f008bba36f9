import type { AnchorEntry, RecordedVerification } from '@tumor-board/event-store';
import type { RecordFault, RecordVerification } from '@tumor-board/read-side';
import { z } from 'zod';
import type { RunningVerification } from './verifications.js';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const fingerprint = hash.describe('SHA-256 of the 32 bytes of a public key of Ed25519.');

const anchorAnswer = z.strictObject({
  number: z.int().positive(),
  madeAt: z.iso.datetime({ precision: 6 }),
  hash: hash.describe('What to note elsewhere, with the number.'),
  signature: z.base64().describe('Ed25519 over the 32 bytes of the hash.'),
  publicKey: z.base64().describe('The 32 bytes of the key that verifies the signature.'),
  fingerprint,
  heads: z.int().nonnegative().describe('How many streams had grown since the anchor before.'),
});

/** The anchors of the log, the newest first. */
export const anchorsAnswer = z.strictObject({
  anchors: z.array(anchorAnswer),
  /** Keys that this service takes for its own. */
  trusted: z.array(fingerprint),
});

export const toAnchors = (anchors: readonly AnchorEntry[], trusted: readonly string[]): z.infer<typeof anchorsAnswer> => ({
  anchors: anchors.map((anchor) => ({ ...anchor })),
  trusted: [...trusted],
});

const fault = z.strictObject({
  found: z.enum(['chain', 'anchor', 'assessment']),
  fault: z.string(),
  anchor: z.int().positive().nullable(),
  streamId: z.string().nullable(),
  streamVersion: z.int().positive().nullable(),
  message: z.string(),
});

const toFault = ({ anchor, streamId, streamVersion, ...rest }: RecordFault): z.infer<typeof fault> => ({
  ...rest,
  anchor: anchor ?? null,
  streamId: streamId ?? null,
  streamVersion: streamVersion ?? null,
});

const running = z.strictObject({
  id: z.uuid(),
  actor: z.string(),
  startedAt: z.iso.datetime(),
  step: z.enum(['chains', 'anchors', 'assessments']),
  events: z.int().nonnegative().describe('Events that this step has read.'),
  of: z.int().nonnegative(),
  faults: z.int().nonnegative(),
});

const last = z.strictObject({
  id: z.uuid(),
  actor: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  holds: z.boolean(),
  streams: z.int().nonnegative(),
  events: z.int().nonnegative(),
  anchors: z.int().nonnegative(),
  eventsSinceAnchor: z.int().nonnegative().describe('Events that no anchor covered yet.'),
  keys: z.array(fingerprint),
  assessments: z.int().nonnegative().describe('Assessments that were recomputed.'),
  brokenStreams: z.int().nonnegative(),
  anchorFaults: z.int().nonnegative(),
  differentAssessments: z.int().nonnegative(),
  faults: z.array(fault).describe('The first hundred.'),
});

/** The verification under way, and what the last one found. */
export const verificationAnswer = z.strictObject({
  running: running.nullable(),
  last: last.nullable(),
  /** Why the last one that was started here came to no end. */
  failure: z.string().nullable(),
});
export type VerificationAnswer = z.infer<typeof verificationAnswer>;

export const toRunning = ({ id, actor, startedAt, progress, faults }: RunningVerification): z.infer<typeof running> => ({
  id,
  actor,
  startedAt,
  ...progress,
  faults,
});

export const toLast = ({ verificationId, result, ...about }: RecordedVerification<RecordVerification>): z.infer<typeof last> => ({
  id: verificationId,
  ...about,
  ...result,
  keys: [...result.keys],
  faults: result.faults.map(toFault),
});
