import { canonicalJson } from '@tumor-board/kernel';
import type { SealedAnchor } from './anchors/anchor.js';
import type { SealedEvent } from './verify.js';

/** Names the form of an export of the log: JSON lines, each with a `kind`. */
export const exportFormat = 'tumor-board-log/1';

/** The first line of an export. */
export const headLine = (): string => canonicalJson({ kind: 'log', format: exportFormat });

/** The line of an event: what its hash covers, and the hash. */
export const eventLine = ({ hash, ...event }: SealedEvent): string => canonicalJson({ kind: 'event', event, hash });

/** The line of an anchor: what its hash covers, the hash, and the signature over it. */
export const anchorLine = ({ text, hash, signature }: SealedAnchor): string =>
  canonicalJson({ kind: 'anchor', anchor: contentOf(text), hash: hash.toString('hex'), signature: signature.toString('base64') });

/** The last line of an export, by which a file that was cut short is known. */
export const endLine = (counts: { readonly streams: number; readonly events: number; readonly anchors: number }): string =>
  canonicalJson({ kind: 'end', ...counts });

/** The content of an anchor; what is none any more is exported as the text that it is. */
function contentOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
