import { execFile } from 'node:child_process';
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  type AnchorContent,
  type AnchorKey,
  anchorKeyOf,
  createEventStore,
  type EventStore,
  listAnchors,
  makeAnchors,
  openProtection,
} from '@tumor-board/event-store';
import { canonicalJson } from '@tumor-board/kernel';
import { type RecordFault, verifyRecord } from '@tumor-board/read-side';
import { appendOf, createTestDatabase, newStream, type TestDatabase } from '@tumor-board/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyExport } from '../outside/verify-export.mjs';

const stranger = path.resolve(import.meta.dirname, '../outside/verify-export.mjs');

let database: TestDatabase;
let store: EventStore;
let key: AnchorKey;
/** A stream that both anchors vouch for, one that only the first does, and one of a person. */
let [grown, once, person] = ['', '', ''];
let erase: () => Promise<void>;

const newKey = (): AnchorKey => anchorKeyOf(generateKeyPairSync('ed25519').privateKey);

beforeEach(async () => {
  database = await createTestDatabase();
  key = newKey();
  const masterKey = randomBytes(32);
  const protection = await openProtection({ pool: database.pool, masterKey, fields: { Noted: ['name'] } });
  store = createEventStore({ pool: database.pool, protection });
  [grown, once, person] = [newStream('meeting'), newStream('series'), newStream('patient')];
  erase = () => protection.keys.destroy(person);
  await store.append(appendOf(grown, 0, [{ text: '鼻咽癌 "Ü"\n\u2028 😀', numbers: [1e-7, 1e21, -0.5, 12] }, { list: [{}, null, true] }]));
  await store.append(appendOf(once, 0, 2));
  await store.append(appendOf(person, 0, [{ name: 'Frau Beispiel' }]));
  await makeAnchors(database.pool, { key, patienceMs: 10_000 });
  await store.append(appendOf(grown, 2, 1));
  await makeAnchors(database.pool, { key, patienceMs: 10_000 });
});
afterEach(async () => {
  await store.close();
  await database.drop();
});

type Noted = readonly { readonly number: number; readonly hash: string }[];

/** What our own verification says, and what it exports. */
async function ours(noted: Noted = []): Promise<{ holds: boolean; faults: readonly RecordFault[]; lines: string[] }> {
  let text = '';
  const { holds, faults } = await verifyRecord(database.pool, {
    trusted: [key.fingerprint],
    noted,
    onExport: (lines) => {
      text += lines;
    },
  });
  return { holds, faults, lines: text.trimEnd().split('\n') };
}

/** What the stranger says to an export. */
async function theirs(lines: readonly string[], noted: Noted = [], keys = [key.fingerprint]): Promise<string[]> {
  const told: string[] = [];
  const anchors = noted.map(({ number, hash }): [number, string] => [number, hash]);
  const { holds } = await verifyExport(lines, { keys, anchors, tell: (fault) => told.push(fault) });
  expect(holds).toBe(told.length === 0);
  return told;
}

/** What somebody can do who owns the database. */
async function tamper(text: string, values: unknown[] = []): Promise<void> {
  const client = await database.owner.connect();
  try {
    await client.query('begin; alter table log.events disable trigger events_stay; alter table log.anchors disable trigger anchors_stay');
    await client.query(text, values);
    await client.query('alter table log.events enable trigger events_stay; alter table log.anchors enable trigger anchors_stay; commit');
  } finally {
    client.release();
  }
}

/** Makes the last anchor anew with another content, signed. */
async function forge(content: Partial<AnchorContent>, by: AnchorKey): Promise<void> {
  const { rows } = await database.owner.query<{ content: string; previous: Buffer }>(
    'select b.content, a.hash as previous from log.anchors a join log.anchors b on b.number = a.number + 1',
  );
  const [last] = rows;
  const publicKey = by.publicKey.toString('base64');
  const text = canonicalJson({ ...(JSON.parse(last?.content ?? '') as AnchorContent), ...content, publicKey });
  const hash = createHash('sha256')
    .update(last?.previous ?? '')
    .update(text)
    .digest();
  await tamper('update log.anchors set content = $1, hash = $2, signature = $3, public_key = $4 where number = 2', [
    text,
    hash,
    sign(null, hash, by.privateKey),
    by.publicKey,
  ]);
}

describe('an export of the log', () => {
  it('holds in the eyes of a stranger, in memory and as a program', async () => {
    const { holds, lines } = await ours();
    expect([holds, await theirs(lines)]).toEqual([true, []]);
    expect(await theirs(lines, [], [])).toEqual([]);
    const folder = await mkdtemp(path.join(tmpdir(), 'tumor-board-export-'));
    const file = path.join(folder, 'log.jsonl');
    await writeFile(file, `${lines.join('\n')}\n`);
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, [stranger, file, '--key', key.fingerprint]);
    expect(stdout).toContain('3 streams, 6 events, 2 anchors: all as it was recorded');
    await writeFile(file, lines.slice(0, -2).join('\n'));
    await expect(run(process.execPath, [stranger, file])).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('cut short') });
    await expect(run(process.execPath, [stranger])).rejects.toMatchObject({ code: 2 });
    await rm(folder, { recursive: true });
  });

  it('holds after an erasure too, and has nothing of the person', async () => {
    const before = await ours();
    await erase();
    const { holds, lines } = await ours();
    expect([holds, await theirs(lines)]).toEqual([true, []]);
    expect(lines).toEqual(before.lines);
    expect(lines.join()).not.toContain('Beispiel');
    expect((await store.read(person)).map(({ data }) => data)).toEqual([{ name: '[erased]' }]);
  });

  it('holds when another key has followed, for who has noted the one or the other', async () => {
    const next = newKey();
    await makeAnchors(database.pool, { key, successor: next });
    await makeAnchors(database.pool, { key: next, heartbeatMs: 0 });
    const { holds, lines } = await ours();
    expect(holds).toBe(true);
    for (const keys of [[], [key.fingerprint], [next.fingerprint]]) expect(await theirs(lines, [], keys)).toEqual([]);
    expect(await theirs(lines, [], [newKey().fingerprint])).toEqual([expect.stringMatching(/^anchor 5: nothing here is signed/)]);
  });

  it('tells how many events no anchor covers yet, without holding that against it', async () => {
    await store.append(appendOf(newStream('meeting'), 0, 2));
    await expect.poll(async () => (await ours()).lines.length).toBe(12);
    const { lines } = await ours();
    expect(await verifyExport(lines)).toMatchObject({ holds: true, events: 8, eventsSinceAnchor: 2 });
  });
});

type Json = unknown;

/** Each way to change one value inside: a text loses or gains a letter, a number moves, a truth turns. */
function* changes(value: Json): Generator<Json> {
  if (typeof value === 'string') {
    yield `${value}x`;
    for (let at = 0; at < value.length; at += 1) yield value.slice(0, at) + (value[at] === '0' ? '1' : '0') + value.slice(at + 1);
  } else if (typeof value === 'number') yield value + Math.max(1, Math.abs(value));
  else if (typeof value === 'boolean') yield !value;
  else if (value === null) yield 0;
  else if (Array.isArray(value)) {
    yield [...value, 0];
    for (const [index, one] of value.entries()) {
      yield value.toSpliced(index, 1);
      for (const other of changes(one)) yield value.with(index, other);
    }
  } else if (typeof value === 'object') {
    yield { ...value, added: 0 };
    for (const [name, one] of Object.entries(value)) {
      const { [name]: _, ...rest } = value as Record<string, Json>;
      yield rest;
      for (const other of changes(one)) yield { ...value, [name]: other };
    }
  }
}

/** The parts of a line that are sealed or seal. */
interface Line {
  readonly kind: string;
  readonly event?: { readonly streamId: string; readonly streamVersion: number };
  readonly anchor?: { readonly number: number };
}

describe('a stranger who reads an export', () => {
  it('finds any change of any field, and names the stream or the anchor', async () => {
    const { lines } = await ours();
    let tried = 0;
    for (const [index, text] of lines.entries()) {
      const line = JSON.parse(text) as Line;
      const { kind: _, ...parts } = line;
      const about = line.event?.streamId ?? (line.anchor === undefined ? 'the file' : `anchor ${line.anchor.number}`);
      for (const [name, part] of Object.entries(parts)) {
        if (line.kind === 'log') continue;
        for (const other of changes(part)) {
          const told = await theirs(lines.with(index, JSON.stringify({ ...line, [name]: other })));
          // What is no event or anchor any more is named by its line.
          const named = told.some((fault) => fault.includes(about) || fault.startsWith(`line ${index + 1}:`));
          expect(named, `line ${index + 1}, ${name}: ${JSON.stringify(other).slice(0, 200)}\n${told.join('\n')}`).toBe(true);
          tried += 1;
        }
      }
    }
    expect(tried).toBeGreaterThan(1_000);
  });

  it('finds any line that is missing, doubled or moved', async () => {
    const { lines } = await ours();
    for (const [index, line] of lines.entries()) {
      expect(await theirs(lines.toSpliced(index, 1)), `without line ${index + 1}`).not.toEqual([]);
      expect(await theirs(lines.toSpliced(index, 0, line)), `line ${index + 1} twice`).not.toEqual([]);
    }
  });

  it('names the last event of a stream that is missing, and a whole stream', async () => {
    const { lines } = await ours();
    const without = (text: string, count: number) => {
      const rest = lines.filter((line) => !line.includes(text));
      const end = JSON.parse(rest.at(-1) ?? '') as { events: number; streams: number };
      // Whoever takes something out makes the counts fit.
      return rest.with(-1, JSON.stringify({ ...end, events: rest.length - 4, streams: end.streams - count }));
    };
    expect(await theirs(without(`"streamId":"${grown}","streamVersion":3,"type"`, 0))).toEqual([
      `anchor 2: ${grown}: version 3: the anchor vouches for this event, which is not here`,
    ]);
    const lost = await theirs(without(`"event":{"commandId"`, 3));
    expect(lost).toHaveLength(4);
    expect(lost).toContain(`anchor 1: ${once}: version 2: the anchor vouches for this event, which is not here`);
  });
});

describe('both find, and name, what somebody did who owns the database:', () => {
  const found = async (noted: Noted = []) => {
    const { holds, faults, lines } = await ours(noted);
    return { holds, ours: faults, theirs: await theirs(lines, noted) };
  };
  const both = (ourFault: Partial<RecordFault>, theirFault: RegExp) => ({
    holds: false,
    ours: expect.arrayContaining([expect.objectContaining(ourFault)]) as unknown,
    theirs: expect.arrayContaining([expect.stringMatching(theirFault)]) as unknown,
  });

  it('changed an event', async () => {
    await tamper(`update log.events set data = '{"n":7}' where stream_id = $1 and stream_version = 2`, [once]);
    expect(await found()).toEqual(both({ found: 'chain', streamId: once, streamVersion: 2 }, new RegExp(`^${once}: version 2: the hash`)));
  });

  it('changed a protected text', async () => {
    await tamper(`update log.events set data = '{"name":{"$protected":"AAAA"}}' where stream_id = $1`, [person]);
    expect(await found()).toEqual(
      both({ found: 'chain', streamId: person, streamVersion: 1 }, new RegExp(`^${person}: version 1: the hash`)),
    );
  });

  it('removed the last event of a stream', async () => {
    await tamper('delete from log.events where stream_id = $1 and stream_version = 3', [grown]);
    expect(await found()).toEqual(
      both({ found: 'anchor', anchor: 2, streamId: grown, streamVersion: 3 }, new RegExp(`^anchor 2: ${grown}: version 3: `)),
    );
  });

  it('removed a stream', async () => {
    await tamper('delete from log.events where stream_id = $1', [once]);
    expect(await found()).toEqual(
      both({ found: 'anchor', anchor: 1, streamId: once, streamVersion: 2 }, new RegExp(`^anchor 1: ${once}: version 2: `)),
    );
  });

  it('wrote a stream anew, with a chain that holds', async () => {
    const other = newStream('series');
    await store.append(appendOf(other, 0, [{ n: 'forged' }]));
    await tamper('delete from log.events where stream_id = $1', [once]);
    await store.append(appendOf(once, 0, [{ n: 'forged' }, { n: 'forged too' }]));
    const found = expect.objectContaining({ found: 'anchor', anchor: 1, fault: 'head', streamId: once, streamVersion: 2 });
    await expect.poll(async () => (await ours()).faults).toContainEqual(found);
    expect(await theirs((await ours()).lines)).toEqual([`anchor 1: ${once}: version 2: the anchor vouches for another hash`]);
  });

  it('changed an anchor', async () => {
    await tamper(`update log.anchors set content = replace(content, '"events":6', '"events":7') where number = 2`);
    expect(await found()).toEqual(both({ found: 'anchor', anchor: 2, fault: 'content' }, /^anchor 2: the hash is not/));
  });

  it('removed an anchor', async () => {
    await tamper('delete from log.anchors where number = 1');
    expect(await found()).toEqual(both({ found: 'anchor', anchor: 1, fault: 'missing' }, /^anchor 1: number 2 stands here/));
  });

  it('signed an anchor with another key', async () => {
    await forge({}, newKey());
    expect(await found()).toEqual(
      both({ found: 'anchor', anchor: 2, fault: 'key' }, /^anchor 2: is signed with the key [0-9a-f]{64}, which no anchor/),
    );
  });

  it('made all anchors anew with another key that names ours to follow', async () => {
    await tamper('delete from log.anchors');
    const other = newKey();
    await makeAnchors(database.pool, { key: other, patienceMs: 10_000 });
    await store.append(appendOf(grown, 3, 1));
    await makeAnchors(database.pool, { key: other, patienceMs: 10_000 });
    await forge({ successor: key.publicKey.toString('base64') }, other);
    expect(await found()).toEqual(both({ found: 'anchor', anchor: 2, fault: 'key' }, /^anchor 2: nothing here is signed with a given key/));
  });

  it('forged an anchor that leaves a stream out', async () => {
    await tamper('delete from log.events where stream_id = $1 and stream_version = 3', [grown]);
    await forge({ heads: [] }, newKey());
    expect(await found()).toEqual(
      both({ found: 'anchor', anchor: 2, fault: 'key' }, /^anchor 2: says that 6 events are covered, its heads give 5/),
    );
  });

  it('forged it with our own key, when it was noted elsewhere', async () => {
    const noted = (await listAnchors(database.pool, { limit: 10 })).filter(({ number }) => number === 2);
    await forge({ madeAt: '2025-01-06T08:00:00.000000Z' }, key);
    await tamper(`update log.anchors set made_at = '2025-01-06T08:00:00Z' where number = 2`);
    expect((await ours()).faults).toEqual([]);
    expect(await found(noted)).toEqual(both({ found: 'anchor', anchor: 2, fault: 'noted' }, /^anchor 2: was noted with the hash/));
  });

  it('removed the newest anchor with what it vouched for, when it was noted elsewhere', async () => {
    const noted = (await listAnchors(database.pool, { limit: 10 })).filter(({ number }) => number === 2);
    await tamper('delete from log.anchors where number = 2');
    await tamper('delete from log.events where stream_id = $1 and stream_version = 3', [grown]);
    expect(await found(noted)).toEqual(both({ found: 'anchor', anchor: 2, fault: 'missing' }, /^anchor 2: is missing/));
  });
});
