import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { problem } from '@tumor-board/kernel';
import { keyFile, readKeyFile } from './key-file.js';
import type { Settings } from './settings.js';

const BYTES = 32;
const BASE64 = /^[A-Za-z0-9+/]{43}=?$/;
const NAME = 'protection';

/** The key of a text; undefined when it is not base64 of 32 bytes. */
export const protectionKeyOf = (text: string): Buffer | undefined => (BASE64.test(text) ? Buffer.from(text, 'base64') : undefined);

type From = Pick<Settings, 'PROTECTION_KEY' | 'DATA_DIR'>;

/**
 * The key of `PROTECTION_KEY`, or of the data folder; undefined when there is none.
 * @throws Problem `config.key-file-invalid`
 */
export async function readProtectionKey({ PROTECTION_KEY, DATA_DIR }: From): Promise<Buffer | undefined> {
  if (PROTECTION_KEY !== undefined) return PROTECTION_KEY;
  const found = await readKeyFile(DATA_DIR, NAME);
  return found && keyIn(found.file, found.text);
}

/**
 * The key of `PROTECTION_KEY`, or of the data folder, for a process that must not make one.
 * @throws Problem `config.protection-key-missing`, `config.key-file-invalid`
 */
export async function requireProtectionKey(settings: From): Promise<Buffer> {
  const key = await readProtectionKey(settings);
  if (key !== undefined) return key;
  const file = path.join(settings.DATA_DIR, 'keys', `${NAME}.key`);
  throw problem(
    'config.protection-key-missing',
    `PROTECTION_KEY: expected base64 of ${BYTES} bytes; it is not set, and there is no ${file}`,
  );
}

/**
 * A new key in the data folder, or the one that somebody else has made there meanwhile.
 * @throws Problem `config.key-file-invalid`
 */
export async function makeProtectionKey({ DATA_DIR }: From): Promise<{ readonly key: Buffer; readonly file: string }> {
  const { file, text } = await keyFile(DATA_DIR, NAME, () => randomBytes(BYTES).toString('base64'));
  return { key: keyIn(file, text), file };
}

function keyIn(file: string, text: string): Buffer {
  const key = protectionKeyOf(text);
  if (key === undefined) throw problem('config.key-file-invalid', `${file}: expected base64 of ${BYTES} bytes`, { file });
  return key;
}
