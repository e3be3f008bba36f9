import { createHash } from 'node:crypto';
import { appendOf, createTestDatabase, newStream, type TestDatabase } from '@tumor-board/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createEventStore } from './create-event-store.js';
import type { EventStore } from './event-store.js';
import { readSealed, type StreamHead, verifyAll, verifyStream } from './verify.js';

let database: TestDatabase;
let store: EventStore;

beforeAll(async () => {
  database = await createTestDatabase();
  store = createEventStore({ pool: database.pool });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

/** Canonical JSON written anew for this test from the text of RFC 8785, so that it shares nothing with ours. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join()}}`;
};

describe('the chain of hashes', () => {
  it('can be recomputed by a stranger from an export', async () => {
    const stream = newStream();
    await store.append(
      appendOf(stream, 0, [
        { text: 'Übelkeit "G2"\n\u001f\u007f\u2028 鼻咽癌 😀', n: 1e21, small: 1e-7, zero: -0 },
        { b: 1, a: [null, true] },
      ]),
    );
    await store.append(appendOf(stream, 2, [{ 'key "with" quotes': {} }]));
    const exported = JSON.parse(JSON.stringify(await readSealed(database.pool, stream))) as Record<string, unknown>[];
    let previous: Buffer = Buffer.alloc(0);
    for (const { hash, ...content } of exported) {
      expect(Object.keys(content).toSorted()).toEqual([
        'commandId',
        'data',
        'eventId',
        'metadata',
        'recordedAt',
        'schemaVersion',
        'streamId',
        'streamVersion',
        'type',
      ]);
      previous = createHash('sha256').update(previous).update(canonical(content), 'utf8').digest();
      expect(hash).toBe(previous.toString('hex'));
    }
    expect(exported).toHaveLength(3);
  });

  it('holds for any JSON that is recorded', async () => {
    const text = fc.string({ unit: 'grapheme' }).filter((one) => !/[\0\p{Surrogate}]/u.test(one));
    const { data } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        text,
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        tie('data'),
      ),
      data: fc.dictionary(text, tie('value'), { maxKeys: 5 }),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(data as fc.Arbitrary<Record<string, unknown>>, { minLength: 1, maxLength: 5 }), async (all) => {
        const stream = newStream();
        await store.append(appendOf(stream, 0, all));
        expect((await store.read(stream)).map((event) => event.data)).toEqual(all.map((one) => JSON.parse(JSON.stringify(one)) as unknown));
        expect(await verifyStream(database.pool, stream)).toEqual({ streams: 1, events: all.length, broken: [], brokenStreams: 0 });
      }),
      { numRuns: 100 },
    );
  });

  it('is sound over all streams, whatever their number, and tells the head of each', async () => {
    const heads: StreamHead[] = [];
    const streams = Array.from({ length: 1200 }, () => newStream('meeting'));
    await Promise.all(streams.map((stream) => store.append(appendOf(stream, 0, 2))));
    expect(await verifyAll(database.pool, { category: 'meeting', onHead: (head) => heads.push(head) })).toEqual({
      streams: 1200,
      events: 2400,
      broken: [],
      brokenStreams: 0,
    });
    expect(heads.map((head) => head.streamId)).toEqual(streams.toSorted());
    const [last] = (await readSealed(database.pool, heads[0]?.streamId ?? '')).slice(-1);
    expect(heads[0]).toEqual({ streamId: last?.streamId, streamVersion: 2, hash: last?.hash });
  });
});

describe('tampering by somebody who can disable the trigger', () => {
  let stream: string;
  beforeEach(async () => {
    stream = newStream('victim');
    await store.append(appendOf(stream, 0, 5));
    await store.append(appendOf(newStream('victim'), 0, 2));
  });

  it.each([
    ['changed data', `update log.events set data = '{"n":99}'`, 'content', 3],
    ['data that say the same in other words', `update log.events set data = data || '{"m":null}'`, 'content', 3],
    ['changed metadata', `update log.events set metadata = jsonb_set(metadata, '{actor}', '"nobody"')`, 'content', 3],
    ['another time', `update log.events set recorded_at = recorded_at + interval '1 microsecond'`, 'content', 3],
    ['another type', `update log.events set type = 'Signed'`, 'content', 3],
    ['another command', 'update log.events set command_id = gen_random_uuid()', 'content', 3],
    ['another schema version', 'update log.events set schema_version = 2', 'content', 3],
    ['a changed hash', `update log.events set hash = sha256('x')`, 'content', 3],
    ['another partition', 'update log.events set partition = (partition + 1) % 8', 'partition', 3],
    ['a removed event', 'delete from log.events', 'gap', 4],
  ])('is found with stream and version: %s', async (_, statement, fault, version) => {
    const client = await database.owner.connect();
    await client.query('begin; alter table log.events disable trigger events_stay');
    await client.query(`${statement} where stream_id = $1 and stream_version = 3`, [stream]);
    await client.query('alter table log.events enable trigger events_stay; commit');
    client.release();
    const broken = [{ streamId: stream, streamVersion: version, fault }];
    expect(await verifyStream(database.pool, stream)).toMatchObject({ streams: 1, broken, brokenStreams: 1 });
    const all = await verifyAll(database.pool, { category: 'victim' });
    expect(all.broken.filter((one) => one.streamId === stream)).toMatchObject(broken);
  });

  it('is found when an event and its hash are made anew but not the next one', async () => {
    const sealed = await readSealed(database.pool, stream);
    const { hash: _, ...content } = { ...sealed[2], data: { n: 'forged' } };
    const forged = createHash('sha256')
      .update(Buffer.from(sealed[1]?.hash ?? '', 'hex'))
      .update(canonical(content), 'utf8')
      .digest();
    const client = await database.owner.connect();
    await client.query('begin; alter table log.events disable trigger events_stay');
    await client.query(`update log.events set data = '{"n":"forged"}', hash = $2 where stream_id = $1 and stream_version = 3`, [
      stream,
      forged,
    ]);
    await client.query('alter table log.events enable trigger events_stay; commit');
    client.release();
    expect(await verifyStream(database.pool, stream)).toMatchObject({ broken: [{ streamVersion: 4, fault: 'content' }] });
  });

  it('lists at most so many streams but counts them all', async () => {
    const found = await verifyAll(database.pool, { category: 'victim', faultsAtMost: 2 });
    expect(found.broken).toHaveLength(2);
    expect(found.brokenStreams).toBeGreaterThan(2);
  });
});
