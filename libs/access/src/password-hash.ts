import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** What a hash costs: memory in KiB, passes over it, lanes. */
export interface PasswordCost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** The OWASP Password Storage Cheat Sheet's first choice for argon2id: 46 MiB, one pass, one lane. */
export const PASSWORD_COST: PasswordCost = { memory: 47_104, passes: 1, parallelism: 1 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;
const PHC = /^\$argon2id\$v=19\$m=(\d{1,8}),t=(\d{1,4}),p=(\d{1,3})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

const derive = promisify(argon2);
const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

const hashOf = (password: string, salt: Buffer, { memory, passes, parallelism }: PasswordCost, bytes = HASH_BYTES): Promise<Buffer> =>
  // The same letters can be typed in several encodings.
  derive('argon2id', { message: password.normalize('NFKC'), nonce: salt, parallelism, tagLength: bytes, memory, passes });

/** The argon2id hash of a password in PHC form: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. Takes some 60 ms at the full cost. */
export async function hashPassword(password: string, cost: PasswordCost = PASSWORD_COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await hashOf(password, salt, cost);
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(salt)}$${base64(hash)}`;
}

/** What is read of a hash. */
function parsed(phc: string): { cost: PasswordCost; salt: Buffer; hash: Buffer } | undefined {
  const [, memory, passes, parallelism, salt, hash] = PHC.exec(phc) ?? [];
  if (salt === undefined || hash === undefined) return undefined;
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  return { cost, salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') };
}

/** True when a password is the one of a hash, at whatever cost that was made. */
export async function isPasswordOf(phc: string, password: string): Promise<boolean> {
  const known = parsed(phc);
  if (known === undefined) return false;
  return timingSafeEqual(await hashOf(password, known.salt, known.cost, known.hash.length), known.hash);
}

/** True when a hash was made at another cost than now, so that it is made anew when the password is next known. */
export const isOutdatedHash = (phc: string, { memory, passes, parallelism }: PasswordCost): boolean => {
  const cost = parsed(phc)?.cost;
  return cost?.memory !== memory || cost.passes !== passes || cost.parallelism !== parallelism;
};
