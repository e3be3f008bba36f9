import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { anchorKey, readSettings } from '@tumor-board/config';
import { type AnchorOptions, anchorKeyOf, fingerprintOf, makeAnchors } from '@tumor-board/event-store';
import { problem } from '@tumor-board/kernel';
import { type Pool, withDatabase } from '../database.js';
import { type Terminal, writeLine } from '../terminal.js';

/** Options of `anchor`. */
export interface AnchorCommandOptions {
  /** A file with the key that later anchors are to be signed with. */
  readonly successor?: string;
}

const PATIENCE_MS = 5_000;

/** Seals the heads of all streams that have grown since the last anchor. */
export async function anchor({ successor }: AnchorCommandOptions, terminal: Terminal): Promise<number> {
  const settings = readSettings(process.env);
  const next = successor === undefined ? undefined : await publicKeyIn(successor);
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
  await writeLine(output, `signed with the key ${options.key.fingerprint}`);
  if (options.successor !== undefined) {
    await writeLine(output, `later anchors may be signed with the key ${fingerprintOf(options.successor)}`);
  }
  return 0;
}

/** The 32 bytes of the public key in a file that holds a private or a public key of Ed25519 as PEM. */
async function publicKeyIn(file: string): Promise<Uint8Array> {
  try {
    const key = createPublicKey(await readFile(file));
    if (key.asymmetricKeyType !== 'ed25519') throw new Error('it is a key of another kind');
    return key.export({ format: 'der', type: 'spki' }).subarray(-32);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw problem('anchor.successor-invalid', `--successor ${file}: expected a file with a key of Ed25519 as PEM: ${reason}`, { file });
  }
}
