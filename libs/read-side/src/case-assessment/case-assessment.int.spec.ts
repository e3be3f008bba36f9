import { createEventStore, type EventStore } from '@tumor-board/event-store';
import { settledValue } from '@tumor-board/kernel';
import { type Assessment, sitePolicy } from '@tumor-board/knowledge';
import type { Fact } from '@tumor-board/oncology';
import { createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CaseWriter, histology, knowledge } from '../../test/case-writer.js';
import { CaseOverviewHandler } from '../case-overview/query.js';
import { caseReadModels } from '../case-read-models.js';
import { type RunningProjections, startProjections } from '../projection/start-projections.js';
import { ReadModels } from '../read-models.js';
import { CaseAssessmentHandler, type CaseAssessmentOptions, CaseAssessmentQuery } from './query.js';
import { caseAssessmentView } from './view.js';

let database: TestDatabase;
let store: EventStore;
let projections: RunningProjections;
let handler: CaseAssessmentHandler;
let writer: CaseWriter;
let caseId: string;
/** When each step below had been recorded. */
const moments: Record<'opened' | 'late' | 'corrected' | 'stricter', string> = { opened: '', late: '', corrected: '', stricter: '' };
let last: string;

const staged = (m: 'M0' | 'M1'): Fact & { type: 'StagingRecorded' } => ({
  type: 'StagingRecorded',
  id: 'stage',
  on: '2024-01-08',
  edition: 'TNM-8',
  t: 'T3',
  n: 'N2',
  m,
});
const baseline: Fact = {
  type: 'EbvDnaMeasured',
  id: 'late',
  on: '2024-01-08',
  knownOn: '2024-02-20',
  result: 'quantified',
  value: 900,
  unit: 'copies/mL',
  assay: 'A',
  specimen: 'plasma',
};

// Staged M0 in January; a marker drawn in January is known in February; in March the stage turns out to have been M1.
beforeAll(async () => {
  database = await createTestDatabase();
  store = createEventStore({ pool: database.pool });
  projections = startProjections({ pool: database.pool, readModels: caseReadModels({ eventStore: store, knowledge }) });
  const readModels = new ReadModels({ pool: database.pool, eventStore: store, knowledge, waitMs: 10_000 });
  handler = new CaseAssessmentHandler(readModels, new CaseOverviewHandler(readModels));
  writer = new CaseWriter(store);
  const opened = await writer.open('BI-1', [histology, staged('M0')]);
  ({ caseId } = opened);
  moments.opened = opened.recordedAt;
  moments.late = (await writer.record(caseId, baseline)).recordedAt;
  const { id: _id, ...replacement } = staged('M1');
  const corrected = await writer.record(caseId, {
    type: 'FactCorrected',
    id: 'fix',
    on: '2024-03-15',
    corrects: 'stage',
    reason: 'second reading',
    replacement,
  });
  moments.corrected = corrected.recordedAt;
  last = corrected.position;
});
afterAll(async () => {
  await projections.stop();
  await store.close();
  await database.drop();
});

const ask = (options: Omit<CaseAssessmentOptions, 'site' | 'caseId'>, of = { site: 'default', caseId }) =>
  handler.execute(new CaseAssessmentQuery({ ...of, ...options }));
const stage = ({ assessment }: { assessment: Assessment }) => settledValue(assessment.stage['TNM-8'].m);
/** Whether the assessment has read the marker. */
const knowsMarker = ({ assessment }: { assessment: Assessment }) => !assessment.missing.some(({ item }) => item === 'baseline EBV DNA');

describe('an assessment valid on one day as known on another', () => {
  it('is, without a horizon, the one that stands, from the overview', async () => {
    const now = await ask({ atLeast: last });
    expect(caseAssessmentView.parse(now)).toEqual(now);
    expect(now).toMatchObject({ validOn: null, knownOn: null, recordedBefore: null, release: knowledge.release.id, current: true });
    expect([stage(now), knowsMarker(now)]).toEqual(['M1', true]);
  });

  it.each([
    ['January, as known in January', '2024-01-31', '2024-01-31', 'M0', false],
    ['January, as known at the end of February', '2024-01-31', '2024-02-29', 'M0', true],
    ['January, as known in April', '2024-01-31', '2024-04-01', 'M1', true],
    ['April, as known in January', '2024-04-01', '2024-01-31', 'M0', false],
  ])('%s', async (_name, validOn, knownOn, m, marker) => {
    const then = await ask({ validOn, knownOn });
    expect([stage(then), knowsMarker(then)]).toEqual([m, marker]);
    expect(then).toMatchObject({ validOn, knownOn, current: false, assessment: { asOf: validOn } });
  });

  it.each([
    ['the day before the result came', '2024-02-19', false],
    ['the day it came', '2024-02-20', true],
  ])('counts a result from the day it reached the record: %s', async (_name, knownOn, marker) => {
    expect(knowsMarker(await ask({ knownOn }))).toBe(marker);
  });

  it('of the day before the first fact rests on none', async () => {
    expect(stage(await ask({ validOn: '2024-01-07' }))).toBeUndefined();
  });
});

describe('an assessment as it was recorded before a moment', () => {
  it('rests on what had been recorded, to the microsecond', async () => {
    expect(await ask({ recordedBefore: moments.late })).toMatchObject({ version: 6, recordedBefore: moments.late, current: false });
    expect(stage(await ask({ recordedBefore: moments.corrected }))).toBe('M0');
    expect(knowsMarker(await ask({ recordedBefore: moments.corrected }))).toBe(true);
  });

  it('of a case that had not been opened is of no case', async () => {
    await expect(ask({ recordedBefore: moments.opened })).rejects.toMatchObject({ code: 'case.unknown' });
  });

  it('takes moments of any offset, and is the current one when everything was recorded before', async () => {
    const later = await ask({ recordedBefore: '2999-01-01T02:00:00+02:00' });
    expect(later).toMatchObject({ recordedBefore: '2999-01-01T00:00:00.000000Z', current: true });
    expect(later.assessment).toEqual((await ask({ atLeast: last })).assessment);
  });
});

describe('the release and the policy of an assessment', () => {
  it('are those of then: a policy that was changed later is not read into the past', async () => {
    const other = await writer.open('BI-2', [histology, staged('M1')]);
    const stricter = await writer.give(
      other.caseId,
      { type: 'ReassessCase' },
      { ...knowledge, policy: sitePolicy({ oligometastaticMax: 3 }) },
    );
    const of = { site: 'default', caseId: other.caseId };
    expect((await ask({ recordedBefore: stricter.recordedAt }, of)).assessment.policy.oligometastaticMax).toBe(5);
    expect((await ask({ validOn: '2024-01-31' }, of)).assessment.policy.oligometastaticMax).toBe(3);
    expect((await ask({ atLeast: stricter.position }, of)).assessment.policy.oligometastaticMax).toBe(3);
  });

  it('may be asked for by name', async () => {
    expect(await ask({ release: knowledge.release.id })).toMatchObject({ release: knowledge.release.id, current: true });
    await expect(ask({ release: 'npc-1999.01' })).rejects.toMatchObject({ code: 'knowledge.unknown-release' });
  });
});

describe('a question that cannot be answered', () => {
  it('names what is wrong with its dates', async () => {
    await expect(ask({ validOn: '2024-02-30', knownOn: 'today' })).rejects.toMatchObject({
      code: 'horizon.invalid',
      faults: [{ path: 'validOn' }, { path: 'knownOn' }],
    });
    await expect(ask({ recordedBefore: 'yesterday' })).rejects.toMatchObject({
      code: 'horizon.invalid',
      faults: [{ path: 'recordedBefore' }],
    });
  });

  it('is one about a case of another site', async () => {
    for (const options of [{}, { validOn: '2024-01-31' }]) {
      await expect(ask(options, { site: 'north', caseId })).rejects.toMatchObject({ code: 'case.unknown' });
    }
  });
});
