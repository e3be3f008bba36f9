import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, readFile, rm, stat } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, caseFile, ecog, factsOf, type Recorded } from './http.js';
import { attempt, command, dataFolder, eventually, launch, type Service, startService, stopAll } from './processes.js';

let folder: Awaited<ReturnType<typeof dataFolder>>;
let service: Service;
const environment = () => ({ DATA_DIR: folder.path });

beforeAll(async () => {
  folder = await dataFolder();
  service = await startService(environment());
});
afterAll(async () => {
  await stopAll();
  await folder.remove();
});

const open = async (facts: unknown[] = []) => (await ask<Recorded>(`${service.url}/api/cases`, caseFile(undefined, facts))).body;

/** What the examples show of the board, as it should be when they were loaded once. */
const AT_WORK = {
  meetings: ['closed: V13 V15 V22', 'planned: V15 V17 V22 V04 V03 V07', 'planned: '],
  series: 1,
  decisions: ['V13 standing', 'V15 needs-review', 'V22 needs-review'],
  actionsDone: ['V13', 'V15', 'V22'],
  head: ['V15 progression', 'V17 progression', 'V22 rebound'],
};

async function boardAtWork(url: string): Promise<typeof AT_WORK> {
  const read = async <Body>(address: string): Promise<Body> => (await ask<Body>(`${url}/api/${address}`)).body;
  type Named = { readonly reference: string };
  const { meetings } = await read<{ meetings: { meetingId: string; status: string; on: string }[] }>('meetings');
  const agendas = meetings
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
    .map(async ({ meetingId, status }) => {
      const { agenda } = await read<{ agenda: Named[] }>(`meetings/${meetingId}`);
      return `${status}: ${agenda.map(({ reference }) => reference).join(' ')}`;
    });
  const { series } = await read<{ series: unknown[] }>('meeting-series');
  const { decisions } = await read<{ decisions: (Named & { state: string })[] }>('decisions');
  const { actions } = await read<{ actions: (Named & { state: string })[] }>('actions');
  const { cases } = await read<{ cases: (Named & { reason: string })[] }>('queue?limit=3');
  return {
    meetings: await Promise.all(agendas),
    series: series.length,
    decisions: decisions.map(({ reference, state }) => `${reference} ${state}`).toSorted(),
    actionsDone: actions
      .filter(({ state }) => state === 'done')
      .map(({ reference }) => reference)
      .toSorted(),
    head: cases.map(({ reference, reason }) => `${reference} ${reason}`),
  };
}

describe('a service that was started on an empty folder', () => {
  it('says where it is, and nothing else that a program would have to skip', () => {
    expect(service.stdout()).toMatch(/^Tumor board runs at http:\/\/127\.0\.0\.1:\d+\n/);
    expect(service.stderr()).toBe('');
  });

  it('tells once how to sign in, as the administrator and as those who come with the examples', async () => {
    const [, oneTime = ''] = /as admin with the one-time password (\S+) /.exec(service.stdout()) ?? [];
    const [, password = ''] = /all have the password (\S+), kept in/.exec(service.stdout()) ?? [];
    const file = path.join(folder.path, 'demo-accounts.txt');
    expect(await readFile(file, 'utf8')).toContain(password);
    for (const secret of [file, path.join(folder.path, 'service.json')]) expect((await stat(secret)).mode & 0o777).toBe(0o600);
    const admin = await ask(`${service.url}/api/session`, { login: 'admin', password: oneTime });
    expect(admin.body).toMatchObject({ roles: ['administrator'], mustChangePassword: true });
    const radiologist = await ask(`${service.url}/api/session`, { login: 'radiologist', password });
    expect(radiologist.body).toMatchObject({ roles: ['clinician'], disciplines: ['radiology'], mustChangePassword: false });
    const cookie = radiologist.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await ask(`${service.url}/api/cases`, undefined, { cookie })).status).toBe(200);
    expect((await fetch(`${service.url}/api/cases`)).status).toBe(401);
  });

  it('has its accounts managed at the terminal', async () => {
    const added = await command(['account', 'add', 'b.lab', '--name', 'Dr B', '--role', 'clinician:pathology'], environment());
    const [, password = ''] = /^b\.lab: one-time password (\S+)\n$/.exec(added.stdout) ?? [];
    const signIn = async () => (await ask(`${service.url}/api/session`, { login: 'b.lab', password })).status;
    expect(await signIn()).toBe(201);
    expect((await command(['account', 'disable', 'b.lab'], environment())).stdout).toBe('b.lab: disabled\n');
    expect(await signIn()).toBe(401);
    expect((await command(['account', 'list'], environment())).stdout).toMatch(
      /^b\.lab +Dr B +clinician:pathology +disabled, has a one-time password$/m,
    );
    const wrong = await command(['account', 'add', 'c.lab', '--role', 'clinician:alchemy'], environment());
    expect([wrong.status, wrong.stderr]).toEqual([1, expect.stringMatching(/^"alchemy" is not a discipline; there are [^\n]+\n$/)]);
  });

  it('holds the example cases, all marked as synthetic', async () => {
    const { body } = await ask<{ cases: { id: string; reference: string }[] }>(`${service.url}/api/cases?limit=200`);
    expect(body.cases).toHaveLength(12);
    for (const { id } of body.cases) {
      expect((await ask(`${service.url}/api/cases/${id}`)).body).toMatchObject({ source: { kind: 'synthetic' } });
    }
  });

  it('shows the board at work: a meeting that is over, decisions to look at again, and the next agenda', async () => {
    expect(await boardAtWork(service.url)).toEqual(AT_WORK);
  });

  it('records facts and lets the writer read them', async () => {
    const { id } = await open();
    const recorded = await ask<Recorded>(`${service.url}/api/cases/${id}/facts`, [ecog(1), ecog(2, '2025-02-01')]);
    const read = await ask<Recorded>(`${service.url}/api/cases/${id}?atLeast=${recorded.body.position}`);
    expect(recorded.headers.get('etag')).toBe(`"${recorded.body.version}"`);
    expect(read.headers.get('etag')).toBe(`"${read.body.version}"`);
    expect(read.body).toMatchObject({ id, assessment: recorded.body.assessment });
    // The panel may have spoken in between.
    expect(read.body.version).toBeGreaterThanOrEqual(recorded.body.version);
  });

  it('takes a repeated request once', async () => {
    const { id } = await open();
    const key = { 'idempotency-key': 'scan-7' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask<Recorded>(`${service.url}/api/cases/${id}/facts`, ecog(1), key)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.version} ${body.position}`)).size).toBe(1);
    expect(await factsOf(service.url, id)).toHaveLength(1);
  });

  it('lets one of two writers at the same version win', async () => {
    const { id, version } = await open();
    const match = { 'if-match': `"${version}"` };
    const answers = await Promise.all([0, 1, 2, 3].map((value) => ask(`${service.url}/api/cases/${id}/facts`, ecog(value), match)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(3);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'case.version-conflict',
      data: { expected: version },
    });
    expect(await factsOf(service.url, id)).toHaveLength(1);
  });

  it('records nothing of bad input', async () => {
    const { id, version, position } = await open();
    const answer = await ask<{ faults: { path: string }[] }>(`${service.url}/api/cases/${id}/facts`, [ecog(1), ecog(9)]);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, expect.stringContaining('application/problem+json')]);
    expect(answer.body.faults.map((fault) => fault.path)).toEqual(['[1].ecog']);
    expect((await ask(`${service.url}/api/cases`, '{"format":')).status).toBe(400);
    expect((await ask(`${service.url}/api/cases/${id}/history?atLeast=${position}`)).body).toMatchObject({
      events: expect.any(Array),
      next: null,
    });
    expect(await factsOf(service.url, id)).toEqual([]);
    const again = await ask<Recorded>(`${service.url}/api/cases/${id}/facts`, ecog(1), { 'if-match': `"${version}"` });
    expect(again.status).toBe(200);
  });

  it('imports through itself, and changes nothing the second time', async () => {
    const file = path.resolve(import.meta.dirname, '../../apps/cli/examples/V01.case.json');
    const { status, stdout } = await command(['import', file], environment());
    expect([status, stdout]).toEqual([0, expect.stringContaining('V01.case.json: nothing new, case ')]);
  });

  /** Nothing is written into cases any more. */
  const panelIsDone = async () => {
    const jobs = async () => {
      const { body } = await ask<string>(`${service.url}/metrics`);
      return ['waiting', 'active'].map((state) => new RegExp(`tumor_board_jobs\\{state="${state}"\\} (\\d+)`).exec(body)?.[1]);
    };
    await expect.poll(jobs, { timeout: 60_000, interval: 250 }).toEqual(['0', '0']);
  };

  it('is verified, rebuilt and exported while it runs', async () => {
    expect((await command(['verify'], environment())).stdout).toMatch(/all as they were recorded\n$/);
    await panelIsDone();
    const rebuilt = await command(['rebuild', 'case-list'], environment());
    expect([rebuilt.status, rebuilt.stdout]).toEqual([
      0,
      expect.stringMatching(/^case-list: \d+ rows from \d+ events in .*; no difference\n$/),
    ]);
    expect(JSON.parse((await command(['export', 'V01'], environment())).stdout)).toMatchObject({
      format: 'tumor-board-case/1',
      reference: 'V01',
    });
  });

  it('is not joined by a second one on the same folder', async () => {
    const second = await attempt('command', ['start', '--port', '0'], environment());
    expect([second.status, second.stdout]).toEqual([1, '']);
    expect(second.stderr).toBe(
      `Another service uses the data folder ${folder.path}. It answers at ${service.url}. Stop it first, or set DATA_DIR.\n`,
    );
  });

  it('measures itself', async () => {
    const { body } = await ask<string>(`${service.url}/metrics`);
    expect(body).toMatch(
      /tumor_board_http_request_duration_seconds_count\{method="POST",route="\/api\/cases\/:id\/facts",status="200"\} \d+/,
    );
    expect(body).toMatch(/tumor_board_projection_lag_events\{projection="case-list"\} \d+/);
    expect(body).toMatch(/tumor_board_events_appended_total [1-9]/);
  });
});

describe('a service that is told to end', () => {
  it('answers what is under way, ends with 0, and leaves nothing behind that runs', async () => {
    const { id } = await open();
    const underWay = Array.from({ length: 20 }, (_, index) => ask(`${service.url}/api/cases/${id}/facts`, ecog(index % 5)));
    await underWay[0];
    const ended = await service.stop('SIGTERM');
    expect([ended.status, ended.stderr]).toEqual([0, '']);
    const answers = await Promise.allSettled(underWay);
    const taken = answers.filter((answer) => answer.status === 'fulfilled' && answer.value.status === 200).length;
    expect(existsSync(path.join(folder.path, 'postgres', 'postmaster.pid'))).toBe(false);
    expect(existsSync(path.join(folder.path, 'service.json'))).toBe(false);

    service = await startService(environment());
    expect(service.stdout()).not.toContain('example cases were loaded');
    expect(service.stdout()).not.toContain('password');
    expect(service.stdout()).not.toContain('keep a copy');
    expect(await factsOf(service.url, id)).toHaveLength(taken);
  });

  it('ends the same way on Ctrl+C', async () => {
    expect((await service.stop('SIGINT')).status).toBe(0);
  });
});

/** How many decisions a service has that may not be up yet. */
async function decisionsIn(dataDir: string): Promise<number> {
  try {
    const { url, token } = JSON.parse(await readFile(path.join(dataDir, 'service.json'), 'utf8')) as { url: string; token: string };
    const { body } = await ask<{ decisions: unknown[] }>(`${url}/api/decisions`, undefined, { authorization: `Bearer ${token}` });
    return body.decisions.length;
  } catch {
    return 0;
  }
}

describe('a first start that is cut off', () => {
  it('ends at Ctrl+C without coming up first, and leaves nothing behind that runs', async () => {
    const other = await dataFolder();
    try {
      const first = launch({ DATA_DIR: other.path });
      await eventually(
        async () => existsSync(path.join(other.path, 'examples-loading.json')),
        (begun) => begun,
      );
      const { status, stdout, stderr } = await first.stop('SIGINT');
      expect([status, stdout, stderr]).toEqual([130, '', 'Ending …\n']);
      expect(existsSync(path.join(other.path, 'postgres', 'postmaster.pid'))).toBe(false);
      expect(existsSync(path.join(other.path, 'examples-loading.json'))).toBe(true);
    } finally {
      await other.remove();
    }
  });

  it('is gone on with by the next: the examples are there once, and how to sign in is told', async () => {
    const other = await dataFolder();
    try {
      const first = launch({ DATA_DIR: other.path });
      await eventually(
        async () => await decisionsIn(other.path),
        (decisions) => decisions > 0,
        120,
      );
      await first.stop('SIGKILL');
      const second = await startService({ DATA_DIR: other.path });
      expect(second.stdout()).toMatch(/as admin with the one-time password .*all have the password/s);
      expect(await boardAtWork(second.url)).toEqual(AT_WORK);
      expect(existsSync(path.join(other.path, 'examples-loading.json'))).toBe(false);
      await second.stop();
    } finally {
      await other.remove();
    }
  });
});

describe('a service that cannot start', () => {
  it('says that its port is taken, leaves no database running, and tells at the next start of the keys that it made', async () => {
    const other = await dataFolder();
    const DATA_DIR = other.path;
    // Where root starts, the user of PostgreSQL cannot enter this.
    await chmod(DATA_DIR, 0o700);
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    let location: string | undefined;
    try {
      const { status, stdout, stderr } = await attempt('command', ['start', '--port', String(port)], { DATA_DIR });
      taken.close();
      ({ location } = JSON.parse(await readFile(path.join(DATA_DIR, 'postgres.server.json'), 'utf8')) as { location?: string });
      expect([status, stdout, stderr]).toEqual([
        1,
        '',
        `Port ${port} of 127.0.0.1 is in use. Choose another: --port N, 0 takes any free one.\n`,
      ]);
      expect(existsSync(path.join(location ?? path.join(DATA_DIR, 'postgres'), 'postmaster.pid'))).toBe(false);

      const second = await startService({ DATA_DIR }, '--empty');
      for (const key of ['protection', 'anchor']) expect(second.stdout()).toContain(`keep a copy of ${DATA_DIR}/keys/${key}.key`);
      expect(/^The database is kept in (\S+): /m.exec(second.stdout())?.[1]).toBe(location);
      await second.stop();
    } finally {
      if (location !== undefined) await rm(location, { recursive: true, force: true });
      await other.remove();
    }
  });

  it.each([
    [{ PORT: '70000' }, /^PORT: expected a whole number from 0 to 65535, not "70000"\n$/],
    [{ DATABASE_URL: 'mysql://localhost' }, /^DATABASE_URL: expected an address such as postgres:\/\/\S+\n$/],
    [{ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, /^[^\n]*ECONNREFUSED[^\n]*\n$/],
  ])('says why in one line: %o', async (wrong, line) => {
    const { status, stdout, stderr } = await attempt('command', ['start'], { ...environment(), ...wrong });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(line);
  });
});
