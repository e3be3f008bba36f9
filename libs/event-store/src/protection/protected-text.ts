import { ERASED, problem, replaceAt, type Steps, stepsOf } from '@tumor-board/kernel';
import { decrypt, encrypt } from './cipher.js';
import type { SubjectKey } from './subject-keys.js';

/** The texts of each event type that are protected, as dotted paths into its data; `[]` stands for each element. */
export type ProtectedFields = Readonly<Record<string, readonly string[]>>;

type Data = Readonly<Record<string, unknown>>;

/** The one member of what stands in the log in place of a protected text. */
const MARK = '$protected';
/** A protected text as it travels where it cannot be read: the place it belongs to, and what was encrypted. */
const SEALED = /\{\$protected:([A-Z][A-Za-z0-9]*)\/([^:{}]+):([A-Za-z0-9_-]+)\}/g;
const SEALED_BEGINS = `{${MARK}:`;

/** Whether data, as the server sent them, may hold a protected text. */
export const mayBeProtected = (text: string): boolean => text.includes(`"${MARK}"`);

// Not the place in an array: the hash chain holds the order, and every text of an event is under the same key.
const placeOf = (streamId: string, type: string, path: string): string => `${streamId}\n${type}\n${path}`;

const unreadable = (streamId: string, type: string, path: string) =>
  problem('protection.unreadable', `${path} of ${type} in ${streamId} cannot be read: it was changed, or its key is lost.`, {
    streamId,
    type,
    path,
  });

/** Replaces the protected texts of events by what was encrypted, by event type. */
export class TextCipher {
  readonly #paths: ReadonlyMap<string, readonly { readonly path: string; readonly steps: Steps }[]>;

  constructor(fields: ProtectedFields) {
    this.#paths = new Map(
      Object.entries(fields).flatMap(([type, paths]) =>
        paths.length === 0 ? [] : [[type, paths.map((path) => ({ path, steps: stepsOf(path) }))]],
      ),
    );
  }

  /** Whether events of this type can have protected texts. */
  concerns(type: string): boolean {
    return this.#paths.has(type);
  }

  /** The data without their protected texts, and whether there were any. */
  without(type: string, data: Data): { readonly data: Data; readonly found: boolean } {
    let found = false;
    const rest = this.#replaced(type, data, (text, path) => {
      if (typeof text !== 'string') {
        throw problem('protection.not-text', `${path} of ${type} is protected, and only a text can be: it is a ${typeof text}.`, {
          type,
          path,
        });
      }
      found = true;
      return '';
    });
    return { data: rest, found };
  }

  /** The data as the log keeps them. */
  encrypted(streamId: string, type: string, data: Data, key: Buffer): Data {
    return this.#replaced(type, data, (text, path) => ({
      [MARK]: encrypt(key, Buffer.from(String(text), 'utf8'), placeOf(streamId, type, path)).toString('base64url'),
    }));
  }

  #replaced(type: string, data: Data, replace: (text: unknown, path: string) => unknown): Data {
    let replaced: unknown = data;
    for (const { path, steps } of this.#paths.get(type) ?? []) replaced = replaceAt(replaced, steps, (text) => replace(text, path));
    return replaced as Data;
  }
}

/**
 * Nobody may bring in what looks like an encrypted text.
 * @throws Problem `protection.foreign`
 */
export function refuseForeign(value: unknown, type: string): void {
  if (
    typeof value === 'string' ? value.includes(SEALED_BEGINS) : typeof value === 'object' && value !== null && Object.hasOwn(value, MARK)
  ) {
    throw problem('protection.foreign', `${type} holds "${MARK}", which only the log itself may write.`, { type });
  }
  if (typeof value === 'object' && value !== null) for (const member of Object.values(value)) refuseForeign(member, type);
}

/** Whether a text can hold what {@link refuseForeign} refuses. */
export const mayBeForeign = (text: string): boolean => text.includes(MARK);

/** What to make of an encrypted text that stands at a place of an event. */
export type Opening = (streamId: string, type: string, path: string, encrypted: string) => string;

/** Leaves it encrypted, as a text that says where it belongs: `{$protected:CaseOpened/title:…}`. */
export const keepSealed: Opening = (_streamId, type, path, encrypted) => `${SEALED_BEGINS}${type}/${path}:${encrypted}}`;

/**
 * Reads it with the keys; `[erased]` when the key was destroyed.
 * @throws Problem `protection.unreadable`
 */
export const readWith =
  (keys: ReadonlyMap<string, SubjectKey>): Opening =>
  (streamId, type, path, encrypted) => {
    const key = keys.get(streamId);
    if (key === 'destroyed') return ERASED;
    const plain = key && decrypt(key, Buffer.from(encrypted, 'base64url'), placeOf(streamId, type, path));
    if (plain === undefined) throw unreadable(streamId, type, path);
    return plain.toString('utf8');
  };

/** The data of an event with every encrypted text opened. */
export function openData(streamId: string, type: string, data: unknown, opening: Opening, path = ''): unknown {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map((item: unknown) => openData(streamId, type, item, opening, `${path}[]`));
  const encrypted = (data as Data)[MARK];
  if (typeof encrypted === 'string') return opening(streamId, type, path, encrypted);
  return Object.fromEntries(
    Object.entries(data).map(([name, member]) => [name, openData(streamId, type, member, opening, path === '' ? name : `${path}.${name}`)]),
  );
}

/** Whether a value holds a text that {@link keepSealed} left. */
export function holdsSealed(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(SEALED_BEGINS);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsSealed);
}

/** A value of a subject with every text that {@link keepSealed} left opened, wherever in a text it stands. */
export function openSealed(streamId: string, value: unknown, opening: Opening): unknown {
  if (typeof value === 'string') {
    if (!value.includes(SEALED_BEGINS)) return value;
    return value.replace(SEALED, (_, type: string, path: string, encrypted: string) => opening(streamId, type, path, encrypted));
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => openSealed(streamId, item, opening));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, openSealed(streamId, member, opening)]));
}
