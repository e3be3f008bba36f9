import { newKey } from '../api/client.js';
import type { Content, Draft, Meaning } from './decision-content.js';

/** A decision that somebody is writing, as it is kept in the tab until it is signed. */
export interface KeptDecision {
  /** What makes sending it again harmless: another one as soon as something else is signed. */
  readonly key: string;
  /** What it was signed as when it was sent with this key; null until then. */
  readonly sentAs: Meaning | null;
  /** The draft as it came: what is signed is bound to its basis. */
  readonly draft: Draft;
  /** What stands on the screen. */
  readonly content: Content;
  readonly meetingId: string | null;
  readonly savedAt: string | null;
}

/** The name under which a decision on a case is kept: a case is decided in one meeting at a time. */
export const draftName = (caseId: string): string => `decision.${caseId}`;

/** A draft that nobody has touched yet. */
export const begun = (draft: Draft, meetingId: string | undefined): KeptDecision => ({
  key: newKey(),
  sentAs: null,
  draft,
  content: draft.content,
  meetingId: meetingId ?? null,
  savedAt: null,
});

/**
 * Something else than was sent goes under another key. Should the first have arrived without its answer, the second rests
 * on what is not known any more and is refused as stale, rather than answered with the first.
 */
export const changed = (kept: KeptDecision, part: Partial<Pick<KeptDecision, 'content' | 'draft' | 'meetingId'>>): KeptDecision => ({
  ...kept,
  ...part,
  ...(kept.sentAs === null ? {} : { key: newKey(), sentAs: null }),
});

/** What is sent when it is signed: under the same key when it is signed as before. */
export const signedAs = (kept: KeptDecision, meaning: Meaning): KeptDecision => ({
  ...kept,
  key: kept.sentAs === null || kept.sentAs === meaning ? kept.key : newKey(),
  sentAs: meaning,
});

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A kept decision of this case, when what was kept is one. What was written for another meeting, or outside one, goes with its writer. */
export function readKept(value: unknown, caseId: string, meetingId: string | undefined): KeptDecision | undefined {
  if (!isRecord(value) || typeof value['key'] !== 'string' || !isRecord(value['draft']) || !isRecord(value['content'])) return undefined;
  if (value['draft']['id'] !== caseId || typeof value['draft']['basisHash'] !== 'string') return undefined;
  const kept = { sentAs: null, ...value } as unknown as KeptDecision;
  return kept.meetingId === (meetingId ?? null) ? kept : changed(kept, { meetingId: meetingId ?? null });
}
