import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { type AssessmentRevised, caseStream, type ImpactCandidate, knowledgeStream, verifyAssessments } from '@tumor-board/board';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import type { CommandContext } from '@tumor-board/kernel';
import { DEFAULT_POLICY, knowledgeRelease, type SitePolicy, sitePolicy } from '@tumor-board/knowledge';
import type { CaseHead, Fact } from '@tumor-board/oncology';
import { createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ActivateReleaseCommand,
  ChangePolicyCommand,
  KnowledgeInForce,
  OpenCaseCommand,
  ReassessCaseCommand,
  RecordFactsCommand,
  ReportImpactCommand,
  SignImpactCommand,
  WriteSideModule,
} from './index.js';

const old = knowledgeRelease('npc-2023.08');
const next = knowledgeRelease('npc-2026.11');
const today = '2026-12-01';
const digest = 'd'.repeat(64);
let database: TestDatabase;
let store: EventStore;
let apps: INestApplicationContext[];
/** Two processes of the service, as far as the log can tell. The second never looks by itself whether something else is in force. */
let here: CommandBus;
let there: CommandBus;

beforeAll(async () => {
  database = await createTestDatabase();
  store = createEventStore({ pool: database.pool });
  apps = await Promise.all(
    [1_000, Number.POSITIVE_INFINITY].map((maxAgeMs) =>
      NestFactory.createApplicationContext(WriteSideModule.forRoot({ eventStore: store, release: old, policy: DEFAULT_POLICY, maxAgeMs }), {
        logger: false,
      }),
    ),
  );
  for (const app of apps) await app.init();
  [here, there] = apps.map((app) => app.get(CommandBus)) as [CommandBus, CommandBus];
});
afterAll(async () => {
  for (const app of apps) await app.close();
  await store.close();
  await database.drop();
});

const context = (site: string, day = today): CommandContext => ({
  commandId: randomUUID(),
  metadata: { site, actor: 'dr-a' },
  receivedAt: `${day}T09:00:00Z`,
});
let cases = 0;
const newHead = (): CaseHead => ({
  format: 'tumor-board-case/1',
  reference: `K-${(cases += 1)}`,
  patient: { ageYears: 50, sex: 'female' },
});
const histology: Fact = { type: 'HistologyReported', on: '2024-01-08', histology: 'non-keratinising-undifferentiated', eber: 'positive' };
const ecog: Fact = { type: 'PerformanceStatusRecorded', on: '2024-01-09', ecog: 1 };
const revisionsOf = async (caseId: string) =>
  (await store.read(caseStream(caseId)))
    .filter(({ type }) => type === 'AssessmentRevised')
    .map(({ data }) => data as AssessmentRevised['data'])
    .map(({ cause, release, policy }) => [cause.kind, release, policy.oligometastaticMax]);

async function signedReport(site: string, candidate: ImpactCandidate, against = { release: old.id, policyVersion: 0 }): Promise<string> {
  const reportId = randomUUID();
  const { contentHash } = knowledgeRelease('release' in candidate ? candidate.release : against.release);
  const summary = { cases: 0, changed: 0, relist: 0 };
  await here.execute(new ReportImpactCommand({ reportId, candidate, contentHash, against, summary, digest }, context(site)));
  await here.execute(new SignImpactCommand({ reportId, digest, meaning: 'read and approved', signer: 'Dr A' }, context(site)));
  return reportId;
}
const activate = async (site: string, effectiveFrom?: string) =>
  await here.execute(new ActivateReleaseCommand(next.id, await signedReport(site, { release: next.id }), effectiveFrom, context(site)));

describe('the knowledge of a site', () => {
  it('is told in one stream, event by event', async () => {
    const activated = await activate('told');
    const events = await store.read(knowledgeStream('told'));
    expect(events.map(({ type }) => type)).toEqual(['ImpactReported', 'ImpactSigned', 'ReleaseActivated']);
    expect(activated).toMatchObject({ version: 3, position: events.at(-1)?.position, duplicate: false });
  });

  it('stays as it is when a change is refused', async () => {
    const refused = here.execute(new ActivateReleaseCommand(next.id, randomUUID(), undefined, context('refusing')));
    await expect(refused).rejects.toMatchObject({ code: 'knowledge.unsigned-impact' });
    const { assessment } = await here.execute(new OpenCaseCommand(newHead(), [histology], context('refusing')));
    expect(assessment.knowledge).toBe(old.id);
    expect(await store.read(knowledgeStream('refusing'))).toEqual([]);
  });

  it('is one site’s alone', async () => {
    await activate('mine');
    const mine = await here.execute(new OpenCaseCommand(newHead(), [histology], context('mine')));
    const yours = await here.execute(new OpenCaseCommand(newHead(), [histology], context('yours')));
    expect([mine.assessment.knowledge, yours.assessment.knowledge]).toEqual([next.id, old.id]);
  });
});

describe('an activated release', () => {
  it('is what new facts are assessed under, after a revision of its own with cause new-release', async () => {
    const { caseId } = await here.execute(new OpenCaseCommand(newHead(), [histology], context('facts')));
    await activate('facts');
    const recorded = await here.execute(new RecordFactsCommand(caseId, [ecog], context('facts')));
    expect(recorded.assessment.knowledge).toBe(next.id);
    expect(await revisionsOf(caseId)).toEqual([
      ['new-fact', old.id, 5],
      ['new-release', next.id, 5],
      ['new-fact', next.id, 5],
    ]);
    expect(verifyAssessments(await store.read(caseStream(caseId))).mismatches).toEqual([]);
  });

  it('is what a re-assessment brings a case to, once', async () => {
    const { caseId } = await here.execute(new OpenCaseCommand(newHead(), [histology], context('again')));
    await activate('again');
    const command = new ReassessCaseCommand(caseId, context('again'));
    const first = await here.execute(command);
    const second = await there.execute(command);
    const third = await there.execute(new ReassessCaseCommand(caseId, context('again')));
    expect(first.revisions).toMatchObject([{ cause: { kind: 'new-release', facts: [] }, release: next.id }]);
    expect(second).toEqual({ ...first, duplicate: true });
    expect(third).toMatchObject({ version: first.version, revisions: [], duplicate: true });
    expect(await revisionsOf(caseId)).toHaveLength(2);
  });

  it('is not taken back by a process that has not heard of it', async () => {
    const { caseId } = await there.execute(new OpenCaseCommand(newHead(), [histology], context('deaf')));
    await activate('deaf');
    await here.execute(new ReassessCaseCommand(caseId, context('deaf')));
    const recorded = await there.execute(new RecordFactsCommand(caseId, [ecog], context('deaf')));
    expect(recorded.assessment.knowledge).toBe(next.id);
    const opened = await there.execute(new OpenCaseCommand(newHead(), [histology], context('deaf')));
    expect(opened.assessment.knowledge).toBe(next.id);
  });

  it('comes into force on its day, not before', async () => {
    await activate('later', '2026-12-24');
    const before = await here.execute(new OpenCaseCommand(newHead(), [histology], context('later', '2026-12-23')));
    expect(before.assessment.knowledge).toBe(old.id);
    const { assessment } = await here.execute(new RecordFactsCommand(before.caseId, [ecog], context('later', '2026-12-24')));
    expect(assessment.knowledge).toBe(next.id);
  });

  it('can be read back from the log by any process', async () => {
    await activate('read');
    const [reading] = apps.map((app) => app.get(KnowledgeInForce)).toReversed() as [KnowledgeInForce];
    expect(await reading.readOn('read', today)).toMatchObject({
      release: { id: next.id },
      inForce: { releaseBy: { effectiveFrom: today } },
    });
    expect((await reading.readOn('read', '2026-11-30')).release.id).toBe(old.id);
  });
});

describe('a changed policy', () => {
  const stricter: SitePolicy = sitePolicy({ oligometastaticMax: 3 });

  it('is what cases are assessed under, with cause new-policy', async () => {
    const { caseId } = await here.execute(new OpenCaseCommand(newHead(), [histology], context('policy')));
    const reportId = await signedReport('policy', { policy: stricter });
    await here.execute(new ChangePolicyCommand(stricter, reportId, undefined, context('policy')));
    await here.execute(new ReassessCaseCommand(caseId, context('policy')));
    expect(await revisionsOf(caseId)).toEqual([
      ['new-fact', old.id, 5],
      ['new-policy', old.id, 3],
    ]);
  });

  it('makes a report on a release stale that was made before it', async () => {
    const onRelease = await signedReport('stale', { release: next.id });
    const onPolicy = await signedReport('stale', { policy: stricter });
    await here.execute(new ChangePolicyCommand(stricter, onPolicy, undefined, context('stale')));
    await expect(here.execute(new ActivateReleaseCommand(next.id, onRelease, undefined, context('stale')))).rejects.toMatchObject({
      code: 'knowledge.stale-impact',
    });
  });

  it('of which only one of two at the same moment comes into force', async () => {
    const looser = sitePolicy({ oligometastaticMax: 4 });
    const [one, two] = [await signedReport('race', { policy: stricter }), await signedReport('race', { policy: looser })];
    const outcomes = await Promise.allSettled([
      here.execute(new ChangePolicyCommand(stricter, one, undefined, context('race'))),
      there.execute(new ChangePolicyCommand(looser, two, undefined, context('race'))),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'knowledge.stale-impact' });
  });
});
