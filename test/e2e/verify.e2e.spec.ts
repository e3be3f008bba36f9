import { generateKeyPairSync } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, dataFolder, node, root, run, startService, stopAll } from './processes.js';

let folder: Awaited<ReturnType<typeof dataFolder>>;
let fingerprint = '';
/** What the product itself counts in the log. */
let counted = '';
const environment = () => ({ DATA_DIR: folder.path });
const file = () => path.join(folder.path, 'log.jsonl');
const stranger = async (...args: string[]) =>
  await run(node, [path.join(root, 'test/outside/verify-export.mjs'), file(), ...args], { PATH: process.env['PATH'] }).ended;

beforeAll(async () => {
  folder = await dataFolder();
  const service = await startService(environment());
  [, fingerprint = ''] = /signed with the key ([0-9a-f]{64})\./.exec(service.stdout()) ?? [];
  await service.stop();
});
afterAll(async () => {
  await stopAll();
  await folder.remove();
});

describe('a service that was stopped', () => {
  it('leaves nothing that no anchor covers, and a key that its owner alone can read', async () => {
    const { status, stdout } = await command(['verify', '--export', file()], environment());
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^last anchor \d+ of \S+: [0-9a-f]{64}\n/)]);
    expect(stdout).toContain(`signed with the key ${fingerprint}\n`);
    expect(stdout).not.toContain('newer than the last anchor');
    [counted = ''] = /[1-9]\d* streams, [1-9]\d* events, [1-9]\d* anchors/.exec(stdout) ?? [];
    // The twelve example cases, and meetings beside them.
    expect(Number.parseInt(counted, 10)).toBeGreaterThan(12);
    expect((await stat(path.join(folder.path, 'keys/anchor.key'))).mode & 0o777).toBe(0o600);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
  });

  it('exports what a stranger finds whole', async () => {
    const { status, stdout } = await stranger('--key', fingerprint);
    expect([status, stdout]).toEqual([0, expect.stringContaining(`${counted}: all as it was recorded\n`)]);
    expect((await stranger('--key', 'f'.repeat(64))).status).toBe(1);
  });
});

describe('a service that runs', () => {
  it('is verified while it does, and what was cut off is found by both', async () => {
    const service = await startService(environment());
    expect(service.stdout()).toContain(`signed with the key ${fingerprint}.`);
    expect(await command(['anchor'], environment())).toMatchObject({ status: 0 });
    const [, number = '', hash = ''] = /last anchor (\d+) of \S+: (\w+)/.exec((await command(['verify'], environment())).stdout) ?? [];
    expect(await command(['verify', '--noted', `${number}:${hash}`], environment())).toMatchObject({ status: 0 });

    const { database } = JSON.parse(await readFile(path.join(folder.path, 'service.json'), 'utf8')) as { database: string };
    const client = new pg.Client({ connectionString: database });
    await client.connect();
    const { rows } = await client.query<{ stream_id: string; stream_version: string }>(
      `select stream_id, stream_version from log.events where stream_id like 'case-%' order by stream_id, stream_version desc limit 1`,
    );
    const [last] = rows;
    await client.query('begin; alter table log.events disable trigger events_stay');
    await client.query('delete from log.events where stream_id = $1 and stream_version = $2', [last?.stream_id, last?.stream_version]);
    await client.query('alter table log.events enable trigger events_stay; commit');
    await client.end();

    const verified = await command(['verify', '--export', file()], environment());
    const named = new RegExp(`^anchor \\d+: ${last?.stream_id}: version ${last?.stream_version}: `, 'm');
    expect([verified.status, verified.stderr]).toEqual([1, expect.stringMatching(named)]);
    const read = await stranger('--key', fingerprint, '--anchor', `${number}:${hash}`);
    expect([read.status, read.stdout]).toEqual([1, expect.stringMatching(named)]);
    expect((await service.stop()).status).toBe(0);
  });
});

describe('the next key', () => {
  it('is named by an anchor and signs from then on; no other does', async () => {
    const newKey = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const [next, other] = [newKey(), newKey()];
    const nextFile = path.join(folder.path, 'next.pem');
    await writeFile(nextFile, next);
    expect(await command(['anchor', '--successor', nextFile], environment())).toMatchObject({ status: 0 });
    const strange = await command(['anchor'], { ...environment(), ANCHOR_KEY: other });
    expect([strange.status, strange.stderr]).toEqual([1, expect.stringContaining('ANCHOR_KEYS_TRUSTED')]);
    expect(await command(['anchor'], { ...environment(), ANCHOR_KEY: next })).toMatchObject({ status: 0 });
    expect((await command(['verify'], { ...environment(), ANCHOR_KEY: other })).stderr).toMatch(/none of the anchors up to here is signed/);
  });
});
