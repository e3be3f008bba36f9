import { randomUUID } from 'node:crypto';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import type { Fact } from '@tumor-board/oncology';
import { createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CaseWriter, ebvDna, ecog, histology, knowledge, staging } from '../../test/case-writer.js';
import { caseAtHorizon } from '../case-at-horizon.js';
import { ReadModels } from '../read-models.js';
import { CaseOutlookHandler, type CaseOutlookOptions, CaseOutlookQuery } from './query.js';
import { type CaseOutlookView, caseOutlookView } from './view.js';

let database: TestDatabase;
let store: EventStore;
let readModels: ReadModels;
let handler: CaseOutlookHandler;
let caseId: string;
let position: string;
/** When the chart was recorded. */
let charted: string;

const chart: Fact = {
  type: 'MetastasesCharted',
  id: 'chart',
  on: '2024-01-09',
  knownOn: '2024-01-20',
  lesions: [{ id: 'M1', organ: 'lung', sizeMm: 12, count: 2, countIsExact: true, certainty: 'definite' }],
  organsImaged: { liver: true, lung: true, bone: true, distantNode: true },
};

beforeAll(async () => {
  database = await createTestDatabase();
  store = createEventStore({ pool: database.pool });
  readModels = new ReadModels({ pool: database.pool, eventStore: store, knowledge, waitMs: 10 });
  handler = new CaseOutlookHandler(readModels);
  const writer = new CaseWriter(store);
  ({ caseId } = await writer.open('OUT-1', [histology, { ...staging, id: 'stage' }, { ...ebvDna('2024-01-08', 900), id: 'ebv' }]));
  ({ recordedAt: charted } = await writer.record(caseId, chart));
  ({ position } = await writer.record(caseId, { ...ecog('2024-01-22'), id: 'ecog' }));
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const ask = (options: Partial<CaseOutlookOptions> = {}) => handler.execute(new CaseOutlookQuery({ site: 'default', caseId, ...options }));
const under = ({ systems }: CaseOutlookView, id: string) => systems.find(({ system }) => system === id);

describe('the outlook of a case', () => {
  it('is as its schema says, and belongs to the assessment that stands', async () => {
    const view = await ask({ atLeast: position });
    expect(caseOutlookView.parse(JSON.parse(JSON.stringify(view)))).toEqual(view);
    const { assessment } = await caseAtHorizon(readModels, { site: 'default', caseId });
    expect(view).toMatchObject({
      caseId,
      current: true,
      validOn: null,
      asOf: '2024-01-22',
      fingerprint: assessment.fingerprint,
      nextStep: { code: assessment.nextStep.code },
    });
    expect(under(view, 'YANG21')).toMatchObject({ status: 'classified', classes: [{ class: 'low' }] });
    expect(view.locoregionalRadiotherapy).toMatchObject({ position: 'benefit', settled: false, benefit: ['YANG21', 'YAO23'] });
    expect(view.guidelines).toHaveLength(5);
    expect(view.trials.flatMap(({ criteria }) => criteria).find(({ kind }) => kind === 'ecog')).toMatchObject({
      outcome: 'met',
      facts: ['ecog'],
    });
  });

  it('needs no read model: nothing follows the log here', async () => {
    expect(await ask({ atLeast: position })).toMatchObject({ version: expect.any(Number) });
    await expect(ask({ atLeast: 'yesterday' })).rejects.toMatchObject({ code: 'position.invalid' });
  });

  it('is open where it is asked before the chart was known, in its trials too', async () => {
    const before = await ask({ knownOn: '2024-01-19' });
    expect(before).toMatchObject({ current: false, knownOn: '2024-01-19' });
    expect(under(before, 'YANG21')).toMatchObject({
      status: 'indeterminate',
      classes: expect.arrayContaining([{ class: 'high' }].map((one) => expect.objectContaining(one))),
    });
    expect(before.trials.flatMap(({ criteria }) => criteria).find(({ kind }) => kind === 'lesion-count')?.outcome).toBe('unknown');
  });

  it('can be asked as it was before a moment, and valid on a day', async () => {
    expect(under(await ask({ recordedBefore: charted }), 'YANG21')?.status).toBe('indeterminate');
    expect(
      (await ask({ validOn: '2024-01-10' })).trials.flatMap(({ criteria }) => criteria).find(({ kind }) => kind === 'ecog'),
    ).toMatchObject({
      outcome: 'unknown',
    });
  });

  it('is told under another release when it is asked for', async () => {
    expect(await ask({ release: 'npc-2026.11' })).toMatchObject({ release: 'npc-2026.11', current: false });
  });

  it.each([
    ['case.unknown', { caseId: randomUUID() }],
    ['case.unknown', { site: 'north' }],
    ['horizon.invalid', { validOn: '2024-02-30' }],
    ['knowledge.unknown-release', { release: 'npc-1999.01' }],
  ])('is refused with %s', async (code, options) => {
    await expect(ask(options)).rejects.toMatchObject({ code });
  });
});
