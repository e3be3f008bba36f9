import type pg from 'pg';
import { moment } from '../recorded.js';
import type { SealedAnchor } from './anchor.js';
import { fingerprintOf } from './anchor-key.js';

/** An anchor without the heads that it holds: what is worth noting elsewhere. */
export interface AnchorEntry {
  readonly number: number;
  /** ISO 8601 in UTC with microseconds. */
  readonly madeAt: string;
  /** 64 hexadecimal digits. */
  readonly hash: string;
  /** Base64 of 64 bytes. */
  readonly signature: string;
  /** Base64 of 32 bytes. */
  readonly publicKey: string;
  readonly fingerprint: string;
  /** How many streams had grown. */
  readonly heads: number;
}

/** Anchors from the newest to the oldest: those before a number, or the newest. */
export async function listAnchors(
  pool: pg.Pool,
  { before, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<AnchorEntry[]> {
  const { rows } = await pool.query<{ number: string; madeAt: string; hash: Buffer; signature: Buffer; publicKey: Buffer; heads: number }>(
    `select a.number, ${moment('a.made_at')} as "madeAt", a.hash, a.signature, a.public_key as "publicKey", a.heads
     from log.anchors a where a.stream_id = 'anchors' and a.number < $1 order by a.number desc limit $2`,
    [before ?? Number.MAX_SAFE_INTEGER, limit],
  );
  return rows.map(({ number, madeAt, hash, signature, publicKey, heads }) => ({
    number: Number(number),
    madeAt,
    hash: hash.toString('hex'),
    signature: signature.toString('base64'),
    publicKey: publicKey.toString('base64'),
    fingerprint: fingerprintOf(publicKey),
    heads,
  }));
}

/** The anchors in order, one held at a time; those up to a number when one is given. */
export async function* sealedAnchors(pool: pg.Pool, upTo: number): AsyncGenerator<SealedAnchor, void, void> {
  for (let after = 0; after < upTo; ) {
    const { rows } = await pool.query<Omit<SealedAnchor, 'number'> & { number: string }>({
      name: 'log.anchor',
      text: `select a.number, ${moment('a.made_at')} as "madeAt", a.content as text, a.hash, a.signature, a.public_key as "publicKey"
        from log.anchors a where a.stream_id = 'anchors' and a.number > $1 and a.number <= $2 order by a.number limit 1`,
      values: [after, upTo],
    });
    const [row] = rows;
    if (row === undefined) return;
    after = Number(row.number);
    yield { ...row, number: after };
  }
}
