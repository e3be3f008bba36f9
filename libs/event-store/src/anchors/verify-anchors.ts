import type pg from 'pg';
import { queryTuples } from '../recorded.js';
import { type AnchorContent, anchorFormat, anchorHash, type SealedAnchor } from './anchor.js';
import { fingerprintOf, isSigned } from './anchor-key.js';
import { listAnchors, sealedAnchors } from './read-anchors.js';

/** What is wrong with an anchor, or with what it vouches for. */
export interface AnchorFault {
  readonly anchor: number;
  /**
   * `missing`: it is not there; `content`: it was changed; `signature`: it is not signed with the key that it names;
   * `key`: it is signed with a key that nothing leads to; `noted`: it is another than the one noted elsewhere; `head`: an
   * event that it vouches for is not in the log; `count`: it covers another number of events than the log has of its time.
   */
  readonly fault: 'missing' | 'content' | 'signature' | 'key' | 'noted' | 'head' | 'count';
  /** Of the head. */
  readonly streamId?: string;
  readonly streamVersion?: number;
  readonly message: string;
}

/** An anchor that somebody has noted elsewhere. */
export interface NotedAnchor {
  readonly number: number;
  /** 64 hexadecimal digits. */
  readonly hash: string;
}

/** What anchors are checked against, and who is told of them. */
export interface AnchorChecks {
  /** Fingerprints of keys, of which one at least must have signed; without any, the key of the first anchor is taken for granted. */
  readonly trusted?: readonly string[];
  readonly noted?: readonly NotedAnchor[];
  /** The last anchor to look at, see {@link lastAnchorNumber}. */
  readonly upTo: number;
  readonly onFault: (fault: AnchorFault) => void | Promise<void>;
  readonly onAnchor?: (anchor: SealedAnchor) => void | Promise<void>;
}

/** What a verification of the anchors found besides faults. */
export interface AnchorVerification {
  readonly anchors: number;
  /** How many events the last of them covers, together with those before it. */
  readonly events: number;
  /** Fingerprints of the keys that they are signed with, in order of appearance. */
  readonly keys: readonly string[];
}

/** The number of the last anchor; 0 when there is none. What it covers can be read by who asks for the horizon afterwards. */
export async function lastAnchorNumber(pool: pg.Pool): Promise<number> {
  const [last] = await listAnchors(pool, { limit: 1 });
  return last?.number ?? 0;
}

/**
 * Checks the anchors: that none is missing or changed, that each is signed with a key that the one before leads to,
 * and that the log has every event that they vouch for. One anchor is held at a time.
 */
export async function verifyAnchors(
  pool: pg.Pool,
  { trusted = [], noted = [], upTo, onFault, onAnchor }: AnchorChecks,
): Promise<AnchorVerification> {
  const keys = new Set<string>();
  const accepted = new Set<string>();
  const signed = new Set<string>();
  let [anchors, last, events, headFaults] = [0, 0, 0, 0];
  let previous: Buffer = Buffer.alloc(0);
  for await (const anchor of sealedAnchors(pool, upTo)) {
    const { number, hash, signature, publicKey, text } = anchor;
    const tell = (fault: AnchorFault['fault'], message: string) => onFault({ anchor: number, fault, message });
    const content = contentOf(anchor);
    const fingerprint = fingerprintOf(publicKey);
    anchors += 1;
    keys.add(fingerprint);
    await onAnchor?.(anchor);

    const follows = number === last + 1;
    if (!follows) {
      const gap = number === last + 2 ? `anchor ${last + 1} is missing` : `anchors ${last + 1} to ${number - 1} are missing`;
      await onFault({ anchor: last + 1, fault: 'missing', message: gap });
    }
    // What an anchor was sealed on can only be seen when the one before is there.
    const isSealed = content !== undefined && (!follows || anchorHash(previous, text).equals(hash));
    if (!isSealed) await tell('content', 'is not as it was sealed');
    if (!isSigned(hash, signature, publicKey)) await tell('signature', `is not signed with the key ${fingerprint} that it names`);
    else if (isSealed) {
      if (last === 0 || accepted.has(fingerprint) || trusted.includes(fingerprint)) {
        accepted.add(fingerprint);
        signed.add(fingerprint);
        if (content.successor !== undefined) accepted.add(fingerprintOf(Buffer.from(content.successor, 'base64')));
      } else await tell('key', `is signed with the key ${fingerprint}, which no anchor before it names`);
    }
    const kept = noted.find((one) => one.number === number);
    if (kept !== undefined && kept.hash !== hash.toString('hex')) {
      await tell('noted', `was noted with the hash ${kept.hash}, here it has ${hash.toString('hex')}`);
    }
    if (content !== undefined) {
      headFaults += await checkHeads(pool, content, onFault);
      events = content.events;
    }
    [last, previous] = [number, hash];
  }

  for (const { number, hash } of noted.filter((one) => one.number > last)) {
    await onFault({ anchor: number, fault: 'missing', message: `anchor ${number} is missing: it was noted with the hash ${hash}` });
  }
  // A signature vouches for all anchors before it too. To be named as a successor does not: anybody can name a key.
  if (anchors > 0 && trusted.length > 0 && !trusted.some((fingerprint) => signed.has(fingerprint))) {
    const message = `none of the anchors up to here is signed with the key ${trusted.join(' or ')}`;
    await onFault({ anchor: last, fault: 'key', message });
  }
  if (anchors > 0 && headFaults === 0) {
    const there = await eventsCovered(pool, last);
    if (there !== events) {
      await onFault({ anchor: last, fault: 'count', message: `covers ${events} events, the log has ${there} of the time before it` });
    }
  }
  return { anchors, events, keys: [...keys] };
}

/** The content of an anchor when it is one and says the same as what is kept beside it. */
function contentOf({ text, number, madeAt, publicKey }: SealedAnchor): AnchorContent | undefined {
  try {
    const content = JSON.parse(text) as AnchorContent;
    const isIt = content.format === anchorFormat && content.number === number && content.madeAt === madeAt;
    const hasKey = content.publicKey === publicKey.toString('base64');
    return isIt && hasKey && Number.isSafeInteger(content.events) && Array.isArray(content.heads) ? content : undefined;
  } catch {
    return undefined;
  }
}

async function checkHeads(pool: pg.Pool, { number, heads }: AnchorContent, onFault: AnchorChecks['onFault']): Promise<number> {
  let faults = 0;
  for (let start = 0; start < heads.length; start += 1_000) {
    const page = heads.slice(start, start + 1_000);
    const there = await queryTuples<[hash: string | null, last: string | null]>(
      pool,
      'log.anchored',
      `select encode(e.hash, 'hex'), case when e.hash is null then (
         select l.stream_version from log.events l where l.stream_id = h.stream_id order by l.stream_version desc limit 1) end
       from unnest($1::text[], $2::bigint[]) with ordinality as h(stream_id, stream_version, nth)
       left join log.events e on e.stream_id = h.stream_id and e.stream_version = h.stream_version
       order by h.nth`,
      [page.map((head) => head.streamId), page.map((head) => head.streamVersion)],
    );
    for (const [index, { streamId, streamVersion, hash }] of page.entries()) {
      const [found, last] = there[index] ?? [null, null];
      if (found === hash) continue;
      faults += 1;
      const message =
        found !== null
          ? `vouches for the hash ${hash}, the log has ${found}`
          : last === null
            ? 'vouches for a stream that is not in the log'
            : `vouches for an event that is not in the log, where the stream ends at version ${last}`;
      await onFault({ anchor: number, fault: 'head', streamId, streamVersion, message });
    }
  }
  return faults;
}

/** How many events of the log are older than where an anchor ends. */
async function eventsCovered(pool: pg.Pool, number: number): Promise<number> {
  const { rows } = await pool.query<{ events: string }>(
    `select count(*) as events from log.events e
     where e.transaction_id < (select a.up_to from log.anchors a where a.stream_id = 'anchors' and a.number = $1)`,
    [number],
  );
  return Number(rows[0]?.events ?? 0);
}
