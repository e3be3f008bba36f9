import { newKey } from '../api/client.js';
import type { Content, Draft } from './decision-content.js';

/** A decision that somebody is writing, as it is kept in the tab until it is signed. */
export interface KeptDecision {
  /** What makes sending it again harmless. */
  readonly key: string;
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
  draft,
  content: draft.content,
  meetingId: meetingId ?? null,
  savedAt: null,
});

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A kept decision of this case, when what was kept is one and is meant for the same meeting. */
export function readKept(value: unknown, caseId: string, meetingId: string | undefined): KeptDecision | undefined {
  if (!isRecord(value) || typeof value['key'] !== 'string' || !isRecord(value['draft']) || !isRecord(value['content'])) return undefined;
  if (value['draft']['id'] !== caseId || typeof value['draft']['basisHash'] !== 'string') return undefined;
  if (value['meetingId'] !== (meetingId ?? null)) return undefined;
  return value as unknown as KeptDecision;
}
