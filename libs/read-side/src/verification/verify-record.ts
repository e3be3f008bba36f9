import { verifyAssessments } from '@tumor-board/board';
import {
  anchorLine,
  currentHorizon,
  endLine,
  eventLine,
  headLine,
  lastAnchorNumber,
  type NotedAnchor,
  verifyAll,
  verifyAnchors,
} from '@tumor-board/event-store';
import type pg from 'pg';
import { wholeStreams } from './whole-streams.js';

/** Something that is not as it was recorded. */
export interface RecordFault {
  /** What it was found by: the chain of a stream, an anchor, or recomputing an assessment. */
  readonly found: 'chain' | 'anchor' | 'assessment';
  readonly fault: string;
  readonly anchor?: number;
  readonly streamId?: string;
  readonly streamVersion?: number;
  readonly message: string;
}

/** What a verification of the whole record found. */
export interface RecordVerification {
  readonly holds: boolean;
  readonly streams: number;
  readonly events: number;
  readonly anchors: number;
  /** Events that no anchor covers yet. */
  readonly eventsSinceAnchor: number;
  /** Fingerprints of the keys of the anchors, in order of appearance. */
  readonly keys: readonly string[];
  /** Assessments that were recomputed. */
  readonly assessments: number;
  readonly brokenStreams: number;
  readonly anchorFaults: number;
  readonly differentAssessments: number;
  /** The first of the faults. */
  readonly faults: readonly RecordFault[];
}

/** How far a verification has come. */
export interface VerificationProgress {
  readonly step: 'chains' | 'anchors' | 'assessments';
  /** Events that this step has read, of how many there were at the beginning. */
  readonly events: number;
  readonly of: number;
}

/** What a verification is held against, and who is told of it. */
export interface VerifyRecordOptions {
  /** Fingerprints of keys that anchors may be signed with; without any, the key of the first anchor is taken for granted. */
  readonly trusted?: readonly string[];
  /** Anchors that were noted elsewhere. */
  readonly noted?: readonly NotedAnchor[];
  /** How many faults the result lists, default 100; `onFault` is told of all but broken streams beyond a thousand. */
  readonly faultsAtMost?: number;
  readonly onFault?: (fault: RecordFault) => void | Promise<void>;
  /** Whoever throws here ends the verification. */
  readonly onProgress?: (progress: VerificationProgress) => void;
  /** Takes the lines of an export of what is verified, a piece at a time. */
  readonly onExport?: (lines: string) => void | Promise<void>;
}

const BROKEN_AT_MOST = 1_000;

/**
 * Checks the hash chain of every stream, the anchors, and that every recorded assessment comes out of its facts again.
 * Memory does not grow with the log. What is recorded meanwhile is left out. No key is needed: protected texts are
 * sealed as they are encrypted, and no assessment depends on them.
 */
export async function verifyRecord(pool: pg.Pool, options: VerifyRecordOptions = {}): Promise<RecordVerification> {
  const { trusted = [], noted = [], faultsAtMost = 100, onProgress, onExport } = options;
  const faults: RecordFault[] = [];
  const tell = async (fault: RecordFault): Promise<void> => {
    if (faults.length < faultsAtMost) faults.push(fault);
    await options.onFault?.(fault);
  };
  // The anchors first: whatever they cover is then below the horizon.
  const lastAnchor = await lastAnchorNumber(pool);
  const upTo = await currentHorizon(pool);
  const of = await eventsBefore(pool, upTo);

  await onExport?.(`${headLine()}\n`);
  let events = 0;
  const chain = await verifyAll(pool, {
    upTo,
    faultsAtMost: BROKEN_AT_MOST,
    async onEvents(page) {
      events += page.length;
      await onExport?.(page.map((event) => `${eventLine(event)}\n`).join(''));
      onProgress?.({ step: 'chains', events, of });
    },
  });
  for (const fault of chain.broken) await tell({ found: 'chain', ...fault });

  onProgress?.({ step: 'anchors', events: 0, of });
  let anchorFaults = 0;
  const anchored = await verifyAnchors(pool, {
    trusted,
    noted,
    upTo: lastAnchor,
    async onFault(fault) {
      anchorFaults += 1;
      await tell({ found: 'anchor', ...fault });
    },
    async onAnchor(anchor) {
      await onExport?.(`${anchorLine(anchor)}\n`);
      onProgress?.({ step: 'anchors', events: 0, of });
    },
  });
  const counts = { streams: chain.streams, events: chain.events, anchors: anchored.anchors };
  await onExport?.(`${endLine(counts)}\n`);

  // What was changed is named already; what comes out of it says nothing more.
  const broken = new Set(chain.broken.map(({ streamId }) => streamId));
  const recomputed = await recompute(pool, upTo, {
    broken,
    tell,
    onRead: (read) => onProgress?.({ step: 'assessments', events: read, of }),
  });
  return {
    ...counts,
    holds: chain.brokenStreams + anchorFaults + recomputed.different === 0,
    eventsSinceAnchor: Math.max(0, chain.events - anchored.events),
    keys: anchored.keys,
    assessments: recomputed.checked,
    brokenStreams: chain.brokenStreams,
    anchorFaults,
    differentAssessments: recomputed.different,
    faults,
  };
}

interface Recomputing {
  readonly broken: ReadonlySet<string>;
  readonly tell: (fault: RecordFault) => Promise<void>;
  readonly onRead: (events: number) => void;
}

async function recompute(
  pool: pg.Pool,
  upTo: string,
  { broken, tell, onRead }: Recomputing,
): Promise<{ checked: number; different: number }> {
  let [checked, different, read] = [0, 0, 0];
  for await (const [streamId, events] of wholeStreams(pool, upTo)) {
    read += events.length;
    onRead(read);
    if (broken.has(streamId)) continue;
    try {
      const verification = verifyAssessments(events);
      checked += verification.checked;
      for (const { version, what, recorded, recomputed } of verification.mismatches) {
        different += 1;
        const message = `the ${what} of the assessment was recorded as ${recorded}, its facts give ${recomputed}`;
        await tell({ found: 'assessment', fault: what, streamId, streamVersion: version, message });
      }
    } catch (error) {
      different += 1;
      const reason = error instanceof Error ? error.message : String(error);
      await tell({ found: 'assessment', fault: 'replay', streamId, message: `cannot be replayed: ${reason}` });
    }
  }
  return { checked, different };
}

async function eventsBefore(pool: pg.Pool, horizon: string): Promise<number> {
  const { rows } = await pool.query<{ events: string }>('select count(*) as events from log.events where transaction_id < $1::xid8', [
    horizon,
  ]);
  return Number(rows[0]?.events ?? 0);
}
