import { randomBytes, randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEventStore } from './create-event-store.js';
import type { EventStore } from './event-store.js';
import { openProtection, type Protection } from './protection/protection.js';
import { readStreams } from './read-streams.js';

let database: TestDatabase;
let protection: Protection;
let store: EventStore;

beforeAll(async () => {
  database = await createTestDatabase();
  protection = await openProtection({ pool: database.pool, masterKey: randomBytes(32), fields: { NoteWritten: ['text'] } });
  store = createEventStore({ pool: database.pool, protection });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

it('reads several streams at once, each in order, in clear where it may and without what was erased', async () => {
  const ids = [1, 2, 3].map(() => `case-${randomUUID()}`);
  for (const [index, streamId] of ids.entries()) {
    const context = { commandId: randomUUID(), metadata: { site: 'a', actor: 'dr-a' }, receivedAt: '2025-01-06T09:00:00Z' };
    const events = ['first', 'second'].map((text) => ({ type: 'NoteWritten', data: { text: `${text} ${index}` } }));
    await store.append({ streamId, expectedVersion: 0, events, context });
  }
  const [one = '', two = '', unasked = ''] = ids;
  await protection.keys.destroy(two);
  const streams = await readStreams(database.pool, [two, one, `case-${randomUUID()}`], { protection });
  expect(new Set(streams.keys())).toEqual(new Set([one, two]));
  expect(streams.has(unasked)).toBe(false);
  expect(streams.get(one)?.map(({ streamVersion, data }) => [streamVersion, data['text']])).toEqual([
    [1, 'first 0'],
    [2, 'second 0'],
  ]);
  expect(streams.get(two)?.map(({ data }) => data['text'])).toEqual(['[erased]', '[erased]']);
  const sealed = await readStreams(database.pool, [one]);
  expect(sealed.get(one)?.[0]?.data['text']).toMatch(/^\{\$protected:/);
});

it('asks nothing for no streams', async () => {
  expect(await readStreams(database.pool, [])).toEqual(new Map());
});
