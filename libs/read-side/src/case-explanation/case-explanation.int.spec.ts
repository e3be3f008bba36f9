import { randomUUID } from 'node:crypto';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import { assess, PARTS, whatWouldChange } from '@tumor-board/knowledge';
import type { Fact } from '@tumor-board/oncology';
import { createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CaseWriter, ebvDna, ecog, histology, knowledge, staging } from '../../test/case-writer.js';
import { caseAtHorizon } from '../case-at-horizon.js';
import { ReadModels } from '../read-models.js';
import { CaseExplanationHandler, type CaseExplanationOptions, CaseExplanationQuery } from './query.js';
import { caseExplanationView } from './view.js';

let database: TestDatabase;
let store: EventStore;
let readModels: ReadModels;
let handler: CaseExplanationHandler;
let writer: CaseWriter;
let caseId: string;

const chart: Fact = {
  type: 'MetastasesCharted',
  id: 'chart',
  on: '2024-01-09',
  lesions: [{ id: 'M1', organ: 'lung', sizeMm: 12, count: 2, countIsExact: true, certainty: 'definite' }],
  organsImaged: { liver: true, lung: true, bone: true, distantNode: true },
};
const sample = (value: number): Fact & { type: 'EbvDnaMeasured' } => ({
  ...(ebvDna('2024-01-08', value) as Fact & { type: 'EbvDnaMeasured' }),
  id: 'ebv',
});

// Above the cut-off of Yang 2021, 25,000 copies/mL, until a correction in March says that it was not.
beforeAll(async () => {
  database = await createTestDatabase();
  store = createEventStore({ pool: database.pool });
  readModels = new ReadModels({ pool: database.pool, eventStore: store, knowledge });
  handler = new CaseExplanationHandler(readModels);
  writer = new CaseWriter(store);
  ({ caseId } = await writer.open('EXP-1', [histology, staging, sample(90_000), chart]));
  const { id: _id, ...replacement } = sample(900);
  await writer.record(caseId, { type: 'FactCorrected', id: 'fix', on: '2024-03-15', corrects: 'ebv', reason: 'unit misread', replacement });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const ask = (part: string, options: Partial<CaseExplanationOptions> = {}) =>
  handler.execute(new CaseExplanationQuery({ site: 'default', caseId, part, ...options }));

describe('the explanation of a part', () => {
  it.each(PARTS)('%s is as its schema says', async (part) => {
    const view = await ask(part);
    expect(caseExplanationView.parse(JSON.parse(JSON.stringify(view)))).toEqual(view);
    expect([view.trace.part, view.whatWouldChange.part, view.whatWouldChange.value]).toEqual([part, part, view.trace.value]);
    expect(view.current).toBe(true);
  });

  it('names the facts, the rule in words and the sources', async () => {
    const { trace } = await ask('m1.YANG21');
    expect(trace.value).toBe('low');
    expect(trace.reasons[0]).toMatchObject({
      rule: { id: 'YANG21/1', kind: 'published system', words: expect.stringContaining('25,000 copies/mL') },
      sources: expect.arrayContaining([expect.objectContaining({ id: 'yang-2021' })]),
    });
    expect(trace.reasons[0]?.facts).toContainEqual(
      expect.objectContaining({ id: 'ebv', corrected: true, text: expect.stringContaining('900') }),
    );
  });

  it('says what would change it: facts that, once recorded, do', async () => {
    const { whatWouldChange: changes, trace } = await ask('nextStep');
    expect(trace.value).toBe('complete-baseline');
    const [set] = changes.sets;
    const { record, release, policy } = await caseAtHorizon(readModels, { site: 'default', caseId });
    const after = assess({ ...record, facts: [...record.facts, ...(set?.facts ?? [])] }, release, policy);
    expect(after.nextStep.code).toBe(set?.value);
    expect(set?.value).not.toBe('complete-baseline');
  });

  it('takes the short names, and refuses others, naming the known ones', async () => {
    expect((await ask('stage')).trace.part).toBe('stage.TNM-8.group');
    await expect(ask('mood')).rejects.toMatchObject({
      code: 'knowledge.unknown-part',
      message: expect.stringContaining('m1.YAO23'),
      data: { part: 'mood', known: expect.arrayContaining(['stage', 'nextStep']) },
    });
  });

  it('is that of the day asked for: the correction was not known then', async () => {
    const then = await ask('m1.YANG21', { knownOn: '2024-02-01' });
    expect(then).toMatchObject({ current: false, knownOn: '2024-02-01', trace: { value: 'intermediate' } });
    const sampleRead = then.trace.reasons.flatMap(({ facts }) => facts).find(({ id }) => id === 'ebv');
    expect(sampleRead).toMatchObject({ corrected: false, text: expect.stringContaining('90000') });
    expect(then.whatWouldChange).toMatchObject({ value: 'intermediate', settled: true });
    expect((await ask('m1.YANG21')).trace.value).toBe('low');
    expect((await ask('m1.YANG21', { validOn: '2024-01-08' })).whatWouldChange).toMatchObject({ settled: false });
  });

  it('is refused for a case that is not there', async () => {
    await expect(ask('nextStep', { caseId: randomUUID() })).rejects.toMatchObject({ code: 'case.unknown' });
    await expect(ask('nextStep', { atLeast: 'now' })).rejects.toMatchObject({ code: 'position.invalid' });
  });
});

describe('the search of a long record', () => {
  it('ends earlier, and says so', async () => {
    const days = Array.from({ length: 90 }, (_, index) => new Date(Date.UTC(2024, 0, 10 + index)).toISOString().slice(0, 10));
    const { caseId: long } = await writer.open('EXP-2', [histology, staging, sample(900), chart, ...days.map((day) => ecog(day))]);
    const { searched } = (await ask('nextStep', { caseId: long })).whatWouldChange;
    expect(searched).toMatchObject({ complete: false });
    expect(searched.assessments).toBeLessThan(110);
    const { record, release, policy } = await caseAtHorizon(readModels, { site: 'default', caseId: long });
    expect(whatWouldChange(record, release, policy, 'nextStep').searched.assessments).toBeGreaterThan(200);
  });
});
