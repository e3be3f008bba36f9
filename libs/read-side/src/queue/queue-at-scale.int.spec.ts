import { QUEUE_REASONS } from '@tumor-board/board';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import { DISCIPLINES } from '@tumor-board/knowledge';
import { createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskedQuery, capturing, planOf } from '../../test/capture-queries.js';
import { knowledge } from '../../test/case-writer.js';
import { ReadModels } from '../read-models.js';
import { QueueCountsHandler, QueueCountsQuery } from './counts.js';
import { QueueHandler, type QueueOptions, QueueQuery } from './query.js';
import { queueCountsView, queueView, READINESS_STATES } from './view.js';

const CASES = 100_000;
const today = '2026-06-01';
const meetingId = '00000000-0000-4000-8000-0000000000aa';

// As many as an incomplete baseline lacks, so that a row is as wide as in a hospital.
const missing = ['histology with EBER', 'TNM staging', 'chart of the metastases', 'baseline EBV DNA', 'creatinine clearance'].map(
  (item) => ({
    item,
    owner: 'medical-oncology',
    blocking: true,
    requested: { owner: { discipline: 'medical-oncology' }, on: '2026-05-02', dueOn: '2026-05-09' },
  }),
);

let database: TestDatabase;
let store: EventStore;
let queue: QueueHandler;
let counts: QueueCountsHandler;
let asked: AskedQuery[];

beforeAll(async () => {
  database = await createTestDatabase();
  store = createEventStore({ pool: database.pool });
  // Pseudo-random but the same each time: every column is scrambled by a factor of its own.
  const client = await database.owner.connect();
  // What was committed without waiting for the disk is not known to be visible to all for a while, and indexes are not read alone.
  await client.query('set synchronous_commit = on');
  await client.query(
    `insert into read_model.board_queue
       (case_id, site, version, reference, search, in_queue, reason, rank, due_by, listed_on, listed_since, trigger, trigger_facts,
        trigger_changed, has_question, disciplines, referral_disciplines, readiness, deferred, missing, meeting_id, meeting_on, meeting_mode,
        item_id, deferred_until, deferral_reason, deferrals, decision_state, review_changed, changed_at)
     select overlay(overlay(md5('case' || n) placing '4' from 13) placing '8' from 17)::uuid, 'many', 5, 'M-' || lpad(n::text, 6, '0'), 'm-' || lpad(n::text, 6, '0'), true,
       ($1::text[])[rank], rank, date '2026-05-01' + (n * 31 % 97), date '2026-05-01' - (n * 17 % 61),
       (date '2026-05-01' - (n * 17 % 61))::timestamptz + (n * 7919 % 86400) * interval '1 second', 'referral', '[]', '[]', n % 2 = 0,
       array[($2::text[])[1 + n % 3]] || case when n % 500 = 0 then array['palliative-care'] else '{}' end, '{}',
       case when n % 1000 = 7 then 'listed' else (array['ready', 'not-ready', 'awaiting-result'])[1 + n % 3] end,
       n % 11 = 0, $6::jsonb,
       case when n % 1000 = 7 and n <= 20000 then $3::uuid end, case when n % 1000 = 7 then date '2026-06-03' end,
       case when n % 1000 = 7 then 'discussion' end, case when n % 1000 = 7 then gen_random_uuid() end,
       case when n % 22 = 0 then date '2026-05-20' when n % 33 = 0 then date '2026-07-01' end, case when n % 11 = 0 then 'no-time' end,
       (n % 11 = 0)::integer, 'none', '[]', now()
     from (select n, 1 + (n * 13 + n / 13) % $4::integer as rank from generate_series(1, $5::integer) n) g`,
    [QUEUE_REASONS, DISCIPLINES, meetingId, QUEUE_REASONS.length, CASES, JSON.stringify(missing)],
  );
  await client.query('vacuum analyze read_model.board_queue');
  client.release(true);
  const captured = capturing(database.pool);
  asked = captured.asked;
  const readModels = new ReadModels({ pool: captured.pool, eventStore: store, knowledge });
  queue = new QueueHandler(readModels);
  counts = new QueueCountsHandler(readModels);
}, 120_000);
afterAll(async () => {
  await store.close();
  await database.drop();
});

const ask = async (options: Partial<QueueOptions> = {}) => await queue.execute(new QueueQuery({ site: 'many', today, ...options }));
const ids = async (sql: string): Promise<string[]> =>
  (await database.pool.query<{ case_id: string }>(`select case_id from read_model.board_queue where site = 'many' ${sql}`)).rows.map(
    (row) => row.case_id,
  );
const isDeferred = `(deferred and (deferred_until is null or deferred_until > '${today}'))`;

describe('a queue of a hundred thousand cases', () => {
  it.each([
    ['as it is', {}, '', 'rank, due_by, listed_since, case_id'],
    ['by due date', { order: 'due' }, '', 'due_by, listed_since, case_id'],
    ['by waiting', { order: 'waiting' }, '', 'listed_since, case_id'],
    ['by reference', { order: 'reference' }, '', 'search, case_id'],
    ['of a reason', { reason: 'rebound' }, 'and rank = 3', 'rank, due_by, listed_since, case_id'],
    ['of a reason, by waiting', { reason: 'routine', order: 'waiting' }, 'and rank = 13', 'listed_since, case_id'],
    ['of a common discipline', { discipline: 'radiology' }, `and disciplines @> '{radiology}'`, 'rank, due_by, listed_since, case_id'],
    [
      'of a rare discipline',
      { discipline: 'palliative-care' },
      `and disciplines @> '{palliative-care}'`,
      'rank, due_by, listed_since, case_id',
    ],
    ['due before a day', { dueBefore: '2026-05-03' }, `and due_by < '2026-05-03'`, 'rank, due_by, listed_since, case_id'],
    [
      'due before a day, by due date',
      { dueBefore: '2026-05-03', order: 'due' },
      `and due_by < '2026-05-03'`,
      'due_by, listed_since, case_id',
    ],
    ['that is ready', { readiness: 'ready' }, `and readiness = 'ready' and not ${isDeferred}`, 'rank, due_by, listed_since, case_id'],
    ['that is put off', { readiness: 'deferred' }, `and ${isDeferred}`, 'rank, due_by, listed_since, case_id'],
    [
      'that is ready, of a reason',
      { readiness: 'ready', reason: 'new-case' },
      `and readiness = 'ready' and rank = 8 and not ${isDeferred}`,
      'rank, due_by, listed_since, case_id',
    ],
    ['of a meeting', { meetingId }, `and meeting_id = '${meetingId}'`, 'rank, due_by, listed_since, case_id'],
    [
      'of a discipline, a reason and a day',
      { discipline: 'radiology', reason: 'progression', dueBefore: '2026-05-10' },
      `and disciplines @> '{radiology}' and rank = 2 and due_by < '2026-05-10'`,
      'rank, due_by, listed_since, case_id',
    ],
    ['with a word', { search: '017342' }, `and search like '%017342%'`, 'rank, due_by, listed_since, case_id'],
  ] as const)('%s gives the right pages in the right order without reading the table through', async (_what, options, where, order) => {
    const expected = await ids(`and in_queue ${where} order by ${order} limit 120`);
    expect(expected.length).toBeGreaterThan(0);
    asked.splice(0);
    const shown: string[] = [];
    let after: string | undefined;
    do {
      const page = queueView.parse(await ask({ ...options, after, limit: 50 }));
      shown.push(...page.cases.map(({ caseId }) => caseId));
      after = page.next ?? undefined;
    } while (after !== undefined && shown.length < 120);
    expect(shown.slice(0, 120)).toEqual(expected);
    for (const query of asked.splice(0)) expect(await planOf(database.pool, query, 'costs off')).not.toMatch(/Seq Scan/);
  });

  it('is read in its order by an index alone, on the first page and on later ones', async () => {
    asked.splice(0);
    for (const options of [{}, { order: 'due' }, { order: 'waiting' }, { order: 'reference' }, { reason: 'rebound' }] as const) {
      const first = await ask(options);
      await ask({ ...options, after: first.next as string });
    }
    for (const query of asked.splice(0)) expect(await planOf(database.pool, query)).not.toMatch(/Seq Scan|Sort|Rows Removed/);
  });

  it('keeps its pages when a case leaves and another comes', async () => {
    const first = await ask({ limit: 10 });
    const [gone, last] = [first.cases[3]?.caseId, first.cases[9]?.caseId];
    await database.owner.query('update read_model.board_queue set in_queue = false where case_id = any($1)', [[gone, last]]);
    const second = await ask({ limit: 10, after: first.next as string });
    expect(second.cases.map(({ caseId }) => caseId)).toEqual(
      (await ids('and in_queue order by rank, due_by, listed_since, case_id limit 18')).slice(8),
    );
    await database.owner.query('update read_model.board_queue set in_queue = true where case_id = any($1)', [[gone, last]]);
  });

  it('refuses the cursor of another order', async () => {
    const { next } = await ask();
    await expect(ask({ order: 'due', after: next as string })).rejects.toMatchObject({ code: 'cursor.invalid' });
  });

  it('tells waiting, overdue and put off from the day that is asked for', async () => {
    const [id] = await ids('and deferred_until is not null and readiness is not null order by case_id limit 1');
    const { rows } = await database.pool.query<{ until: string; due: string; listed: string; reference: string; readiness: string }>(
      `select deferred_until::text as until, due_by::text as due, listed_on::text as listed, reference, readiness from read_model.board_queue where case_id = $1`,
      [id],
    );
    const [row = { until: '', due: '', listed: '', reference: '', readiness: '' }] = rows;
    const on = async (day: string) => (await ask({ search: row.reference, today: day })).cases[0];
    const before = new Date(Date.parse(row.until) - 86_400_000).toISOString().slice(0, 10);
    expect((await on(before))?.readiness).toBe('deferred');
    expect((await on(row.until))?.readiness).toBe(row.readiness);
    expect((await on(row.due))?.isOverdue).toBe(false);
    expect((await on('2027-01-01'))?.isOverdue).toBe(true);
    expect((await on(row.listed))?.waitingDays).toBe(0);
    expect((await on('2026-05-02'))?.waitingDays).toBe((Date.parse('2026-05-02') - Date.parse(row.listed)) / 86_400_000);
  });

  it('is counted by reason and readiness in one query, by an index alone', async () => {
    asked.splice(0);
    const found = queueCountsView.parse(await counts.execute(new QueueCountsQuery('many', today)));
    expect(asked).toHaveLength(1);
    for (const query of asked.splice(0)) expect(await planOf(database.pool, query)).toMatch(/Index Only Scan using board_queue_counted/);
    expect(found.total).toBe(CASES);
    expect(Object.values(found.byReason).reduce((sum, count) => sum + count, 0)).toBe(CASES);
    expect(Object.keys(found.byReadiness).toSorted()).toEqual([...READINESS_STATES].toSorted());
    expect(found.byReason.rebound).toBe((await ids('and rank = 3')).length);
    expect(found.byReadiness.deferred).toBe((await ids(`and ${isDeferred}`)).length);
    expect(found.overdue).toBe((await ids(`and due_by < '${today}'`)).length);
  });

  it('is counted once for all who ask, until the queue has taken another event', async () => {
    const stand = async (position: number) =>
      await database.owner.query(
        `insert into log.checkpoints (subscription, partition, position) values ('board-queue', 3, $1)
         on conflict (subscription, partition) do update set position = excluded.position`,
        [position],
      );
    const total = async (on = today) => (await counts.execute(new QueueCountsQuery('many', on))).total;
    await stand(1);
    asked.splice(0);
    await Promise.all([total(), total(), total()]);
    expect(await total('2027-01-01')).toBe(CASES);
    expect(asked.length).toBeLessThanOrEqual(3);
    asked.splice(0);
    await total();
    expect(asked).toHaveLength(0);
    const [one] = await ids('and in_queue order by case_id limit 1');
    const client = await database.owner.connect();
    await client.query('begin');
    await client.query('update read_model.board_queue set in_queue = false where case_id = $1', [one]);
    await client.query(`update log.checkpoints set position = 2 where subscription = 'board-queue'`);
    expect(await total()).toBe(CASES);
    await client.query('commit');
    client.release();
    expect(await total()).toBe(CASES - 1);
    await database.owner.query('update read_model.board_queue set in_queue = true where case_id = $1', [one]);
    await database.owner.query(`delete from log.checkpoints where subscription = 'board-queue'`);
    expect(await total()).toBe(CASES);
  });

  it('tells put off, kept waiting and overdue from the day that is asked for in its counts too', async () => {
    for (const day of ['2026-05-02', '2026-05-20', '2026-07-01']) {
      const found = await counts.execute(new QueueCountsQuery('many', day));
      const off = `(deferred and (deferred_until is null or deferred_until > '${day}'))`;
      expect(found.byReadiness.deferred ?? 0).toBe((await ids(`and ${off}`)).length);
      expect(found.overdue).toBe((await ids(`and due_by < '${day}'`)).length);
    }
  });
});
