import { randomUUID } from 'node:crypto';
import { isProblem } from '@tumor-board/kernel';
import { appendOf, createTestDatabase, newStream, type TestDatabase } from '@tumor-board/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEventStore } from './create-event-store.js';
import type { Append, Appended, EventStore } from './event-store.js';
import { comparePositions } from './position.js';
import { verifyStream } from './verify.js';

let database: TestDatabase;
let store: EventStore;
/** As another process would have: a queue of its own over connections of its own. */
let other: EventStore;

beforeAll(async () => {
  database = await createTestDatabase();
  store = createEventStore({ pool: database.pool });
  other = createEventStore({ pool: database.owner });
});
afterAll(async () => {
  await Promise.all([store.close(), other.close()]);
  await database.drop();
});

const versions = async (stream: string): Promise<number[]> => (await store.read(stream)).map((event) => event.streamVersion);
const outcomeOf = (appending: Promise<Appended>): Promise<string> =>
  appending.then(
    (appended) => appended.outcome,
    (error: unknown) => (isProblem(error) ? error.code : String(error)),
  );
const tallyOf = (outcomes: readonly string[]): Record<string, number> =>
  outcomes.reduce<Record<string, number>>((tally, outcome) => ({ ...tally, [outcome]: (tally[outcome] ?? 0) + 1 }), {});

describe('an append', () => {
  it('records its events in order and gives back what was recorded', async () => {
    const stream = newStream();
    const request = appendOf(stream, 0, [{ text: 'first – 鼻咽癌', nested: { b: [1, 2.5], a: null } }, { n: 2 }]);
    const appended = await store.append(request);
    const events = await store.read(stream);
    expect(events).toMatchObject([
      {
        streamId: stream,
        streamVersion: 1,
        type: 'Noted',
        schemaVersion: 1,
        data: { text: 'first – 鼻咽癌', nested: { b: [1, 2.5], a: null } },
      },
      { streamId: stream, streamVersion: 2, commandId: request.context.commandId, metadata: { site: 'default', actor: 'tester' } },
    ]);
    expect(appended).toEqual({ outcome: 'appended', streamVersion: 2, position: events[1]?.position, recordedAt: events[1]?.recordedAt });
    expect(appended.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    expect(comparePositions(events[0]?.position ?? '', events[1]?.position ?? '')).toBeLessThan(0);
  });

  it('goes on where the stream ends, and can be read from and up to a version', async () => {
    const stream = newStream();
    await store.append(appendOf(stream, 0, 3));
    expect(await store.append(appendOf(stream, 3, 2))).toMatchObject({ streamVersion: 5 });
    expect((await store.read(stream, { after: 2, upTo: 4 })).map((event) => event.streamVersion)).toEqual([3, 4]);
    expect(await store.read(newStream())).toEqual([]);
  });

  it.each([
    ['behind the head', 1],
    ['at the beginning of a stream that exists', 0],
    ['above the head, which would leave a gap', 3],
    ['far above the head', 1_000_000],
  ])('is refused when it expects a version %s', async (_, expected) => {
    const stream = newStream();
    await store.append(appendOf(stream, 0, 2));
    await expect(store.append(appendOf(stream, expected))).rejects.toMatchObject({
      code: 'stream.version-conflict',
      data: { streamId: stream, expected, actual: 2 },
    });
    expect(await versions(stream)).toEqual([1, 2]);
  });

  it('is refused above version 0 of a stream that does not exist', async () => {
    await expect(store.append(appendOf(newStream(), 1))).rejects.toMatchObject({ data: { expected: 1, actual: 0 } });
  });

  it('never goes back in time within its stream', async () => {
    const stream = newStream();
    await store.append(appendOf(stream, 0));
    await database.owner.query('alter table log.events disable trigger events_stay');
    await database.owner.query(`update log.events set recorded_at = recorded_at + interval '1 hour' where stream_id = $1`, [stream]);
    await database.owner.query('alter table log.events enable trigger events_stay');
    await store.append(appendOf(stream, 1));
    const [first, second] = await store.read(stream);
    expect(second?.recordedAt).toBe(first?.recordedAt);
  });
});

describe('a command that is repeated', () => {
  it('is answered as the first time, whatever version it expects now', async () => {
    const stream = newStream();
    const request = appendOf(stream, 0, 2);
    const first = await store.append(request);
    await store.append(appendOf(stream, 2));
    expect(await store.append(request)).toEqual({ ...first, outcome: 'duplicate' });
    expect(await store.append({ ...request, expectedVersion: 3 })).toEqual({ ...first, outcome: 'duplicate' });
    expect(await versions(stream)).toEqual([1, 2, 3]);
  });

  it('is known again by a command id in capitals', async () => {
    const stream = newStream();
    const request = appendOf(stream, 0);
    await store.append(request);
    const loud = { ...request, context: { ...request.context, commandId: request.context.commandId.toUpperCase() } };
    expect(await store.append(loud)).toMatchObject({ outcome: 'duplicate' });
  });

  it('may be recorded once on each of several streams', async () => {
    const commandId = randomUUID();
    const outcomes = await Promise.all([newStream(), newStream()].map((stream) => store.append(appendOf(stream, 0, 1, commandId))));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['appended', 'appended']);
  });

  it('is recorded once when two processes get it at the same moment', async () => {
    const requests = Array.from({ length: 40 }, () => appendOf(newStream(), 0, 2));
    const results = await Promise.all(requests.flatMap((request) => [store.append(request), other.append(request), other.append(request)]));
    expect(tallyOf(results.map(({ outcome }) => outcome))).toEqual({ appended: 40, duplicate: 80 });
    for (const [index, { streamId }] of requests.entries()) {
      expect(await versions(streamId)).toEqual([1, 2]);
      expect(new Set(results.slice(index * 3, index * 3 + 3).map(({ position }) => position)).size).toBe(1);
    }
  });
});

describe('concurrent writers', () => {
  it('win each version once, sixteen of them on one stream', async () => {
    const stream = newStream();
    const writers = Array.from({ length: 16 }, async (_, writer) => {
      const from = writer % 2 === 0 ? store : other;
      for (let done = 0; done < 5; ) {
        const head = (await from.read(stream)).at(-1)?.streamVersion ?? 0;
        const outcome = await outcomeOf(from.append(appendOf(stream, head, 2)));
        expect(['appended', 'stream.version-conflict']).toContain(outcome);
        if (outcome === 'appended') done++;
      }
    });
    await Promise.all(writers);
    const events = await store.read(stream);
    expect(events.map((event) => event.streamVersion)).toEqual(Array.from({ length: 160 }, (_, index) => index + 1));
    const pairs = events.filter((event) => event.data['n'] === 0).map((event) => [event.commandId, events[event.streamVersion]?.commandId]);
    expect(pairs.every(([first, second]) => first === second)).toBe(true);
  });

  it('do not wait for each other for ever when two processes write to the same streams', async () => {
    const streams = Array.from({ length: 60 }, () => newStream());
    const outcomes = await Promise.all(
      streams.flatMap((stream, index) => [
        outcomeOf(store.append(appendOf(stream, 0))),
        outcomeOf(other.append(appendOf(streams.at(-1 - index) ?? stream, 0))),
      ]),
    );
    expect(tallyOf(outcomes)).toEqual({ appended: 60, 'stream.version-conflict': 60 });
  });

  it('keep the promises of the log under any mixture of commands', async () => {
    const command = fc.record({
      stream: fc.nat(3),
      behind: fc.integer({ min: -2, max: 2 }),
      size: fc.integer({ min: 1, max: 4 }),
      repeats: fc.option(fc.nat(), { nil: undefined, freq: 3 }),
      writer: fc.boolean(),
    });
    const rounds = fc.array(fc.array(command, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rounds, async (script) => {
        const streams = Array.from({ length: 4 }, () => newStream());
        const recorded: Append[] = [];
        for (const round of script) {
          const heads = await Promise.all(streams.map(async (stream) => (await versions(stream)).length));
          const requests = round.map(({ stream, behind, size, repeats, writer }) => {
            const again = repeats === undefined ? undefined : recorded[repeats % Math.max(recorded.length, 1)];
            const expected = Math.max(0, (heads[stream] ?? 0) - behind);
            return { request: again ?? appendOf(streams[stream] ?? '', expected, size), isRepeat: again !== undefined, writer, expected };
          });
          const outcomes = await Promise.all(requests.map(({ request, writer }) => outcomeOf((writer ? store : other).append(request))));
          for (const [index, { request, isRepeat, expected }] of requests.entries()) {
            const head = heads[streams.indexOf(request.streamId)] ?? 0;
            const isAlone = requests.filter((one) => !one.isRepeat && one.request.streamId === request.streamId).length === 1;
            const open = ['appended', 'stream.version-conflict'];
            const possible = isRepeat
              ? ['duplicate']
              : expected < head
                ? open.slice(1)
                : !isAlone
                  ? open
                  : expected === head
                    ? open.slice(0, 1)
                    : open.slice(1);
            expect(possible).toContain(outcomes[index]);
            if (outcomes[index] === 'appended') recorded.push(request);
          }
        }
        for (const stream of streams) {
          const events = await store.read(stream);
          expect(events.map((event) => event.streamVersion)).toEqual(events.map((_, index) => index + 1));
          for (const { streamId, expectedVersion, events: asked, context } of recorded) {
            if (streamId !== stream) continue;
            const own = events.filter((event) => event.commandId === context.commandId);
            expect(own.map((event) => [event.streamVersion, event.data])).toEqual(
              asked.map(({ data }, n) => [expectedVersion + 1 + n, data]),
            );
          }
          const asked = recorded.filter(({ streamId }) => streamId === stream).reduce((sum, request) => sum + request.events.length, 0);
          expect(events).toHaveLength(asked);
          expect(await verifyStream(database.pool, stream)).toMatchObject({ events: asked, brokenStreams: 0 });
          const inOrder = events.slice(1).map((event, index) => comparePositions(events[index]?.position ?? '', event.position) < 0);
          expect(inOrder).not.toContain(false);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('an event that cannot be stored', () => {
  it.each([
    ['U+0000 in a text', { text: 'a\0b' }],
    ['half a surrogate pair', { text: '\ud83d' }],
    ['U+0000 in a key', { '\0': 1 }],
    ['a number that is not finite', { deep: [{ n: Number.NaN }] }],
    ['a date object', { on: new Date(0) }],
    ['a bigint', { n: 1n }],
    ['undefined in an array', { list: [undefined] }],
  ])('is refused before it is sent: %s', async (_, data) => {
    const stream = newStream();
    await expect(store.append(appendOf(stream, 0, [{ fine: true }, data]))).rejects.toMatchObject({ code: 'event.not-plain-json' });
    expect(await versions(stream)).toEqual([]);
  });

  it('harms no other append of its batch', async () => {
    // Something that only the database can refuse.
    await database.owner.query(`alter table log.events add constraint no_poison check (data->>'poison' is null)`);
    const requests = Array.from({ length: 20 }, (_, n) => appendOf(newStream(), 0, [{ n }, n === 7 ? { poison: 'yes' } : { n }]));
    const outcomes = await Promise.all(requests.map((request) => outcomeOf(store.append(request))));
    await database.owner.query('alter table log.events drop constraint no_poison');
    expect(tallyOf(outcomes)).toEqual({ appended: 19, 'log.append-refused': 1 });
    expect(outcomes[7]).toBe('log.append-refused');
    for (const [index, { streamId }] of requests.entries()) expect(await versions(streamId)).toEqual(index === 7 ? [] : [1, 2]);
  });

  it.each<[string, Partial<Append>, string]>([
    ['no events', { events: [] }, 'append.size'],
    ['a stream without a category', { streamId: '4d3e2c1b-0000-4000-8000-000000000000' }, 'stream.invalid'],
    ['a stream that would break out of its JSON', { streamId: 'case-"' }, 'stream.invalid'],
    ['a negative version', { expectedVersion: -1 }, 'stream.invalid'],
    ['a type that is no word', { events: [{ type: 'not a type', data: {} }] }, 'event.type-invalid'],
    [
      'an event of more than a million characters',
      { events: [{ type: 'Noted', data: { text: 'x'.repeat(1_000_001) } }] },
      'event.too-large',
    ],
    [
      'a command id that is no UUID',
      { context: { commandId: 'one', metadata: { site: 'a', actor: 'b' }, receivedAt: '' } },
      'command.id-invalid',
    ],
  ])('is refused with %s', async (_, part, code) => {
    await expect(store.append({ ...appendOf(newStream(), 0), ...part })).rejects.toMatchObject({ code });
  });
});

describe('what is recorded', () => {
  const insert = (stream: string) => store.append(appendOf(stream, 0));

  it.each(['update log.events set type = type', 'delete from log.events', 'truncate log.events'])(
    'stays for the application, which has no right to: %s',
    async (statement) => {
      await insert(newStream());
      await expect(database.pool.query(statement)).rejects.toMatchObject({
        code: '42501',
        message: expect.stringMatching(/permission denied/),
      });
    },
  );

  it.each(['update log.events set type = type', 'delete from log.events', 'truncate log.events'])(
    'stays for the owner, whom a trigger stops: %s',
    async (statement) => {
      await insert(newStream());
      await expect(database.owner.query(statement)).rejects.toMatchObject({
        code: '42501',
        message: expect.stringMatching(/^events of the log are never changed or removed/),
      });
    },
  );

  it('cannot have its trigger taken away by the application', async () => {
    await expect(database.pool.query('alter table log.events disable trigger all')).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a store that is closed', () => {
  it('finishes what is under way and takes nothing more', async () => {
    const closing = createEventStore({ pool: database.pool });
    const stream = newStream();
    const under = closing.append(appendOf(stream, 0));
    await closing.close();
    await expect(closing.append(appendOf(stream, 1))).rejects.toMatchObject({ code: 'log.closed' });
    expect(await under).toMatchObject({ outcome: 'appended' });
  });
});

describe('a connection that is lost under an append', () => {
  it('leaves no doubt: the append is sent again and recorded once', async () => {
    const blocked = newStream();
    const holder = await database.owner.connect();
    await holder.query('begin');
    await holder.query('lock table log.events in share row exclusive mode');
    const appending = store.append(appendOf(blocked, 0));
    const waiting = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    for (let rows = 0; rows === 0; ) rows = (await database.owner.query(waiting)).rowCount ?? 0;
    await database.owner.query(`select pg_terminate_backend(pid) from (${waiting}) w`);
    await holder.query('commit');
    holder.release();
    expect(await appending).toMatchObject({ outcome: 'appended', streamVersion: 1 });
    expect(await versions(blocked)).toEqual([1]);
  });
});
