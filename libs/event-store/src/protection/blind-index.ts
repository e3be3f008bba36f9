import { createHmac } from 'node:crypto';

const SHORTEST = 3;
const LONGEST = 24;
const TOKEN_BYTES = 9;

/** The words of a text: runs of letters and digits in small letters, whatever form their accents are written in. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/**
 * Lets encrypted texts be found by the beginnings of their words: each is stored as a keyed hash that says nothing
 * without the key. Beginnings have 3 letters at least; a shorter word is found only whole.
 */
export class BlindIndex {
  readonly #key: Buffer;

  constructor(key: Buffer) {
    this.#key = key;
  }

  /** What to store of a text of one kind, e.g. `case title of site a`; texts of different kinds share no token. */
  tokensOf(kind: string, text: string): string[] {
    const beginnings = new Set<string>();
    for (const word of wordsOf(text)) {
      const letters = Array.from(word).slice(0, LONGEST);
      for (let length = Math.min(SHORTEST, letters.length); length <= letters.length; length++)
        beginnings.add(letters.slice(0, length).join(''));
    }
    return [...beginnings].map((beginning) => this.#token(kind, beginning)).toSorted();
  }

  /** What must all be stored of a text that has words beginning as these do; undefined when nothing can be searched for. */
  tokensFor(kind: string, search: string): string[] | undefined {
    const words = wordsOf(search);
    return words.length === 0 ? undefined : words.map((word) => this.#token(kind, Array.from(word).slice(0, LONGEST).join('')));
  }

  /** Stands for a whole text of one kind: equal for equal texts, and says nothing without the key. */
  exactly(kind: string, text: string): string {
    return this.#digest('whole', kind, text).toString('base64url');
  }

  #token(kind: string, beginning: string): string {
    return createHmac('sha256', this.#key).update(`${kind}\n${beginning}`).digest().subarray(0, TOKEN_BYTES).toString('base64url');
  }

  // As JSON, so that it is the digest of no beginning of a word.
  #digest(...texts: readonly string[]): Buffer {
    return createHmac('sha256', this.#key).update(JSON.stringify(texts)).digest();
  }
}
