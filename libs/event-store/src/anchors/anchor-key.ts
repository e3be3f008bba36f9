import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** The key that anchors are signed with, and what others may know of it. */
export interface AnchorKey {
  readonly privateKey: KeyObject;
  /** The 32 bytes of the public key. */
  readonly publicKey: Buffer;
  /** Names the key: SHA-256 of the 32 bytes, 64 hexadecimal digits. */
  readonly fingerprint: string;
}

/** What a public key of Ed25519 in SPKI begins with (RFC 8410); its 32 bytes follow. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** The fingerprint of a public key of 32 bytes: their SHA-256, 64 hexadecimal digits. */
export const fingerprintOf = (publicKey: Uint8Array): string => createHash('sha256').update(publicKey).digest('hex');

/** The key of anchors with the given private key of Ed25519. */
export function anchorKeyOf(privateKey: KeyObject): AnchorKey {
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
  return { privateKey, publicKey, fingerprint: fingerprintOf(publicKey) };
}

/** Signs the hash of an anchor. */
export const signHash = ({ privateKey }: AnchorKey, hash: Uint8Array): Buffer => sign(null, hash, privateKey);

/** Whether a hash was signed with the private key that belongs to a public key of 32 bytes. */
export function isSigned(hash: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
    return verify(null, hash, key, signature);
  } catch {
    return false;
  }
}
