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

/** A SHA-256 under way over texts. It can be continued in several ways, each from where it was. */
export interface RunningHash {
  /** The hash continued by the UTF-8 bytes of a text; this one stays as it is. */
  readonly with: (text: string) => RunningHash;
  /** The hash of what has come so far, as 64 lower-case hexadecimal digits. */
  readonly hex: () => string;
}

const running = (state: ReturnType<typeof sha256.create>): RunningHash => ({
  with: (text) => running(state.clone().update(utf8ToBytes(text))),
  hex: () => hexOf(state.clone().digest()),
});

/** The hash of nothing yet. */
export const startHash = (): RunningHash => running(sha256.create());

/** SHA-256 of the UTF-8 bytes of a text, as 64 lower-case hexadecimal digits. */
export const sha256Hex = (text: string): string => hexOf(sha256(utf8ToBytes(text)));

function hexOf(bytes: Uint8Array): string {
  const codes: number[] = [];
  for (const byte of bytes) codes.push(hexadecimal[byte >> 4] as number, hexadecimal[byte & 15] as number);
  // Made in one piece: a text put together of pairs of digits is kept as a tree of them, which takes ten times the
  // memory and is walked whenever the digests of a case are hashed together.
  return String.fromCharCode(...codes);
}

/**
 * SHA-256 of the canonical JSON of an immutable value. Remembered for as long as the value lives, because the facts
 * of a case are hashed again each time one is added; so never call it with an object that is changed afterwards.
 */
export const digestOf: (value: object) => string = remember((value) => sha256Hex(canonicalJson(value)));
