import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createPool, type EmbeddedPostgres, migrate, startEmbeddedPostgres } from '@tumor-board/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, caseFile, choosePassword, ecog } from './http.js';
import { command, dataFolder, eventually, type Service, startAlone, stopAll } from './processes.js';
import { sideBySide } from './side-by-side.js';

const CASES = 700;
const [old, next] = ['npc-2023.08', 'npc-2026.11'] as const;
let folder: Awaited<ReturnType<typeof dataFolder>>;
let server: EmbeddedPostgres;
let owner: Awaited<ReturnType<typeof createPool>>;
let api: Service;
const environment = () => ({ DATABASE_URL: server.url, DATA_DIR: folder.path });

beforeAll(async () => {
  folder = await dataFolder();
  server = await startEmbeddedPostgres({ dataDir: path.join(folder.path, 'own'), settings: { fsync: 'off' } });
  await migrate(server.url);
  owner = await createPool({ url: server.url, applicationName: 'test', role: 'login', max: 2 });
  api = await startAlone('api', environment());
  const references = Array.from({ length: CASES }, (_, index) => `R-${index}`);
  await sideBySide(references, async (reference) => {
    await ask(`${api.url}/api/case-files`, caseFile(reference, [ecog(1)]));
  });
});
afterAll(async () => {
  await stopAll();
  await owner.end();
  await server.stop();
  await folder.remove();
});

interface Reassessment {
  readonly activation: string;
  readonly state: string;
  readonly done: number;
  readonly total: number | null;
}
const newest = async (): Promise<Reassessment | undefined> =>
  (await ask<{ reassessments: Reassessment[] }>(`${api.url}/api/reassessments`)).body.reassessments[0];
const inForce = async () =>
  (await ask<{ releases: { id: string; inForce: boolean }[] }>(`${api.url}/api/releases`)).body.releases.find((one) => one.inForce)?.id;

/** How many cases were brought to a release or a policy how often. */
async function revisions(kind: string): Promise<Record<string, number>> {
  const { rows } = await owner.query<{ times: number; cases: number }>(
    `select times, count(*)::integer as cases from (
       select count(*) filter (where type = 'AssessmentRevised' and data->'cause'->>'kind' = $1)::integer as times
       from log.events where stream_id like 'case-%' group by stream_id) s group by times`,
    [kind],
  );
  return Object.fromEntries(rows.map(({ times, cases }) => [times, cases]));
}

describe('a release that comes into force while panels are killed', () => {
  it('reaches every open case exactly once', async () => {
    const impact = await ask<{ reportId: string; report: { digest: string; casesRead: number } }>(
      `${api.url}/api/releases/${next}/impact`,
      {},
    );
    const { reportId, report } = impact.body;
    expect(report.casesRead).toBe(CASES);
    const refused = await ask(`${api.url}/api/releases/${next}/activation`, { reportId });
    expect([refused.status, refused.body['code'], await inForce()]).toEqual([409, 'knowledge.unsigned-impact', old]);
    const added = await command(['account', 'add', 'editor', '--role', 'knowledge-editor'], environment());
    const { password, cookie } = await choosePassword(api.url, 'editor', /one-time password (\S+)/.exec(added.stdout)?.[1] ?? '');
    const signature = { digest: report.digest, meaning: 'read', password };
    expect((await ask(`${api.url}/api/impacts/${reportId}/signature`, signature, { cookie })).status).toBe(200);

    const doomed = [await startAlone('panel', environment()), await startAlone('panel', environment())];
    expect((await ask(`${api.url}/api/releases/${next}/activation`, { reportId })).status).toBe(200);
    expect(await inForce()).toBe(next);
    await eventually(newest, (found) => (found?.done ?? 0) > 0);
    await Promise.all(doomed.map((panel) => panel.stop('SIGKILL')));

    const panel = await startAlone('panel', environment());
    expect((await ask(`${panel.url}/health/ready`)).status).toBe(200);
    expect((await ask<string>(`${panel.url}/metrics`)).body).toMatch(/tumor_board_jobs\{state="waiting"\} \d/);
    await eventually(newest, (found) => found?.state === 'done', 120);
    expect(await newest()).toMatchObject({ activation: reportId, done: CASES, total: CASES });
    expect(await revisions('new-release')).toEqual({ 1: CASES });
    expect((await panel.stop()).status).toBe(0);
  });
});

describe('the command reassess', () => {
  it('tells what a change would do, and changes nothing', async () => {
    const dry = await command(['reassess', '--release', old, '--dry-run', '--json'], environment());
    expect(dry.status, dry.stderr).toBe(0);
    expect(JSON.parse(dry.stdout)).toMatchObject({ format: 'tumor-board-impact/1', casesRead: CASES, candidate: { release: old } });
    const text = await command(['reassess', '--release', old, '--dry-run', '--summary'], environment());
    expect(text.stdout).toMatch(new RegExp(`^${next} → ${old}; policy as it is\n${CASES} cases assessed both ways`));
    expect(await inForce()).toBe(next);
  });

  it('refuses without a signature, and names what is wrong with a policy', async () => {
    const unsigned = await command(['reassess', '--release', old, '--summary'], environment());
    expect([unsigned.status, unsigned.stderr]).toEqual([1, expect.stringContaining('--sign "NAME"')]);
    const file = path.join(folder.path, 'policy.json');
    await writeFile(file, JSON.stringify({ oligometastaticMax: 7 }));
    const invalid = await command(['reassess', '--policy', file, '--sign', 'Dr A'], environment());
    expect([invalid.status, invalid.stderr]).toEqual([1, expect.stringContaining('oligometastaticMax: expected 3, 4 or 5')]);
    expect(await inForce()).toBe(next);
  });

  it('signs, brings into force and does the jobs itself when nobody else does', async () => {
    const file = path.join(folder.path, 'policy.json');
    await writeFile(file, JSON.stringify({ oligometastaticMax: 3 }));
    const changed = await command(['reassess', '--policy', file, '--summary', '--sign', 'Dr A. Meier'], environment());
    expect(changed.status, changed.stderr).toBe(0);
    expect(changed.stdout).toContain('The policy is in force, signed by Dr A. Meier.');
    expect(changed.stdout).toContain(`${CASES} cases assessed under it`);
    expect(await revisions('new-policy')).toEqual({ 1: CASES });
    const again = await command(['reassess', '--policy', file, '--summary', '--sign', 'Dr A. Meier'], environment());
    expect([again.status, again.stderr]).toEqual([0, expect.stringContaining('in force already; nothing was changed')]);
    expect((await ask(`${api.url}/api/policy`)).body).toMatchObject({ version: 1, policy: { oligometastaticMax: 3 } });
  });

  it('leaves a log that verifies, and releases tells what is in force', async () => {
    expect((await command(['verify'], environment())).status).toBe(0);
    const listed = await command(['releases'], environment());
    expect(listed.stdout).toMatch(
      new RegExp(`^${old} {2}from 2023-08-24 {2}[0-9a-f]{64}\n.*\n${next} {2}from 2026-11-01 {2}[0-9a-f]{64} {2}in force since`),
    );
  });
});
