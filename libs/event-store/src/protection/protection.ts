import { problem } from '@tumor-board/kernel';
import type pg from 'pg';
import { BlindIndex } from './blind-index.js';
import { decrypt, derivedKey, encrypt, KEY_BYTES } from './cipher.js';
import { holdsSealed, openSealed, type ProtectedFields, readWith } from './protected-text.js';
import { StoredSubjectKeys, type SubjectKeys } from './subject-keys.js';
import { TokenHolders } from './token-holders.js';

/** What protects texts about a person: the keys of the persons' streams, and which texts of which events they are. */
export interface Protection {
  readonly keys: SubjectKeys;
  readonly fields: ProtectedFields;
  readonly index: BlindIndex;
  readonly holders: TokenHolders;
}

const CHECKED = Buffer.from('tumor-board protection', 'utf8');
const CHECK_PLACE = 'log.protection_check';

/** Whether texts of this log were protected before, so that it takes the key they were protected with. */
export async function isProtected(pool: pg.Pool): Promise<boolean> {
  const { rowCount } = await pool.query('select from log.protection_check');
  return rowCount !== null && rowCount > 0;
}

/**
 * Protects the log of a pool with a master key of 32 bytes; the first one that is used is the one it takes from then on.
 * @throws Problem `protection.key-invalid`, `protection.wrong-key`
 */
export async function openProtection(options: {
  readonly pool: pg.Pool;
  readonly masterKey: Buffer;
  readonly fields: ProtectedFields;
}): Promise<Protection> {
  const { pool, masterKey, fields } = options;
  if (masterKey.length !== KEY_BYTES) {
    throw problem('protection.key-invalid', `The key that protects texts has ${KEY_BYTES} bytes, not ${masterKey.length}.`);
  }
  const wrapping = derivedKey(masterKey, 'wrapping of subject keys');
  await pool.query('insert into log.protection_check (value) values ($1) on conflict do nothing', [
    encrypt(wrapping, CHECKED, CHECK_PLACE),
  ]);
  const { rows } = await pool.query<{ value: Buffer }>('select value from log.protection_check');
  const [check] = rows;
  if (check === undefined || decrypt(wrapping, check.value, CHECK_PLACE)?.equals(CHECKED) !== true) {
    throw problem(
      'protection.wrong-key',
      'The texts of this database are protected with another key: PROTECTION_KEY, or keys/protection.key in DATA_DIR, must be the one it was begun with.',
    );
  }
  return {
    keys: new StoredSubjectKeys(pool, wrapping),
    fields,
    index: new BlindIndex(derivedKey(masterKey, 'blind index')),
    holders: new TokenHolders(pool),
  };
}

/** A value of a subject, in which protected texts may stand sealed. */
export interface Sealed<Value> {
  readonly streamId: string;
  readonly value: Value;
}

/**
 * The values with their sealed texts in clear, `[erased]` where the key was destroyed. Without protection they stay
 * sealed. What a value holds of another subject's is not opened.
 * @throws Problem `protection.unreadable`
 */
export async function reveal<Value>(protection: Protection | undefined, values: readonly Sealed<Value>[]): Promise<Value[]> {
  const sealed = new Set(values.filter(({ value }) => holdsSealed(value)).map(({ streamId }) => streamId));
  if (protection === undefined || sealed.size === 0) return values.map(({ value }) => value);
  const opening = readWith(await protection.keys.find(sealed));
  return values.map(({ streamId, value }) => (sealed.has(streamId) ? (openSealed(streamId, value, opening) as Value) : value));
}
