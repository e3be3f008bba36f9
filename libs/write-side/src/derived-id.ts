import { createHash } from 'node:crypto';

// Any constant UUID; it sets these ids apart from those that others derive from the same names.
const NAMESPACE = Buffer.from('5e0b1c0a4f6d4b8e9c3a7d2f61b8e4c7', 'hex');

/** The name-based UUID (RFC 9562, version 5) of a list of texts: the same texts give the same id everywhere. */
export function derivedId(...names: readonly string[]): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(JSON.stringify(names)).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The id of the case with a reference at a site. One reference names one case of a site. */
export const caseIdFor = (site: string, reference: string): string => derivedId('case', site, reference);
