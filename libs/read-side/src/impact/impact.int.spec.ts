import { randomUUID } from 'node:crypto';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import { DEFAULT_POLICY, impactOf, isIntactImpactReport, knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import type { Fact } from '@tumor-board/oncology';
import { createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CaseWriter, ecog, histology, knowledge, staging } from '../../test/case-writer.js';
import { impactOverCases } from '../index.js';
import { caseRecords } from './case-records.js';

const lesions = (count: number): Fact => ({
  type: 'MetastasesCharted',
  on: '2024-01-08',
  lesions: [{ id: 'L1', organ: 'bone', sizeMm: 16, count, countIsExact: true, certainty: 'definite' }],
  organsImaged: { liver: true, lung: true, bone: true, distantNode: true, other: true },
});
const stricter = { ...knowledge, policy: sitePolicy({ oligometastaticMax: 3 }) };
let database: TestDatabase;
let store: EventStore;

beforeAll(async () => {
  database = await createTestDatabase();
  store = createEventStore({ pool: database.pool });
  const writer = new CaseWriter(store);
  for (const count of [1, 3, 4, 5, 6]) await writer.open(`I-${count}`, [histology, staging, lesions(count), ecog('2024-01-09')]);
  await writer.open('I-empty');
  await new CaseWriter(store, 'north').open('N-4', [lesions(4)]);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const impact = (site = 'default', candidate = stricter, examplesOfEach = 5) =>
  impactOverCases({ pool: database.pool, site, current: knowledge, candidate, examplesOfEach });

describe('the impact of a change over the open cases of a site', () => {
  it('is that of each case, counted', async () => {
    const report = await impact();
    expect(report).toMatchObject({
      casesRead: 6,
      casesChanged: 2,
      casesToRelist: 0,
      current: { release: knowledge.release.id, policy: DEFAULT_POLICY },
      candidate: { policy: { oligometastaticMax: 3 } },
    });
    const transitions = report.transitions.filter(({ part }) => part === 'oligometastatic');
    expect(transitions).toEqual([{ part: 'oligometastatic', before: 'true', after: 'false', count: 2, examples: ['I-4', 'I-5'] }]);
    expect(isIntactImpactReport(report)).toBe(true);
  });

  it('is nothing for a change that changes nothing', async () => {
    expect(await impact('default', knowledge)).toMatchObject({ casesRead: 6, casesChanged: 0, parts: [], transitions: [] });
  });

  it('leaves the cases of other sites out', async () => {
    expect(await impact('north')).toMatchObject({ casesRead: 1, casesChanged: 1 });
    expect(await impact(randomUUID())).toMatchObject({ casesRead: 0 });
  });

  it('leaves out a case that was erased', async () => {
    const writer = new CaseWriter(store, 'south');
    const { caseId } = await writer.open('S-1', [lesions(4)]);
    await writer.open('S-2', [lesions(4)]);
    await writer.give(caseId, { type: 'EraseCase', because: 'person-asked', today: '2026-01-05' });
    await expect.poll(() => impact('south'), { timeout: 60_000 }).toMatchObject({ casesRead: 1, casesChanged: 1 });
  });

  it('says how far it is', async () => {
    const told: number[] = [];
    await impactOverCases({
      pool: database.pool,
      site: 'default',
      current: knowledge,
      candidate: stricter,
      onProgress: ({ cases }) => told.push(cases),
    });
    expect(told.at(-1)).toBe(6);
  });

  it('reads the facts of a case whatever they were assessed as before', async () => {
    const next = { release: knowledgeRelease('npc-2026.11'), policy: DEFAULT_POLICY };
    const records = [];
    for await (const page of caseRecords(database.pool, 'default')) records.push(...page);
    const changed = records.filter(({ record }) => impactOf(record, knowledge, next) !== null);
    expect(await impact('default', next)).toMatchObject({ casesRead: records.length, casesChanged: changed.length });
    expect(records.find(({ record }) => record.reference === 'I-4')?.record.facts.map(({ type }) => type)).toEqual([
      'HistologyReported',
      'StagingRecorded',
      'MetastasesCharted',
      'PerformanceStatusRecorded',
    ]);
  });
});
