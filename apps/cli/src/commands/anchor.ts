import { readFile } from 'node:fs/promises';
import { anchorKey, ed25519KeyOf, readSettings } from '@tumor-board/config';
import { type AnchorKey, type AnchorOptions, anchorKeyOf, makeAnchors } from '@tumor-board/event-store';
import { problem } from '@tumor-board/kernel';
import { type Pool, withDatabase } from '../database.js';
import { type Terminal, writeLine } from '../terminal.js';

/** Options of `anchor`. */
export interface AnchorCommandOptions {
  /** A file with the key to go on with. */
  readonly successor?: string;
}

const PATIENCE_MS = 5_000;

/** Seals the heads of all streams that have grown since the last anchor. */
export async function anchor({ successor }: AnchorCommandOptions, terminal: Terminal): Promise<number> {
  const settings = readSettings(process.env);
  const next = successor === undefined ? undefined : await keyIn(successor);
  return await withDatabase({ settings, mayBeNew: false }, async (pool) => {
    const own = await anchorKey(settings);
    if (own.made) await writeLine(terminal.output, `made the key ${own.file}: keep a copy of it`);
    const trusted = settings.ANCHOR_KEYS_TRUSTED ?? [];
    return await anchorLog(pool, terminal, { key: anchorKeyOf(own.key), trusted, ...(next === undefined ? {} : { successor: next }) });
  });
}

/** {@link anchor} over an open database. */
export async function anchorLog(pool: Pool, { output }: Terminal, options: AnchorOptions): Promise<number> {
  const made = await makeAnchors(pool, { patienceMs: PATIENCE_MS, ...options });
  for (const { number, madeAt, hash, heads, events } of made) {
    await writeLine(output, `anchor ${number} of ${madeAt}: ${hash}, ${heads} streams have grown, ${events} events covered`);
  }
  if (made.length === 0) await writeLine(output, 'nothing has been recorded since the last anchor');
  const signer = options.successor ?? options.key;
  await writeLine(output, `signed with the key ${signer.fingerprint}`);
  if (options.successor !== undefined) await writeLine(output, 'it signs from now on: give it to the services, and note its fingerprint');
  return 0;
}

async function keyIn(file: string): Promise<AnchorKey> {
  const refused = (why: string) =>
    problem('anchor.successor-invalid', `--successor ${file}: expected a file with a private key of Ed25519: ${why}`, { file });
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw refused(error instanceof Error ? error.message : String(error));
  });
  const key = ed25519KeyOf(text);
  if (key === undefined) throw refused('it holds something else');
  return anchorKeyOf(key);
}
