import { migrate } from '@tumor-board/database';
import { createEventStore, type EventStore, subscribe } from '@tumor-board/event-store';
import { appendOf, createTestDatabase, newStream, type TestDatabase } from '@tumor-board/testing';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';

let database: TestDatabase;
let eventStore: EventStore;
beforeEach(async () => {
  database = await createTestDatabase();
  eventStore = createEventStore({ pool: database.pool });
});
afterEach(async () => {
  await eventStore.close();
  await database.drop();
});

const patience = { timeout: 20_000, interval: 50 };

/** Makes the log look as a dump does on a server that has seen so many transactions less. */
async function restoredFrom(ahead: number): Promise<void> {
  await database.owner.query(`alter table log.events disable trigger events_stay`);
  const later = `(transaction_id::text::bigint + ${ahead})::text::xid8`;
  await database.owner.query(`update log.events set transaction_id = ${later}`);
  await database.owner.query(`update log.checkpoints set transaction_id = ${later}`);
  await database.owner.query(`alter table log.events enable trigger events_stay`);
}

/** What a subscription is given, stream by stream. */
function follow(name: string): string[] {
  const taken: string[] = [];
  const following = subscribe({
    pool: database.pool,
    name,
    handle: async (events) => {
      taken.push(...events.map(({ streamId, streamVersion }) => `${streamId} ${streamVersion}`));
    },
  });
  onTestFinished(() => following.stop());
  return taken;
}
const eventsOf = (stream: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${stream} ${from + index}`);

describe('a log that was restored on a server with smaller transaction ids', () => {
  it('is read whole after a start, and what is recorded then comes after it', async () => {
    const stream = newStream('meeting');
    await eventStore.append(appendOf(stream, 0, 3));
    await restoredFrom(30_000);
    const said: string[] = [];
    await migrate(database.url, { log: (message) => said.push(message) });
    expect(said).toEqual([expect.stringMatching(/^the log was restored from another server: \d+ transaction ids are passed over/)]);
    const taken = follow('reader');
    await expect.poll(() => taken, patience).toEqual(eventsOf(stream, 1, 3));
    await eventStore.append(appendOf(stream, 3, 2));
    await expect.poll(() => taken, patience).toEqual(eventsOf(stream, 1, 5));
  });

  it('loses nothing to a subscription that had been further, which goes on with what is recorded then', async () => {
    const stream = newStream('meeting');
    await eventStore.append(appendOf(stream, 0, 2));
    const before: string[] = [];
    const following = subscribe({
      pool: database.pool,
      name: 'reader',
      handle: async (events) => {
        before.push(...events.map(({ streamVersion }) => String(streamVersion)));
      },
    });
    await expect.poll(() => before, patience).toEqual(['1', '2']);
    await following.stop();
    await restoredFrom(30_000);
    await migrate(database.url);
    await eventStore.append(appendOf(stream, 2, 1));
    const taken = follow('reader');
    await expect.poll(() => taken, patience).toEqual(eventsOf(stream, 3, 3));
  });

  it('is refused with the command that mends it when the distance is too long', async () => {
    await eventStore.append(appendOf(newStream('meeting'), 0, 1));
    await restoredFrom(5_000_000_000);
    await expect(migrate(database.url)).rejects.toMatchObject({
      code: 'database.transaction-ids-behind',
      message: expect.stringContaining('pg_resetwal --epoch=2 DATA-DIRECTORY'),
    });
  });

  it('is left alone on the server that wrote it', async () => {
    await eventStore.append(appendOf(newStream('meeting'), 0, 1));
    const said: string[] = [];
    expect(await migrate(database.url, { log: (message) => said.push(message) })).toMatchObject({ applied: [] });
    expect(said).toEqual([]);
  });
});
