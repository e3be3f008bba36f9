import { createHash, randomBytes, randomInt } from 'node:crypto';

/** A new token: 256 random bits, as text that fits into a cookie and a header. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token. It is random, so that a plain digest gives nothing away. */
export const tokenDigest = (token: string): Buffer => createHash('sha256').update(token).digest();

/** True for what can be a token of ours. */
export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

// Without those that are easily mistaken for each other.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const LETTERS_OF_GROUP = 5;

/** A password that was made up: 20 letters and digits, 99 random bits, to be read from a screen and typed. */
export const newPassword = (): string =>
  Array.from({ length: GROUPS }, () => Array.from({ length: LETTERS_OF_GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join(
    '-',
  );
