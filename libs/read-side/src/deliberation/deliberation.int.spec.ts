import { randomUUID } from 'node:crypto';

import {
  assessmentOf,
  type CaseEvent,
  caseStream,
  draftDecision,
  evolveCase,
  noCase,
  PROTECTED_FIELDS,
  type RecordedOpinion,
  recordOf,
  standingDecision,
} from '@tumor-board/board';
import { createEventStore, type EventStore, headPositions, openProtection } from '@tumor-board/event-store';
import { fold } from '@tumor-board/kernel';
import { conclude, deliberate, PANEL, type PanelDiscipline, type PanelRun, panelInput, panelVersions } from '@tumor-board/specialists';
import { createTestDatabase, type TestDatabase, written } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CaseWriter, ecog, histology, knowledge, staging } from '../../test/case-writer.js';
import { caseReadModels } from '../case-read-models.js';
import { PanelCountersHandler, PanelCountersQuery } from '../panel-run/counters.js';
import { type RunningProjections, startProjections } from '../projection/start-projections.js';
import { ReadModels } from '../read-models.js';
import { type ReplayFault, replayPanel } from '../verification/replay-panel.js';
import {
  DeliberationHandler,
  DeliberationListHandler,
  DeliberationListQuery,
  DeliberationQuery,
  ReplayHandler,
  ReplayQuery,
} from './query.js';

let database: TestDatabase;
let store: EventStore;
let writer: CaseWriter;
let projections: RunningProjections;
let models: ReadModels;

beforeAll(async () => {
  database = await createTestDatabase();
  const protection = await openProtection({ pool: database.pool, masterKey: Buffer.alloc(32, 7), fields: PROTECTED_FIELDS });
  store = createEventStore({ pool: database.pool, protection });
  writer = new CaseWriter(store);
  models = new ReadModels({ pool: database.pool, eventStore: store, knowledge });
  projections = startProjections({ pool: database.pool, readModels: caseReadModels({ eventStore: store, knowledge }) });
});
afterAll(async () => {
  await projections.stop();
  await store.close();
  await database.drop();
});

const open = async () => (await writer.open(`R-${randomUUID()}`, [histology, staging])).caseId;
const events = async (caseId: string) => (await store.read(caseStream(caseId))) as readonly unknown[] as CaseEvent[];
const stateOf = async (caseId: string) => {
  const state = fold({ evolve: evolveCase }, noCase(), await events(caseId));
  if (state.status === 'none') throw new Error('the case was not opened');
  return state;
};
/** A whole run, as the panel records it. */
async function held(caseId: string, absent: readonly PanelDiscipline[] = [], change = (run: PanelRun): PanelRun => run): Promise<string> {
  const runId = randomUUID();
  const input = panelInput(recordOf(await stateOf(caseId)), knowledge.release, knowledge.policy);
  const run = change(deliberate(input, { absent }));
  await writer.give(caseId, {
    type: 'RequestDeliberation',
    runId,
    because: 'listing',
    versions: structuredClone(panelVersions()) as never,
    disciplines: [...PANEL],
    deadline: '2025-01-06T09:02:00.000Z',
  });
  for (const opinion of run.opinions.filter(({ status }) => status === 'given'))
    await writer.give(caseId, { type: 'RecordOpinion', runId, opinion: structuredClone(opinion) as unknown as RecordedOpinion });
  for (const discipline of absent) await writer.give(caseId, { type: 'RecordAbsence', runId, discipline, reason: 'failed' });
  const verdicts = run.ledger.entries.map(({ claim, standing, struck, flags, weight }) => ({
    claim: claim.id,
    standing,
    struck: [...struck],
    flags: [...flags],
    weight,
  }));
  const ledger = { admitted: run.ledger.admitted, struck: run.ledger.struck, verdicts };
  const synthesis = structuredClone(run.synthesis) as never;
  await writer.give(caseId, { type: 'ConcludeDeliberation', runId, ledger, synthesis, digest: run.digest });
  return runId;
}
const claim = (caseId: string, changes: object = {}) => {
  const claimId = randomUUID();
  const author = { account: 'account:7', name: 'Dr S', discipline: 'surgery' } as const;
  const content = { stance: 'concern', option: 'case', text: 'His wife is ill, too.', facts: ['#1'], evidence: [] } as const;
  return writer
    .give(caseId, { type: 'MakeClaim', claimId, author, ...content, facts: ['#1'], evidence: [], ...changes })
    .then(() => claimId);
};
const shown = (caseId: string, runId?: string) => new DeliberationHandler(models).execute(new DeliberationQuery('default', caseId, runId));
const shownBefore = (caseId: string, moment: string | undefined) =>
  new DeliberationHandler(models).execute(new DeliberationQuery('default', caseId, undefined, moment));
const listed = (caseId: string) => new DeliberationListHandler(models).execute(new DeliberationListQuery('default', caseId));
const replayed = (caseId: string, runId: string) => new ReplayHandler(models).execute(new ReplayQuery('default', caseId, runId));
const counted = async () => {
  const [position] = [...(await headPositions(database.pool)).values()].slice(-1);
  const all = [...(await headPositions(database.pool)).values()];
  for (const one of all) await models.reached('panel-run', one);
  return await new PanelCountersHandler(models).execute(new PanelCountersQuery('default', undefined, position));
};

describe('what the panel says of a case', () => {
  it('is nothing before it was asked', async () => {
    expect(await shown(await open())).toMatchObject({ run: null, opinions: [], ledger: null, synthesis: null, claims: [] });
  });

  it('is current while the case is as it was, with opinions, ledger and synthesis', async () => {
    const caseId = await open();
    const runId = await held(caseId);
    const view = await shown(caseId);
    expect(view.run).toMatchObject({ runId, state: 'concluded', isCurrent: true, fingerprint: view.fingerprint, outstanding: [] });
    expect(view.opinions.map(({ discipline }) => discipline)).toEqual([...PANEL]);
    expect(view.ledger?.entries.length).toBe((view.ledger?.admitted ?? 0) + (view.ledger?.struck ?? 0));
    expect(view.synthesis?.format).toBe('tumor-board-synthesis/1');
  });

  it('is of the past after the next fact, and is shown as that', async () => {
    const caseId = await open();
    const runId = await held(caseId);
    await writer.record(caseId, ecog('2024-02-01'));
    expect((await shown(caseId)).run).toMatchObject({ runId, state: 'superseded', isCurrent: false, supersededBecause: 'new-fact' });
    const again = await held(caseId);
    expect((await listed(caseId)).runs.map((run) => [run.runId, run.isCurrent])).toEqual([
      [again, true],
      [runId, false],
    ]);
    expect((await shown(caseId, runId)).run).toMatchObject({ runId, isCurrent: false });
    await expect(shown(caseId, randomUUID())).rejects.toMatchObject({ code: 'deliberation.unknown' });
  });

  it('names who was absent', async () => {
    const caseId = await open();
    await held(caseId, ['radiology']);
    const { run, synthesis } = await shown(caseId);
    expect(run?.absent).toEqual([{ discipline: 'radiology', reason: 'failed' }]);
    expect(synthesis?.absent).toEqual(['radiology']);
  });
});

describe('a claim of a person', () => {
  it('enters the same ledger, and the synthesis', async () => {
    const caseId = await open();
    await held(caseId);
    const claimId = await claim(caseId);
    const view = await shown(caseId);
    const [made] = view.claims;
    expect(made).toMatchObject({ claimId, author: { name: 'Dr S' }, withdrawn: false, isEarlier: false });
    expect(view.ledger?.entries.find((entry) => entry.claim.id === made?.entry)).toMatchObject({
      author: { kind: 'person', account: 'account:7' },
      standing: 'admitted',
    });
    expect(JSON.stringify(view.synthesis)).toContain('His wife is ill');
  });

  it('is nothing of what was said before it, nor is a later fact', async () => {
    const caseId = await open();
    await held(caseId);
    const before = await shown(caseId);
    await claim(caseId);
    await writer.record(caseId, ecog('2024-02-01'));
    const made = (await store.read(caseStream(caseId))).find(({ type }) => type === 'ClaimMade');
    expect(await shownBefore(caseId, made?.recordedAt)).toEqual(before);
    expect((await shown(caseId)).claims).toHaveLength(1);
    await expect(shownBefore(caseId, '2020-01-01T00:00:00Z')).rejects.toMatchObject({ code: 'case.unknown' });
    await expect(shownBefore(caseId, 'yesterday')).rejects.toMatchObject({ code: 'horizon.invalid' });
  });

  it('is struck like any other when it cites what does not exist', async () => {
    const caseId = await open();
    await held(caseId);
    await claim(caseId, { facts: ['#99'], rule: 'P999' });
    const { ledger, claims } = await shown(caseId);
    expect(ledger?.entries.find((entry) => entry.claim.id === claims[0]?.entry)).toMatchObject({
      standing: 'struck',
      struck: ['unknown-fact', 'unknown-rule'],
    });
  });

  it('is out of the ledger when it is taken back, and remembered', async () => {
    const caseId = await open();
    await held(caseId);
    const before = await shown(caseId);
    const claimId = await claim(caseId);
    await writer.give(caseId, { type: 'WithdrawClaim', claimId, account: 'account:7' });
    const view = await shown(caseId);
    expect(view.ledger).toEqual(before.ledger);
    expect(view.claims).toMatchObject([{ claimId, withdrawn: true }]);
  });

  it('keeps its words out of everything but the log, where they are sealed', async () => {
    const caseId = await open();
    await held(caseId);
    await claim(caseId);
    const { rows } = await database.owner.query<{ data: string }>('select data::text as data from log.events where stream_id = $1', [
      caseStream(caseId),
    ]);
    expect(rows.map(({ data }) => data).join('')).not.toContain('wife');
  });
});

describe('a replay', () => {
  it('gives the same bytes, also after later facts and claims', async () => {
    const caseId = await open();
    const runId = await held(caseId, ['surgery-intervention']);
    await claim(caseId);
    await writer.record(caseId, ecog('2024-02-01', 3));
    expect(await replayed(caseId, runId)).toMatchObject({ outcome: 'same', differences: [] });
  });

  it('finds a word that is not what the agent says', async () => {
    const caseId = await open();
    const input = panelInput(recordOf(await stateOf(caseId)), knowledge.release, knowledge.policy);
    const runId = await held(caseId, [], (run) => {
      const opinions = run.opinions.map((opinion) =>
        opinion.discipline === 'radiology' ? { ...opinion, missing: [...opinion.missing, 'a second look'] } : opinion,
      );
      return conclude(input, opinions);
    });
    expect(await replayed(caseId, runId)).toMatchObject({ outcome: 'differs', differences: ['radiology'] });
  });

  it('holds after what people wrote was erased', async () => {
    const caseId = await open();
    const runId = await held(caseId);
    await claim(caseId);
    await writer.give(caseId, { type: 'EraseCase', because: 'person-asked', today: '2025-01-06' } as never);
    expect((await shown(caseId)).run).toMatchObject({ state: 'superseded', isCurrent: false });
    expect((await replayed(caseId, runId)).outcome).toBe('same');
  });
});

describe('all runs, held again', () => {
  it('are counted by how they come out, without a key, and each that differs is named', async () => {
    const faults: ReplayFault[] = [];
    const found = await replayPanel(database.pool, (fault) => void faults.push(fault));
    expect(found).toMatchObject({ differs: 1, failed: 0, 'other-inputs': 0, 'other-versions': 0 });
    expect(found.same).toBeGreaterThan(5);
    expect(faults.map(({ message }) => message)).toEqual(['differs in radiology']);
  });
});

describe('the counters', () => {
  it('count runs, absences, repeats, and how decisions stood to the synthesis', async () => {
    const before = await counted();
    const caseId = await open();
    await held(caseId, ['radiology']);
    await writer.record(caseId, ecog('2024-02-01'));
    await held(caseId);
    const state = await stateOf(caseId);
    const draft = draftDecision(state, assessmentOf(state, knowledge), '2025-01-06');
    await writer.give(caseId, {
      type: 'RecordDecision',
      decisionId: randomUUID(),
      content: written(draft.content, 'as proposed'),
      basisHash: draft.basisHash,
      quorum: { state: 'not-in-a-meeting', required: [], present: [], missing: [] },
      signature: { account: 'account:1', name: 'Dr C', roles: ['chair'], meaning: 'chair', method: 'password', at: '2025-01-06T09:00:00Z' },
    });
    expect(standingDecision(await stateOf(caseId))).not.toBeNull();
    const after = await counted();
    const of = (view: typeof after) => view.releases.find(({ release }) => release === knowledge.release.id);
    const radiology = (view: typeof after) => view.disciplines.find(({ discipline }) => discipline === 'radiology');
    expect((of(after)?.runs ?? 0) - (of(before)?.runs ?? 0)).toBe(2);
    expect((of(after)?.claims ?? 0) - (of(before)?.claims ?? 0)).toBeGreaterThan(5);
    expect((radiology(after)?.absent ?? 0) - (radiology(before)?.absent ?? 0)).toBe(1);
    const decisions = (view: typeof after) => Object.values(of(view)?.agreement ?? {}).reduce((sum, count) => sum + count, 0);
    expect(decisions(after) - decisions(before)).toBe(1);
    const repeats = (view: typeof after) => view.disciplines.reduce((sum, one) => sum + one.repeats, 0);
    expect(repeats(after)).toBeGreaterThan(repeats(before));
  });

  it('leave out the words', async () => {
    const { rows } = await database.owner.query<{ row: string }>('select to_json(r)::text as row from read_model.panel_run r');
    expect(rows.map(({ row }) => row).join('')).not.toMatch(/wife|text/);
  });
});
