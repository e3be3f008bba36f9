import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { stringify } from 'safe-stable-stringify';
import { remember } from './remember.js';

/**
 * Canonical JSON (RFC 8785): keys in UTF-16 order, no white space, numbers and strings as ECMAScript writes them.
 * Members whose value is undefined are left out, so that an absent and an undefined member give the same bytes.
 */
export const canonicalJson = (value: unknown): string => stringify(value) as string;

const hexadecimal = Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

/** SHA-256 of the UTF-8 bytes of a text, as 64 lower-case hexadecimal digits. */
export function sha256Hex(text: string): string {
  const codes: number[] = [];
  for (const byte of sha256(utf8ToBytes(text))) codes.push(hexadecimal[byte >> 4] as number, hexadecimal[byte & 15] as number);
  // Made in one piece: a text put together of pairs of digits is kept as a tree of them, which takes ten times the
  // memory and is walked whenever the digests of a case are hashed together.
  return String.fromCharCode(...codes);
}

/**
 * SHA-256 of the canonical JSON of an immutable value. Remembered for as long as the value lives, because the facts
 * of a case are hashed again each time one is added; so never call it with an object that is changed afterwards.
 */
export const digestOf: (value: object) => string = remember((value) => sha256Hex(canonicalJson(value)));
