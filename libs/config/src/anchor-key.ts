import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { problem } from '@tumor-board/kernel';
import { keyFile, readKeyFile } from './key-file.js';
import type { Settings } from './settings.js';

/** What a private key in PKCS #8 begins with when it is one of Ed25519 (RFC 8410); the 32 bytes of the key follow. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * The private key of a text: PEM, whose line ends may be written as `\n`, or base64 of PKCS #8 or of the 32 bytes
 * alone; undefined when it is no key of Ed25519.
 */
export function ed25519KeyOf(text: string): KeyObject | undefined {
  const given = text.trim().replaceAll('\\n', '\n');
  try {
    const key = given.startsWith('-----') ? createPrivateKey(given) : keyOfBytes(given);
    return key?.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}

function keyOfBytes(text: string): KeyObject | undefined {
  if (!BASE64.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return createPrivateKey({ key: bytes.length === 32 ? Buffer.concat([PKCS8, bytes]) : bytes, format: 'der', type: 'pkcs8' });
}

/** The key that anchors are signed with. */
export interface OwnAnchorKey {
  readonly key: KeyObject;
  /** The file that it is kept in; undefined when it came with the environment. */
  readonly file?: string;
  readonly made: boolean;
}

type From = Pick<Settings, 'ANCHOR_KEY' | 'DATA_DIR'>;

/**
 * The key of `ANCHOR_KEY`, or of the data folder; undefined when there is none.
 * @throws Problem `config.key-file-invalid`
 */
export async function readAnchorKey({ ANCHOR_KEY, DATA_DIR }: From): Promise<OwnAnchorKey | undefined> {
  if (ANCHOR_KEY !== undefined) return { key: ANCHOR_KEY, made: false };
  const found = await readKeyFile(DATA_DIR, 'anchor');
  return found && { key: keyIn(found.file, found.text), file: found.file, made: false };
}

/**
 * The key of `ANCHOR_KEY`, or of the data folder, where it is made when there is none.
 * @throws Problem `config.key-file-invalid`
 */
export async function anchorKey({ ANCHOR_KEY, DATA_DIR }: From): Promise<OwnAnchorKey> {
  if (ANCHOR_KEY !== undefined) return { key: ANCHOR_KEY, made: false };
  const { file, text, made } = await keyFile(DATA_DIR, 'anchor', newAnchorKey);
  return { key: keyIn(file, text), file, made };
}

/** A new private key as PEM. */
export const newAnchorKey = (): string => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

function keyIn(file: string, text: string): KeyObject {
  const key = ed25519KeyOf(text);
  if (key === undefined) throw problem('config.key-file-invalid', `${file}: expected a private key of Ed25519 as PEM`, { file });
  return key;
}
