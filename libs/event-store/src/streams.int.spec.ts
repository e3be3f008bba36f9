import { appendOf, createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStreams, createEventStore, type EventStore, streamIds } from './index.js';

let database: TestDatabase;
let store: EventStore;
const names = Array.from({ length: 7 }, (_, index) => `case-00${index}`);

beforeAll(async () => {
  database = await createTestDatabase();
  store = createEventStore({ pool: database.pool });
  for (const streamId of [...names, 'cases-1', 'meeting-1']) await store.append(appendOf(streamId, 0, 3));
  const north = appendOf('case-north', 0);
  await store.append({ ...north, context: { ...north.context, metadata: { site: 'north', actor: 'tester' } } });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const page = (after: string, limit = 3) => streamIds(database.pool, { category: 'case', site: 'default', after, limit });

describe('the streams of a category', () => {
  it('come page by page in the order of their ids, each once', async () => {
    const [first, second, third] = [await page(''), await page('case-002'), await page('case-005')];
    expect([...first, ...second, ...third]).toEqual(names);
    expect(await page('case-006')).toEqual([]);
  });

  it('go on behind a stream that is not there any more than behind one that is', async () => {
    expect(await page('case-0025')).toEqual(['case-003', 'case-004', 'case-005']);
  });

  it('are counted, those of one site and category', async () => {
    expect(await countStreams(database.pool, { category: 'case', site: 'default' })).toBe(7);
    expect(await countStreams(database.pool, { category: 'case', site: 'north' })).toBe(1);
    expect(await countStreams(database.pool, { category: 'meeting', site: 'default' })).toBe(1);
    expect(await countStreams(database.pool, { category: 'nothing', site: 'default' })).toBe(0);
  });
});
