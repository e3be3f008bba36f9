import { PROTECTED_FIELDS } from '@tumor-board/board';
import { makeProtectionKey, readProtectionKey, requireProtectionKey, type Settings } from '@tumor-board/config';
import { isProtected, openProtection, type Protection } from '@tumor-board/event-store';
import { problem } from '@tumor-board/kernel';
import type { Pool } from './database.js';

/**
 * Protects texts with the key of the settings, for a command that works on what is there.
 * @throws Problem `config.protection-key-missing`, `protection.wrong-key`
 */
export const protectionOf = async (pool: Pool, settings: Settings): Promise<Protection> =>
  await openProtection({ pool, masterKey: await requireProtectionKey(settings), fields: PROTECTED_FIELDS });

/** Tells the operator of a new key. */
export const keyMade = (file: string): string => `A key for texts about persons was made: keep a copy of ${file} apart from the data.`;

/** Protection, and the file of its key where that was made just now. */
export interface NewProtection {
  readonly protection: Protection;
  readonly made?: string;
}

/**
 * Protects texts with the key of the settings; makes a key in the data folder where there is none and the database has
 * never had one.
 * @throws Problem `protection.key-missing`, `protection.wrong-key`
 */
export async function protectionOrNew(pool: Pool, settings: Settings): Promise<NewProtection> {
  // Asked first: whoever made the key of a database had it in its file before the database knew of it.
  const isOld = await isProtected(pool);
  const known = await readProtectionKey(settings);
  if (known !== undefined) return { protection: await openProtection({ pool, masterKey: known, fields: PROTECTED_FIELDS }) };
  if (isOld) {
    throw problem(
      'protection.key-missing',
      `This database holds protected texts, and their key is not here: put it back as ${settings.DATA_DIR}/keys/protection.key, or set PROTECTION_KEY.`,
    );
  }
  const { key, file } = await makeProtectionKey(settings);
  return { protection: await openProtection({ pool, masterKey: key, fields: PROTECTED_FIELDS }), made: file };
}
