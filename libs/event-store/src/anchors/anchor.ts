import { createHash } from 'node:crypto';
import type { StreamHead } from '../verify.js';

/** Names the form of {@link AnchorContent}. */
export const anchorFormat = 'tumor-board-anchor/1';

/** What an anchor seals. */
export interface AnchorContent {
  readonly format: typeof anchorFormat;
  /** 1 for the first anchor, without gaps. */
  readonly number: number;
  /** The database's clock, ISO 8601 in UTC with microseconds. */
  readonly madeAt: string;
  /** Base64 of the 32 bytes of the key that the anchor is signed with. */
  readonly publicKey: string;
  /** Base64 of the 32 bytes of the key that later anchors may be signed with; absent when it stays the same. */
  readonly successor?: string;
  /** How many events this anchor and all before it cover. */
  readonly events: number;
  /** The streams that have grown since the anchor before, by id: the last event of each, and the hash that seals it. */
  readonly heads: readonly StreamHead[];
}

/** An anchor with what seals it. */
export interface SealedAnchor {
  readonly number: number;
  /** As in the content. */
  readonly madeAt: string;
  /** {@link AnchorContent} as RFC 8785 JSON, to the byte as it was hashed. */
  readonly text: string;
  readonly hash: Buffer;
  readonly signature: Buffer;
  readonly publicKey: Buffer;
}

/** The hash of an anchor: of the hash of the one before (nothing for the first) and the bytes of its content. */
export const anchorHash = (previous: Uint8Array, text: string): Buffer =>
  createHash('sha256').update(previous).update(text, 'utf8').digest();
