import { randomUUID } from 'node:crypto';
import {
  assessmentOf,
  type BoardCommand,
  type CaseCommand,
  type CaseEvent,
  caseStream,
  type DecisionContent,
  decideCase,
  draftDecision,
  evolveCase,
  noCase,
  type OpenCaseState,
  type Signature,
} from '@tumor-board/board';
import { createEventStore, type EventStore, headPositions, waitForPosition } from '@tumor-board/event-store';
import { fold } from '@tumor-board/kernel';
import { createTestDatabase, type TestDatabase, written } from '@tumor-board/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CaseWriter, ebvDna, ecog, histology, knowledge, staging } from '../test/case-writer.js';
import { caseReadModel, caseReadModels } from './case-read-models.js';
import { rebuildReadModel } from './projection/rebuild.js';
import { type RunningProjections, startProjections } from './projection/start-projections.js';
import { QueueHandler, QueueQuery } from './queue/query.js';
import { ReadModels } from './read-models.js';

const NAMES = ['board-queue', 'decision-list', 'action-list', 'expectation-list'] as const;
const D = ['2026-03-02', '2026-03-09', '2026-04-20', '2026-05-04'] as const;

let database: TestDatabase;
let store: EventStore;
let projections: RunningProjections;
let writer: CaseWriter;
beforeEach(async () => {
  database = await createTestDatabase();
  store = createEventStore({ pool: database.pool });
  writer = new CaseWriter(store);
  projections = startProjections({ pool: database.pool, readModels: caseReadModels({ eventStore: store, knowledge }) });
});
afterEach(async () => {
  await projections.stop();
  await store.close();
  await database.drop();
});

async function caughtUp(): Promise<void> {
  for (const position of (await headPositions(database.pool)).values()) {
    for (const name of NAMES) await waitForPosition(database.pool, name, position, 60_000);
  }
}
const stateOf = async (caseId: string): Promise<OpenCaseState> => {
  const events = (await store.read(caseStream(caseId))) as readonly unknown[] as readonly CaseEvent[];
  const state = fold({ evolve: evolveCase }, noCase(), events);
  if (state.status === 'none') throw new Error('there is no such case');
  return state;
};
/** Gives a command on a day and lets the projections take it, so that every step is a batch of its own. */
async function give(caseId: string, day: string, command: CaseCommand | BoardCommand): Promise<void> {
  const state = await stateOf(caseId);
  const { events } = decideCase(state, command as CaseCommand, knowledge, { today: day });
  if (events.length > 0) await writer.append(caseStream(caseId), state.version, events);
  await caughtUp();
}
const signature: Signature = {
  account: 'account:c',
  name: 'Dr C',
  roles: ['chair'],
  meaning: 'chair',
  method: 'password',
  at: '2026-03-02T09:00:00Z',
};
async function decide(caseId: string, day: string, changes: Partial<DecisionContent> = {}): Promise<string> {
  const state = await stateOf(caseId);
  const { content, basisHash } = draftDecision(state, assessmentOf(state, knowledge), day);
  const decisionId = randomUUID();
  await give(caseId, day, {
    type: 'RecordDecision',
    decisionId,
    content: { ...written(content), ...changes },
    basisHash,
    quorum: { state: 'not-in-a-meeting', required: [], present: [], missing: [] },
    signature,
  });
  return decisionId;
}
const rows = async (table: string, caseId: string) =>
  (
    await database.pool.query<{ row: Record<string, unknown> }>(
      `select to_json(t) as row from read_model.${table} t where case_id = $1 order by t.version, t::text`,
      [caseId],
    )
  ).rows.map(({ row }) => row);
const queueRow = async (caseId: string) => (await rows('board_queue', caseId))[0] ?? {};

describe('the lists of the board', () => {
  it('follow a case from its referral to a superseded decision, and a rebuild tells the same', async () => {
    const { caseId } = await writer.open('Q-1', [histology, staging]);
    await caughtUp();
    expect(await queueRow(caseId)).toMatchObject({
      in_queue: true,
      reason: 'incomplete-baseline',
      readiness: 'not-ready',
      decision_state: 'none',
      is_first_presentation: true,
    });

    const referralId = randomUUID();
    await give(caseId, D[0], {
      type: 'ReferCase',
      referralId,
      question: 'Is ablation possible?',
      urgency: 'urgent',
      disciplines: ['surgery'],
    });
    const waiting = await queueRow(caseId);
    expect(waiting).toMatchObject({ has_question: true, urgency: 'urgent', referral_disciplines: ['surgery'] });
    expect(JSON.stringify(waiting)).not.toContain('ablation');

    const { missing } = waiting as { missing: { item: string; owner: string; blocking: boolean }[] };
    for (const { item, owner } of missing.filter(({ blocking }) => blocking))
      await give(caseId, D[0], { type: 'RequestItem', item, owner: { discipline: owner as 'radiology' }, dueOn: D[1] });
    expect(await queueRow(caseId)).toMatchObject({ readiness: 'awaiting-result', awaiting_until: D[1] });

    await give(caseId, D[0], { type: 'DeferCase', reason: 'result-awaited', until: D[1] });
    expect(await queueRow(caseId)).toMatchObject({ deferred: true, deferred_until: D[1], deferrals: 1 });
    const [meetingId, itemId] = [randomUUID(), randomUUID()];
    await give(caseId, D[1], { type: 'ScheduleCase', meetingId, itemId, meetingOn: D[1], mode: 'discussion' });
    expect(await queueRow(caseId)).toMatchObject({ deferred: false, readiness: 'listed', meeting_id: meetingId, item_id: itemId });

    const actions = [1, 2].map((n) => ({
      actionId: `a${n}`,
      what: 'Secret words',
      owner: { discipline: 'radiology' as const },
      dueOn: D[2],
    }));
    const expectations = [{ expectationId: 'e', result: 'ebv-dna' as const, dueOn: D[2] }];
    const first = await decide(caseId, D[1], { actions, expectations, reviewOn: D[3] });
    expect(await queueRow(caseId)).toMatchObject({
      in_queue: false,
      reason: null,
      meeting_id: null,
      decision_state: 'current',
      is_first_presentation: false,
      decision_id: first,
    });
    await give(caseId, D[1], { type: 'ReportAction', decisionId: first, actionId: 'a1', state: 'done' });
    await give(caseId, D[2], { type: 'CheckExpectations', today: '2026-04-21' });
    expect(await rows('expectation', caseId)).toMatchObject([
      { result: 'review', state: 'open', check_on: D[3] },
      { result: 'ebv-dna', state: 'overdue', check_on: '2026-04-21' },
    ]);
    expect(await queueRow(caseId)).toMatchObject({ in_queue: true, reason: 'response-due', trigger: 'overdue-ebv-dna' });

    await give(caseId, D[3], { type: 'RecordFacts', facts: [{ ...ebvDna('2026-04-30', 500) }] });
    const second = await decide(caseId, D[3], { plan: 'Another plan' });
    const decisions = await rows('decision', caseId);
    expect(decisions.find((row) => row['decision_id'] === first)).toMatchObject({ state: 'superseded', superseded_by: second, actions: 2 });
    expect(decisions.find((row) => row['decision_id'] === second)).toMatchObject({ state: 'standing', supersedes: first });
    const states = (table: string) =>
      rows(table, caseId).then((found) => found.filter((row) => row['decision_id'] === first).map((row) => String(row['state'])));
    expect((await states('action')).toSorted()).toEqual(['done', 'superseded']);
    expect((await states('expectation')).toSorted()).toEqual(['dropped', 'met']);
    for (const table of ['decision', 'action', 'expectation']) expect(JSON.stringify(await rows(table, caseId))).not.toContain('Secret');

    for (const name of NAMES) {
      const { differences } = await rebuildReadModel(caseReadModel(name, { eventStore: store, knowledge }), { pool: database.owner });
      expect({ name, ...differences }).toMatchObject({ onlyLive: 0, onlyRebuilt: 0, different: 0, atOtherVersion: 0 });
    }
  });

  it('put a case back with what has changed, for whoever else looks', async () => {
    const { caseId } = await writer.open('Q-2', [histology, staging, ecog('2024-01-08')]);
    await caughtUp();
    const decisionId = await decide(caseId, D[0], {
      step: 'supportive-care',
      override: { reason: 'local-practice', comment: 'for the test' },
    });
    expect((await queueRow(caseId))['in_queue']).toBe(false);
    const correction = { type: 'FactRetracted', on: D[1], retracts: '#2', reason: 'another patient' } as const;
    await give(caseId, D[1], { type: 'RecordFacts', facts: [correction] });

    const readModels = new ReadModels({ pool: database.pool, eventStore: store, knowledge });
    const { cases } = await new QueueHandler(readModels).execute(new QueueQuery({ site: 'default', today: D[1] }));
    const entry = cases.find((found) => found.caseId === caseId);
    expect(entry).toMatchObject({
      reason: 'correction',
      trigger: { kind: 'corrected-input', facts: expect.arrayContaining(['#4']) as unknown },
      decision: { decisionId, state: 'needs-review', review: { trigger: 'corrected-input' } },
    });
    expect(entry?.trigger.changed.map(({ part }) => part)).toContain('stage');
  });
});
