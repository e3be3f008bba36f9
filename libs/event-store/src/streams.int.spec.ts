import { appendOf, createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStreams, createEventStore, type EventStore, streamIds, streamsWith } from './index.js';

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

describe('the streams that hold an event with a text in a field', () => {
  const append = async (streamId: string, type: string, data: Record<string, unknown>) => {
    const { context } = appendOf(streamId, 0);
    await store.append({ streamId, expectedVersion: 0, events: [{ type, data }], context });
  };

  it('are found each once, by type, field and the whole text', async () => {
    await append('case-b', 'PatientIdentified', { patientId: 'p' });
    await append('case-a', 'PatientIdentified', { patientId: 'p' });
    await append('case-c', 'PatientIdentified', { patientId: 'pp', other: 'p' });
    await append('case-d', 'SomethingElse', { patientId: 'p' });
    const found = (field: string, value: string) => streamsWith(database.pool, { type: 'PatientIdentified', field, value });
    expect(await found('patientId', 'p')).toEqual(['case-a', 'case-b']);
    expect([await found('other', 'p'), await found('patientId', "p' or true")]).toEqual([['case-c'], []]);
    await expect(found("x' or 'x", 'p')).rejects.toThrow(/not the name/);
  });

  it.each([
    ['PatientIdentified', 'patientId', 'events_identifying'],
    ['PatientLinked', 'with', 'events_linking'],
  ])('are looked up by an index, as %s in %s', async (type, field, index) => {
    const client = await database.pool.connect();
    try {
      await client.query('begin; set local enable_seqscan = off; set local enable_indexscan = on');
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain select distinct e.stream_id from log.events e where e.type = '${type}' and e.data ->> '${field}' = $1`,
        ['p'],
      );
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain(index);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
