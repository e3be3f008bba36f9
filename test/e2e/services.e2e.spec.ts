import path from 'node:path';
import { createPool, type EmbeddedPostgres, migrate, startEmbeddedPostgres } from '@tumor-board/database';
import { subscriptionLags } from '@tumor-board/event-store';
import { READ_MODEL_NAMES } from '@tumor-board/read-side';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, caseFile, ecog, type Recorded } from './http.js';
import { attempt, command, dataFolder, eventually, type Service, startAlone, stopAll } from './processes.js';

let folder: Awaited<ReturnType<typeof dataFolder>>;
let server: EmbeddedPostgres;
let owner: Awaited<ReturnType<typeof createPool>>;
const environment = () => ({ DATABASE_URL: server.url, DATA_DIR: folder.path });

beforeAll(async () => {
  folder = await dataFolder();
  server = await startEmbeddedPostgres({ dataDir: path.join(folder.path, 'own'), settings: { fsync: 'off' } });
  await migrate(server.url);
  owner = await createPool({ url: server.url, applicationName: 'test', role: 'login', max: 2 });
});
afterAll(async () => {
  await stopAll();
  await owner.end();
  await server.stop();
  await folder.remove();
});

const holders = async () => Object.fromEntries((await subscriptionLags(owner)).map((lag) => [lag.subscription, lag.holders]));
const allHeldBy = (count: number) => (held: Record<string, number>) => READ_MODEL_NAMES.every((name) => held[name] === count);

describe('the services apart, over one database', () => {
  let api: Service;
  let first: Service;
  let second: Service;

  beforeAll(async () => {
    // All at once: each migrates, one does it.
    [api, first, second] = await Promise.all([
      startAlone('api', environment()),
      startAlone('projector', environment()),
      startAlone('projector', environment()),
    ]);
  });

  it('share the work of the projections', async () => {
    await ask(`${api.url}/api/cases`, caseFile(undefined, [ecog(1)]));
    expect(new Set(Object.values(await eventually(holders, allHeldBy(2))))).toEqual(new Set([2]));
  });

  it('let a writer read what another process projected', async () => {
    for (let index = 0; index < 20; index += 1) {
      const { body } = await ask<Recorded>(`${api.url}/api/cases`, caseFile(undefined, [ecog(index % 5)]));
      const read = await ask(`${api.url}/api/cases/${body.id}?atLeast=${body.position}`);
      expect([read.status, read.body]).toEqual([200, expect.objectContaining({ version: body.version })]);
    }
  });

  it('are healthy and measured each by itself', async () => {
    for (const { url } of [api, first, second]) expect((await ask(`${url}/health/ready`)).status).toBe(200);
    expect((await ask(`${api.url}/health/ready`)).body).toEqual({ status: 'ready', readModels: 'followed' });
    expect((await ask<string>(`${first.url}/metrics`)).body).toContain('tumor_board_projection_lag_events{projection="case-list"} 0');
    expect((await ask<string>(`${api.url}/metrics`)).body).toMatch(/tumor_board_append_batch_size_count [1-9]/);
    expect((await ask(`${second.url}/elsewhere`)).status).toBe(404);
  });

  it('go on when a projector is killed', async () => {
    expect((await second.stop('SIGKILL')).signal).toBe('SIGKILL');
    await eventually(holders, allHeldBy(1));
    const { body } = await ask<Recorded>(`${api.url}/api/cases`, caseFile(undefined, [ecog(2)]));
    expect((await ask(`${api.url}/api/cases/${body.id}?atLeast=${body.position}`)).status).toBe(200);
  });

  it('say that the read models are behind when nobody projects, and still record', async () => {
    expect((await first.stop()).status).toBe(0);
    const { status, body } = await ask<Recorded>(`${api.url}/api/cases`, caseFile(undefined, [ecog(2)]));
    expect(status).toBe(201);
    const impatient = await startAlone('api', { ...environment(), PROJECTION_WAIT_MS: '50' });
    const read = await ask(`${impatient.url}/api/cases/${body.id}?atLeast=${body.position}`);
    expect((await ask(`${api.url}/health/ready`)).body).toEqual({ status: 'ready', readModels: 'not-followed' });
    expect([read.status, read.headers.get('retry-after'), read.body]).toEqual([
      503,
      '1',
      expect.objectContaining({ code: 'projection.behind' }),
    ]);
  });

  it('log in lines of JSON, without what was recorded', () => {
    const lines = api.stderr().trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ service: 'api', level: expect.any(String) });
    expect(api.stderr()).not.toContain('E2E-');
  });

  it('end with 0 when they are told to', async () => {
    expect((await api.stop()).status).toBe(0);
  });
});

describe('a service without a database', () => {
  it.each(['api', 'projector'] as const)('%s says in one line what it needs', async (name) => {
    const { status, stderr } = await attempt(name, [], {});
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^DATABASE_URL: expected [^\n]+; it is not set\n$/)]);
  });
});

describe('a log that somebody changed', () => {
  it('is named by verify: the stream and the version', async () => {
    const imported = await command(['import', 'apps/cli/examples/V04.case.json'], environment());
    const [, id = ''] = /case ([0-9a-f-]{36}) at version/.exec(imported.stdout) ?? [];
    const before = await command(['verify'], environment());
    expect([before.status, before.stderr]).toEqual([0, '']);

    const client = await owner.connect();
    await client.query('set session_replication_role = replica');
    const stream = `case-${id}`;
    const { rowCount } = await client.query(
      `update log.events set data = replace(data::text, '"on"', '"On"')::json where stream_id = $1 and stream_version = 2`,
      [stream],
    );
    client.release(true);
    expect(rowCount).toBe(1);

    const { status, stderr, stdout } = await command(['verify'], environment());
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(`^${stream}: version 2: [^\\n]+\\n$`));
    expect(stdout).toMatch(/1 broken streams, [^\n]*0 assessments that differ\n$/);
  });
});
