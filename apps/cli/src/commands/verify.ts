import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { readAnchorKey, readSettings } from '@tumor-board/config';
import { anchorKeyOf, listAnchors, type NotedAnchor, recordVerification } from '@tumor-board/event-store';
import { problem } from '@tumor-board/kernel';
import { type RecordFault, type RecordVerification, verifyRecord } from '@tumor-board/read-side';
import { type Pool, withDatabase } from '../database.js';
import { type Terminal, writeLine } from '../terminal.js';

/** Options of `verify`. */
export interface VerifyOptions {
  /** A file to write what is verified to, for somebody else to check. */
  readonly export?: string;
  /** Fingerprints of keys that anchors may be signed with. */
  readonly trust?: readonly string[];
  /** Anchors that were noted elsewhere. */
  readonly noted?: readonly NotedAnchor[];
}

/** Checks the hash chain of every stream, the anchors, and that every recorded assessment comes out of its facts again. */
export async function verify(options: VerifyOptions, terminal: Terminal): Promise<number> {
  const settings = readSettings(process.env);
  const own = await readAnchorKey(settings);
  const trusted = [
    ...(options.trust ?? []),
    ...(settings.ANCHOR_KEYS_TRUSTED ?? []),
    ...(own === undefined ? [] : [anchorKeyOf(own.key).fingerprint]),
  ];
  return await withDatabase({ settings, mayBeNew: false }, (pool) => verifyLog(pool, terminal, { ...options, trusted }));
}

/** {@link verify} over an open database. */
export async function verifyLog(
  pool: Pool,
  { output, errors }: Terminal,
  { trusted = [], noted = [], export: file }: Omit<VerifyOptions, 'trust'> & { readonly trusted?: readonly string[] } = {},
): Promise<number> {
  const startedAt = new Date().toISOString();
  const chains = { told: 0 };
  const onFault = async (fault: RecordFault): Promise<void> => {
    if (fault.found === 'chain') chains.told += 1;
    await writeLine(errors, faultLine(fault));
  };
  const found = await (file === undefined
    ? verifyRecord(pool, { trusted, noted, onFault })
    : exporting(file, (onExport) => verifyRecord(pool, { trusted, noted, onFault, onExport })));
  if (found.brokenStreams > chains.told) await writeLine(errors, `and ${found.brokenStreams - chains.told} more streams are broken`);
  await recordVerification(pool, { verificationId: randomUUID(), actor: 'operator', startedAt, holds: found.holds, result: found });
  for (const line of await anchorLines(pool, found, trusted)) await writeLine(output, line);
  await writeLine(output, outcomeLine(found));
  return found.holds ? 0 : 1;
}

/** A fault as a line: what it is about, and what is wrong. */
function faultLine({ anchor, streamId, streamVersion, message }: RecordFault): string {
  const version = streamVersion === undefined ? undefined : `version ${streamVersion}`;
  return [anchor === undefined ? undefined : `anchor ${anchor}`, streamId, version, message]
    .filter((part) => part !== undefined)
    .join(': ');
}

/** What is worth noting elsewhere. */
async function anchorLines(
  pool: Pool,
  { anchors, eventsSinceAnchor, keys }: RecordVerification,
  trusted: readonly string[],
): Promise<string[]> {
  const [last] = await listAnchors(pool, { limit: 1 });
  if (last === undefined || anchors === 0)
    return ['no anchor yet: that events were cut off could not be seen; `tumor-board anchor` makes one'];
  return [
    `last anchor ${last.number} of ${last.madeAt}: ${last.hash}`,
    ...keys.map((key) => `signed with the key ${key}${trusted.length === 0 ? ', compare it with the one you have noted' : ''}`),
    ...(eventsSinceAnchor > 0 ? [`${eventsSinceAnchor} events are newer than the last anchor`] : []),
  ];
}

function outcomeLine({ streams, events, anchors, assessments, ...found }: RecordVerification): string {
  const counted = `${streams} streams, ${events} events, ${anchors} anchors, ${assessments} assessments recomputed`;
  if (found.holds) return `${counted}: all as they were recorded`;
  const parts = [
    `${found.brokenStreams} broken streams`,
    `${found.anchorFaults} faults of anchors`,
    `${found.differentAssessments} assessments that differ`,
  ];
  return `${counted}: ${parts.join(', ')}`;
}

/** Writes to a file that comes into its place when it is whole. */
async function exporting<Result>(file: string, work: (write: (lines: string) => Promise<void>) => Promise<Result>): Promise<Result> {
  const partial = `${file}.partial`;
  const handle = await created(partial);
  try {
    const result = await work(async (lines) => {
      await handle.appendFile(lines);
    });
    await handle.sync();
    await handle.close();
    await rename(partial, file);
    return result;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(partial, { force: true });
    throw error;
  }
}

/** A new file for its owner's eyes only: what is exported is about patients. */
async function created(file: string): Promise<FileHandle> {
  try {
    await rm(file, { force: true });
    return await open(file, 'wx', 0o600);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw problem('export.unwritable', `${file} cannot be written: ${reason}`, { file });
  }
}
