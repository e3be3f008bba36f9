import { randomUUID } from 'node:crypto';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import { type CommandContext, type EventBody, problem } from '@tumor-board/kernel';
import { createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommandLoop, type CommandLoopOptions, type StreamKind } from './command-loop.js';

interface Added extends EventBody {
  readonly type: 'Added';
  readonly data: { readonly amount: number };
}
interface Decision {
  readonly events: readonly Added[];
  readonly state: number;
}
let decided = 0;
const tally: StreamKind<number, number, Added, Decision> = {
  name: 'tally',
  initialState: () => 0,
  evolve: (total, event) => total + event.data.amount,
  decide(total, amount) {
    decided += 1;
    if (total + amount > 1_000) throw problem('tally.full', 'No more fits in.');
    return amount === 0 ? { events: [], state: total } : { events: [{ type: 'Added', data: { amount } }], state: total + amount };
  },
};

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

const context = (commandId: string = randomUUID(), site = 'default'): CommandContext => ({
  commandId,
  metadata: { site, actor: 'tester' },
  receivedAt: '2025-01-06T09:00:00Z',
});
const newStream = () => `tally-${randomUUID()}`;
const loop = (options?: CommandLoopOptions) => new CommandLoop(store, tally, options);
const total = async (streamId: string) =>
  (await store.read(streamId)).reduce((sum, event) => sum + (event as unknown as Added).data.amount, 0);

describe('the command loop', () => {
  it('appends what was decided and answers where it stands', async () => {
    const streamId = newStream();
    const handled = await loop().handle({ streamId, command: 5, context: context() });
    expect(handled).toMatchObject({ outcome: 'recorded', version: 1, decision: { state: 5 } });
    const [event] = await store.read(streamId);
    expect(event).toMatchObject({ type: 'Added', data: { amount: 5 }, position: handled.position, recordedAt: handled.recordedAt });
  });

  it('goes on from what another process recorded, though its own state is older', async () => {
    const [streamId, here, there] = [newStream(), loop(), loop()];
    await here.handle({ streamId, command: 1, context: context() });
    await there.handle({ streamId, command: 2, context: context() });
    const handled = await here.handle({ streamId, command: 4, context: context() });
    expect(handled).toMatchObject({ outcome: 'recorded', version: 3, decision: { state: 7 } });
  });

  it('refuses only on what stands now, not on an older state', async () => {
    const [streamId, here, there] = [newStream(), loop(), loop()];
    await here.handle({ streamId, command: 990, context: context() });
    await there.handle({ streamId, command: -500, context: context() });
    expect(await here.handle({ streamId, command: 100, context: context() })).toMatchObject({
      outcome: 'recorded',
      decision: { state: 590 },
    });
    await expect(here.handle({ streamId, command: 500, context: context() })).rejects.toMatchObject({ code: 'tally.full' });
  });

  it('keeps its state as it was when an append fails', async () => {
    const [streamId, here] = [newStream(), loop()];
    await here.handle({ streamId, command: 1, context: context() });
    await expect(here.handle({ streamId, command: 1, context: context('not-a-uuid') })).rejects.toMatchObject({
      code: 'command.id-invalid',
    });
    expect(await here.handle({ streamId, command: 1, context: context() })).toMatchObject({ version: 2, decision: { state: 2 } });
  });

  it('appends nothing when there is nothing new, and says where the stream stands', async () => {
    const [streamId, here, there] = [newStream(), loop(), loop()];
    await here.handle({ streamId, command: 3, context: context() });
    const { position } = await there.handle({ streamId, command: 3, context: context() });
    expect(await here.handle({ streamId, command: 0, context: context() })).toMatchObject({ outcome: 'nothing-new', version: 2, position });
  });

  it('needs no reading for a stream it has just written', async () => {
    const streamId = newStream();
    let reads = 0;
    const counting: EventStore = { ...store, read: (...range) => (reads++, store.read(...range)) };
    const here = new CommandLoop(counting, tally);
    for (let i = 0; i < 5; i += 1) await here.handle({ streamId, command: 1, context: context() });
    expect(reads).toBe(1);
  });

  it('forgets the streams used longest ago and reads them again', async () => {
    const [first, second, here] = [newStream(), newStream(), loop({ cachedStreams: 1 })];
    for (const streamId of [first, second, first]) await here.handle({ streamId, command: 1, context: context() });
    expect(await total(first)).toBe(2);
  });
});

describe('a command that is repeated', () => {
  it.each(['the same process', 'another process', 'a process that has an older state'])('is recorded once, by %s', async (by) => {
    const [streamId, here, there] = [newStream(), loop(), loop()];
    const commandId = randomUUID();
    await there.handle({ streamId, command: 1, context: context() });
    const first = await here.handle({ streamId, command: 10, context: context(commandId) });
    await here.handle({ streamId, command: 100, context: context() });
    const again = by === 'the same process' ? here : by === 'another process' ? loop() : there;
    const repeated = await again.handle({ streamId, command: 10, context: context(commandId.toUpperCase()) });
    expect(repeated).toMatchObject({ outcome: 'repeated', version: first.version, position: first.position, recordedAt: first.recordedAt });
    expect(repeated.outcome === 'repeated' && repeated.history.map((event) => event.streamVersion)).toEqual([1, 2]);
    expect(await total(streamId)).toBe(111);
  });

  it('is recorded once when given to two processes at the same time', async () => {
    const [streamId, commandId] = [newStream(), randomUUID()];
    const handled = await Promise.all(
      [loop(), loop(), loop()].map((one) => one.handle({ streamId, command: 7, context: context(commandId) })),
    );
    expect(handled.map(({ outcome }) => outcome).toSorted()).toEqual(['recorded', 'repeated', 'repeated']);
    expect(new Set(handled.map(({ position }) => position)).size).toBe(1);
    expect(await total(streamId)).toBe(7);
  });

  it('answers as the first did even when it now expects an older version', async () => {
    const [streamId, here, commandId] = [newStream(), loop(), randomUUID()];
    await here.handle({ streamId, command: 1, context: context() });
    const order = { streamId, command: 2, context: context(commandId), expectedVersion: 1 };
    const first = await here.handle(order);
    expect(await here.handle(order)).toMatchObject({ outcome: 'repeated', version: first.version });
    expect(await loop().handle(order)).toMatchObject({ outcome: 'repeated', version: first.version });
  });
});

describe('a command that expects a version', () => {
  it('is refused with both versions when the stream has moved on, and not tried again', async () => {
    const [streamId, here, there] = [newStream(), loop(), loop()];
    await here.handle({ streamId, command: 1, context: context() });
    await there.handle({ streamId, command: 1, context: context() });
    decided = 0;
    await expect(here.handle({ streamId, command: 1, context: context(), expectedVersion: 1 })).rejects.toMatchObject({
      code: 'tally.version-conflict',
      data: { expected: 1, actual: 2 },
    });
    expect(decided).toBe(1);
    await expect(here.handle({ streamId, command: 1, context: context(), expectedVersion: 3 })).rejects.toMatchObject({
      data: { expected: 3, actual: 2 },
    });
    expect(await total(streamId)).toBe(2);
  });

  it('is carried out at a version that only another process has seen', async () => {
    const [streamId, here, there] = [newStream(), loop(), loop()];
    await here.handle({ streamId, command: 1, context: context() });
    await there.handle({ streamId, command: 1, context: context() });
    expect(await here.handle({ streamId, command: 1, context: context(), expectedVersion: 2 })).toMatchObject({ version: 3 });
  });
});

describe('writers at the same time', () => {
  it('16 of them, each a process of its own, lose nothing', async () => {
    const streamId = newStream();
    const perWriter = 5;
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        const writer = loop({ attempts: 200 });
        for (let i = 0; i < perWriter; i += 1) await writer.handle({ streamId, command: 1, context: context() });
      }),
    );
    const events = await store.read(streamId);
    expect(events.map((event) => event.streamVersion)).toEqual(Array.from({ length: 16 * perWriter }, (_, index) => index + 1));
    expect(new Set(events.map((event) => event.commandId)).size).toBe(16 * perWriter);
  });

  it('in one process take turns, so that each decides once', async () => {
    const [streamId, here] = [newStream(), loop()];
    decided = 0;
    const handled = await Promise.all(Array.from({ length: 16 }, () => here.handle({ streamId, command: 1, context: context() })));
    expect(handled.map(({ version }) => version)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    expect(decided).toBe(16);
  });

  it('are told of the conflict when they have tried often enough', async () => {
    const streamId = newStream();
    const there = loop();
    const alwaysLate: EventStore = {
      ...store,
      async append(request) {
        await there.handle({ streamId, command: 1, context: context() });
        return store.append(request);
      },
    };
    const here = new CommandLoop(alwaysLate, tally, { attempts: 3 });
    await expect(here.handle({ streamId, command: 1, context: context() })).rejects.toMatchObject({
      code: 'tally.version-conflict',
      data: { expected: 2, actual: 3 },
    });
    expect(await total(streamId)).toBe(3);
  });

  it('do not wait behind one that failed', async () => {
    const [streamId, here] = [newStream(), loop()];
    const [failed, done] = await Promise.allSettled([
      here.handle({ streamId, command: 5_000, context: context() }),
      here.handle({ streamId, command: 1, context: context() }),
    ]);
    expect([failed?.status, done?.status]).toEqual(['rejected', 'fulfilled']);
  });
});

describe('a stream of another site', () => {
  it('is unknown, to new commands and to repeated ones', async () => {
    const [streamId, here, commandId] = [newStream(), loop(), randomUUID()];
    await here.handle({ streamId, command: 1, context: context(commandId, 'north') });
    for (const id of [randomUUID(), commandId]) {
      await expect(here.handle({ streamId, command: 1, context: context(id, 'south') })).rejects.toMatchObject({ code: 'tally.unknown' });
      await expect(loop().handle({ streamId, command: 1, context: context(id, 'south') })).rejects.toMatchObject({ code: 'tally.unknown' });
    }
    expect(await total(streamId)).toBe(1);
  });
});
