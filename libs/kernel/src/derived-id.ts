import { sha1 } from '@noble/hashes/legacy.js';
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

// Any constant UUID; it sets these ids apart from those that others derive from the same names.
const NAMESPACE = hexToBytes('5e0b1c0a4f6d4b8e9c3a7d2f61b8e4c7');

/** The name-based UUID (RFC 9562, version 5) of a list of texts: the same texts give the same id everywhere. */
export function derivedId(...names: readonly string[]): string {
  const bytes = sha1(concatBytes(NAMESPACE, utf8ToBytes(JSON.stringify(names)))).subarray(0, 16);
  const hex = Array.from(bytes, (byte, index) => {
    const marked = index === 6 ? (byte & 0x0f) | 0x50 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, '0');
  }).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
