import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import { isIntactImpactReport, knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { createLogger, createMetrics } from '@tumor-board/observability';
import { ReassessmentProgress, reassessmentsView } from '@tumor-board/read-side';
import { createTestDatabase, type SignedInPerson, signedIn, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { z } from 'zod';
import { createApi } from '../api.js';
import { recordedAnswer } from '../cases/case-answers.js';
import { problemDocument } from '../http/problem-document.js';
import {
  changeAnswer,
  impactAnswer,
  policyAnswer,
  releaseAnswer,
  releaseDiffAnswer,
  releaseListAnswer,
  signatureAnswer,
} from './knowledge-answers.js';

const [old, next] = ['npc-2023.08', 'npc-2026.11'] as const;
const opened: { database: TestDatabase; eventStore: EventStore }[] = [];
let database: TestDatabase;
let app: NestFastifyApplication;
let person: SignedInPerson;

// A site of its own for each test: what is in force is the state of the whole site.
beforeEach(async () => {
  database = opened[0]?.database ?? (await createTestDatabase());
  const eventStore = opened[0]?.eventStore ?? createEventStore({ pool: database.pool });
  if (opened.length === 0) opened.push({ database, eventStore });
  const site = `s${randomUUID()}`;
  person = await signedIn(database.pool, { site, name: 'Dr A' });
  const service = await createApi({
    pool: database.pool,
    eventStore,
    knowledge: { release: knowledgeRelease(), policy: sitePolicy() },
    settings: { HOST: '127.0.0.1', PORT: 0, SITE: site, PROJECTION_WAIT_MS: 10_000 },
    logger: createLogger({ service: 'api', level: 'fatal', to: { write: () => undefined } }),
    metrics: createMetrics(),
  });
  app = service;
  onTestFinished(() => service.close());
});
afterAll(async () => {
  for (const one of opened) {
    await one.eventStore.close();
    await one.database.drop();
  }
});

const call = (method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown) =>
  app.inject({
    method,
    url,
    headers: { host: 'localhost:3000', ...person.headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
async function answered<Schema extends z.ZodType>(schema: Schema, ...request: Parameters<typeof call>): Promise<z.infer<Schema>> {
  const response = await call(...request);
  expect(response.statusCode, response.body).toBe(200);
  return schema.parse(response.json());
}
async function refused(status: number, code: string, ...request: Parameters<typeof call>) {
  const response = await call(...request);
  const problem = problemDocument.parse(response.json());
  expect({ status: response.statusCode, code: problem.code }).toEqual({ status, code });
  return problem;
}

const lesions = (count: number) => ({
  type: 'MetastasesCharted',
  on: '2025-01-06',
  lesions: [{ id: 'L1', organ: 'bone', sizeMm: 16, count, countIsExact: true, certainty: 'definite' }],
  organsImaged: { liver: true, lung: true, bone: true, distantNode: true, other: true },
});
const openCase = async (facts: unknown[] = [lesions(4)]) => {
  const file = { format: 'tumor-board-case/1', reference: `K-${randomUUID()}`, patient: { ageYears: 50, sex: 'female' }, facts };
  return recordedAnswer.parse((await call('POST', '/api/cases', file)).json());
};
const releaseInForce = async () =>
  (await answered(releaseListAnswer, 'GET', '/api/releases')).releases.filter(({ inForce }) => inForce).map(({ id }) => id);
const signed = async ({ reportId, report }: z.infer<typeof impactAnswer>) => {
  const signature = { digest: report.digest, meaning: 'read and approved', password: person.password };
  await answered(signatureAnswer, 'POST', `/api/impacts/${reportId}/signature`, signature);
  return reportId;
};
const releaseReport = () => answered(impactAnswer, 'POST', `/api/releases/${next}/impact`);
const policyReport = (policy: object) => answered(impactAnswer, 'POST', '/api/policy/impact', { policy });

describe('the knowledge releases', () => {
  it('are listed, with the one in force', async () => {
    const { releases } = await answered(releaseListAnswer, 'GET', '/api/releases');
    expect(releases.map(({ id, inForce, inForceSince }) => [id, inForce, inForceSince])).toEqual([
      [old, true, null],
      [next, false, null],
    ]);
  });

  it('are shown with the rows of their pathway and the hash of their content', async () => {
    const release = await answered(releaseAnswer, 'GET', `/api/releases/${next}`);
    expect(release).toMatchObject({ contentHash: knowledgeRelease(next).contentHash, defaultEdition: 'TNM-9' });
    expect(release.pathway.map(({ id }) => id)).toEqual(knowledgeRelease(next).pathway.map(({ id }) => id));
    expect(release.pathway[0]?.when.length).toBeGreaterThan(0);
    await refused(400, 'knowledge.unknown-release', 'GET', '/api/releases/npc-1999.01');
  });

  it('are compared with the one in force, or with any other', async () => {
    const diff = await answered(releaseDiffAnswer, 'GET', `/api/releases/${next}/diff`);
    expect(diff).toMatchObject({
      from: { id: old },
      to: { id: next },
      fields: expect.arrayContaining([expect.objectContaining({ field: 'defaultEdition' })]) as unknown,
    });
    const same = await answered(releaseDiffAnswer, 'GET', `/api/releases/${next}/diff?from=${next}`);
    expect(same).toMatchObject({ fields: [], lists: {}, computedOtherwise: [] });
    await refused(400, 'knowledge.unknown-release', 'GET', `/api/releases/${next}/diff?from=nothing`);
  });
});

describe('a release', () => {
  it('comes into force once its impact was reported and signed, and is what cases are assessed under', async () => {
    await openCase();
    const answer = await releaseReport();
    expect(answer.report).toMatchObject({ casesRead: 1, current: { release: old }, candidate: { release: next } });
    expect(isIntactImpactReport(answer.report as Parameters<typeof isIntactImpactReport>[0])).toBe(true);
    expect(await releaseInForce()).toEqual([old]);
    const reportId = await signed(answer);
    const change = await answered(changeAnswer, 'POST', `/api/releases/${next}/activation`, { reportId });
    expect(change).toMatchObject({ activation: reportId, changed: true, effectiveFrom: new Date().toISOString().slice(0, 10) });
    expect(await releaseInForce()).toEqual([next]);
    expect((await openCase()).assessment.knowledge).toBe(next);
  });

  it('does not without a signature, on a stale report, or when it is unknown; and the current one stays', async () => {
    const unsigned = await releaseReport();
    await refused(409, 'knowledge.unsigned-impact', 'POST', `/api/releases/${next}/activation`, { reportId: unsigned.reportId });
    const stale = await signed(await releaseReport());
    const policy = { oligometastaticMax: 3 };
    const change = { policy, reportId: await signed(await policyReport(policy)) };
    await answered(changeAnswer, 'PUT', '/api/policy', change);
    await refused(409, 'knowledge.stale-impact', 'POST', `/api/releases/${next}/activation`, { reportId: stale });
    await refused(400, 'knowledge.unknown-release', 'POST', '/api/releases/npc-1999.01/activation', { reportId: stale });
    await refused(400, 'knowledge.unknown-release', 'POST', '/api/releases/npc-1999.01/impact');
    expect(await releaseInForce()).toEqual([old]);
  });

  it('comes into force on a later day when one is named', async () => {
    const reportId = await signed(await releaseReport());
    await refused(400, 'knowledge.effective-from-invalid', 'POST', `/api/releases/${next}/activation`, {
      reportId,
      effectiveFrom: '2026-11-01',
    });
    const effectiveFrom = '2999-12-31';
    await answered(changeAnswer, 'POST', `/api/releases/${next}/activation`, { reportId, effectiveFrom });
    const { releases } = await answered(releaseListAnswer, 'GET', '/api/releases');
    expect(releases.map(({ id, inForce, scheduledFor }) => [id, inForce, scheduledFor])).toEqual([
      [old, true, null],
      [next, false, effectiveFrom],
    ]);
    const { report } = await answered(impactAnswer, 'POST', `/api/policy/impact?effectiveFrom=${effectiveFrom}`, { policy: {} });
    expect(report.current.release).toBe(next);
  });
});

describe('a signature', () => {
  it('is given to what was read, by name', async () => {
    const { reportId, report } = await releaseReport();
    const url = `/api/impacts/${reportId}/signature`;
    const signature = { digest: report.digest, meaning: 'read', password: person.password };
    await refused(403, 'access.reauthentication-refused', 'POST', url, { ...signature, password: 'not this one' });
    await refused(409, 'knowledge.impact-mismatch', 'POST', url, { ...signature, digest: '0'.repeat(64) });
    await refused(400, 'request.invalid', 'POST', url, { ...signature, signer: 'Dr B' });
    await refused(400, 'knowledge.signature-invalid', 'POST', url, { ...signature, meaning: ' ' });
    await refused(400, 'request.invalid', 'POST', url, { digest: report.digest });
    await refused(404, 'knowledge.unknown-impact', 'POST', `/api/impacts/${randomUUID()}/signature`, signature);
    expect(await answered(signatureAnswer, 'POST', url, signature)).toEqual({
      reportId,
      signatures: [{ meaning: 'read', signer: 'Dr A' }],
    });
    expect((await answered(policyAnswer, 'GET', '/api/policy')).reports).toMatchObject([{ reportId, signatures: [{ signer: 'Dr A' }] }]);
  });
});

describe('the policy of the site', () => {
  it('changes in the same way', async () => {
    await openCase();
    expect(await answered(policyAnswer, 'GET', '/api/policy')).toMatchObject({
      version: 0,
      since: null,
      policy: sitePolicy(),
      scheduled: [],
    });
    const policy = {
      oligometastaticMax: 3,
      cisplatinCrClMin: 60,
      quorum: { any: ['radiation-oncology', 'medical-oncology'] },
      timeTargets: { listingDays: 5, outcomeLetterWorkingDays: 1 },
    };
    const answer = await policyReport(policy);
    expect(answer.report).toMatchObject({ casesRead: 1, casesChanged: 1, candidate: { release: old, policy: { oligometastaticMax: 3 } } });
    await refused(409, 'knowledge.unsigned-impact', 'PUT', '/api/policy', { policy, reportId: answer.reportId });
    const reportId = await signed(answer);
    await refused(409, 'knowledge.unsigned-impact', 'PUT', '/api/policy', { policy: { oligometastaticMax: 4 }, reportId });
    expect(await answered(changeAnswer, 'PUT', '/api/policy', { policy, reportId })).toMatchObject({ activation: reportId, changed: true });
    const now = await answered(policyAnswer, 'GET', '/api/policy');
    expect(now).toMatchObject({ version: 1, policy: { ...sitePolicy(), ...policy }, reports: [] });
    expect((await openCase()).assessment.policy).toEqual(now.policy);
    expect(await answered(changeAnswer, 'PUT', '/api/policy', { policy, reportId })).toMatchObject({ changed: false });
  });

  it.each([
    [{ oligometastaticMax: 6 }, 'oligometastaticMax'],
    [{ oligometastaticMaximum: 3 }, 'oligometastaticMaximum'],
    [{ cisplatinCrClMin: 'sixty' }, 'cisplatinCrClMin'],
  ])('is refused with the field that is wrong: %o', async (policy, field) => {
    const problem = await refused(400, 'policy.invalid', 'POST', '/api/policy/impact', { policy });
    expect(problem.faults.map(({ path }) => path)).toEqual([field]);
  });
});

describe('the re-assessments', () => {
  it('tell how far the cases have come', async () => {
    expect(await answered(reassessmentsView, 'GET', '/api/reassessments')).toEqual({ reassessments: [] });
    await openCase();
    const reportId = await signed(await releaseReport());
    await answered(changeAnswer, 'POST', `/api/releases/${next}/activation`, { reportId });
    const { rows } = await database.pool.query<{ site: string }>(
      `select metadata->>'site' as site from log.events order by recorded_at desc limit 1`,
    );
    const progress = new ReassessmentProgress(database.pool);
    const noted = { activation: reportId, site: rows[0]?.site ?? '', change: 'release', to: next, effectiveFrom: '2026-11-23' } as const;
    await progress.note([{ ...noted, activatedAt: '2026-11-23T10:00:00Z' }]);
    await progress.begin(reportId, 1);
    const told = await answered(reassessmentsView, 'GET', '/api/reassessments');
    expect(told.reassessments).toMatchObject([{ activation: reportId, change: 'release', to: next, state: 'running', done: 0, total: 1 }]);
  });
});
