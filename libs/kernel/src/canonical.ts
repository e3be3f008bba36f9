import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { stringify } from 'safe-stable-stringify';

/**
 * Canonical JSON (RFC 8785): keys in UTF-16 order, no white space, numbers and strings as ECMAScript writes them.
 * Members whose value is undefined are left out, so that an absent and an undefined member give the same bytes.
 */
export const canonicalJson = (value: unknown): string => stringify(value) as string;

/** SHA-256 of the UTF-8 bytes of a text, as 64 lower-case hexadecimal digits. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

const digests = new WeakMap<object, string>();

/**
 * SHA-256 of the canonical JSON of an immutable value. Remembered for as long as the value lives, because the facts
 * of a case are hashed again each time one is added; so never call it with an object that is changed afterwards.
 */
export function digestOf(value: object): string {
  const known = digests.get(value);
  if (known !== undefined) return known;
  const digest = sha256Hex(canonicalJson(value));
  digests.set(value, digest);
  return digest;
}
