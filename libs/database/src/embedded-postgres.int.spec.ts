import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmod, readdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { type ThrowAwayFolder, throwAwayFolder } from '@tumor-board/testing';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Binaries, commonFolder, completeLinks, copyBinaries, findBinaries, runningCopy } from './embedded-binaries.js';
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './embedded-postgres.js';
import { serverUser } from './embedded-user.js';

const isRoot = process.getuid?.() === 0;
let thrownAway: ThrowAwayFolder;
let folder: string;
let dataDir: string;
let said: string[];
let running: EmbeddedPostgres[];

beforeEach(async () => {
  thrownAway = await throwAwayFolder();
  folder = thrownAway.path;
  dataDir = path.join(folder, 'data', 'postgres');
  said = [];
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((server) => server.stop()));
  const { location } = await remembered().catch(() => ({ location: undefined }));
  if (location) await rm(location, { recursive: true, force: true });
  await thrownAway.remove();
});

const start = async (options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> => {
  const server = await startEmbeddedPostgres({ dataDir, log: (message) => said.push(message), ...options });
  running.push(server);
  return server;
};
const remembered = async () =>
  JSON.parse(await readFile(`${dataDir}.server.json`, 'utf8')) as { password: string; port: number; location?: string };
const ask = async (url: string, text: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
};
const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

describe('an embedded server', () => {
  it('is durable, checks its pages, orders by code point and listens on loopback only', async () => {
    const { url } = await start();
    const settings = ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'listen_addresses', 'unix_socket_directories'];
    const rows = await ask(
      url,
      `select name, setting from pg_settings where name = any('{${settings.join()},server_encoding}') order by name`,
    );
    expect(Object.fromEntries(rows.map((row) => [row['name'], row['setting']]))).toEqual({
      data_checksums: 'on',
      fsync: 'on',
      full_page_writes: 'on',
      listen_addresses: '127.0.0.1',
      server_encoding: 'UTF8',
      synchronous_commit: 'on',
      unix_socket_directories: '',
    });
    expect(await ask(url, 'select datlocprovider, datlocale from pg_database where datname = current_database()')).toEqual([
      { datlocprovider: 'b', datlocale: 'C.UTF-8' },
    ]);
  });

  it('asks for a password that only we can read', async () => {
    const { url } = await start();
    expect((await stat(`${dataDir}.server.json`)).mode & 0o777).toBe(0o600);
    const wrong = new URL(url);
    wrong.password = 'guess';
    await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(await readdir(path.dirname(dataDir))).not.toContain('postgres.words');
  });

  it('keeps its data and its port from one run to the next', async () => {
    const first = await start();
    await ask(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    await first.stop();
    expect(await first.ended).toBeUndefined();
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('takes another port when its own is taken, but not when one was asked for', async () => {
    await (await start()).stop();
    const { port } = await remembered();
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve));
    await expect(start({ port })).rejects.toMatchObject({ code: 'database.port-in-use' });
    const { url } = await start();
    expect(Number(new URL(url).port)).not.toBe(port);
    expect((await remembered()).port).toBe(Number(new URL(url).port));
    await new Promise((resolve) => squatter.close(resolve));
  });

  it('takes another port when somebody takes its own at the last moment', async () => {
    const squatter = createServer();
    let log = (_line: string): void => undefined;
    const taken = new Promise<number>((resolve) => {
      log = (line) => {
        const [, port] = /^starting PostgreSQL on port (\d+)$/.exec(line) ?? [];
        if (port !== undefined && !squatter.listening) squatter.listen(Number(port), '127.0.0.1', () => resolve(Number(port)));
      };
    });
    const { url } = await start({ log });
    expect(Number(new URL(url).port)).not.toBe(await taken);
    expect((await remembered()).port).toBe(Number(new URL(url).port));
    await new Promise((resolve) => squatter.close(resolve));
  });

  it('is not started twice on the same data', async () => {
    const first = await start();
    await expect(start()).rejects.toMatchObject({
      code: 'database.embedded-in-use',
      message: expect.stringMatching(/Another running service/),
    });
    expect(await ask(first.url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    await first.stop();
    await start();
  });

  it('says with its own words why it does not start, and can be started afterwards', async () => {
    await expect(start({ settings: { shared_buffers: 'plenty' } })).rejects.toMatchObject({
      code: 'database.embedded-failed',
      message: expect.stringMatching(/invalid value for parameter "shared_buffers"/),
    });
    await start();
  });

  it('refuses a folder that holds something else, and leaves it alone', async () => {
    await (await start()).stop();
    const mine = path.join(dataDir, 'PG_VERSION');
    await unlink(mine);
    await expect(start()).rejects.toMatchObject({ message: expect.stringMatching(/neither empty nor the data of a PostgreSQL/) });
    expect(await exists(path.join(dataDir, 'global'))).toBe(true);
  });

  it('says that the file with its password is gone, damaged or another one, and leaves no server running', async () => {
    await (await start()).stop();
    const file = `${dataDir}.server.json`;
    const kept = await readFile(file, 'utf8');
    const refusal = (what: string) => ({
      code: 'database.embedded-failed',
      message: expect.stringMatching(new RegExp(`server\\.json alone, and that file ${what}\\. Bring it back`)),
    });
    await rm(file);
    await expect(start()).rejects.toMatchObject(refusal('is not there'));
    expect(await exists(file)).toBe(false);
    for (const damaged of ['', '{"port":5432}']) {
      await writeFile(file, damaged);
      await expect(start()).rejects.toMatchObject(refusal('is damaged'));
      expect(await readFile(file, 'utf8')).toBe(damaged);
    }
    await writeFile(file, JSON.stringify({ ...JSON.parse(kept), password: 'of another database' }));
    await expect(start()).rejects.toMatchObject(refusal('has another one'));
    expect(await exists(path.join(dataDir, 'postmaster.pid'))).toBe(false);

    await writeFile(file, kept);
    const { ino } = await stat(file);
    await start();
    expect((await stat(file)).ino).toBe(ino);
  });

  it('tells when the server goes down by itself', async () => {
    const server = await start();
    process.kill(Number((await readFile(path.join(dataDir, 'postmaster.pid'), 'utf8')).split('\n')[0]), 'SIGQUIT');
    expect(await server.ended).toMatchObject({ code: 'database.embedded-failed' });
    await start();
  });
});

describe('a server that a killed process left behind', () => {
  it('is stopped, and its data go on', async () => {
    const first = await start();
    await ask(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    const { postgres } = await findBinaries();
    const { port } = await remembered();
    const user = serverUser(dataDir, () => undefined);
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${port}`].flatMap((setting) => ['-c', setting]);
    const orphan = spawn(postgres, ['-D', dataDir, ...settings], { ...user, cwd: '/', detached: true, stdio: 'ignore' });
    const gone = new Promise((resolve) => orphan.once('exit', resolve));
    await vi.waitFor(() => ask(first.url, 'insert into kept values (43)'), { timeout: 60_000, interval: 20 });

    const second = await start();
    await gone;
    expect(said.join('\n')).toMatch(new RegExp(`stopping the PostgreSQL \\(process ${orphan.pid}\\)`));
    expect(await ask(second.url, 'select answer from kept order by 1')).toEqual([{ answer: 42 }, { answer: 43 }]);
  });

  it('is not mistaken for another program that has its number now', async () => {
    await (await start()).stop();
    await writeFile(path.join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n`);
    const { url } = await start();
    expect(await ask(url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });
});

const runs = ({ postgres }: Binaries): boolean =>
  spawnSync(postgres, ['--version'], { ...serverUser(dataDir, () => undefined), cwd: '/' }).status === 0;

describe('where the server cannot go', () => {
  it('keeps its data where it can: a checkout that only root may enter', async () => {
    await chmod(folder, 0o700);
    const first = await start();
    await ask(first.url, 'create table kept as select 42 as answer');
    const { location } = await remembered();
    expect(location !== undefined).toBe(isRoot);
    expect(first.location).toBe(location);
    expect(await exists(path.join(location ?? dataDir, 'PG_VERSION'))).toBe(true);
    await first.stop();
    const second = await start();
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect([second.location, (await remembered()).location]).toEqual([location, location]);
  });

  it('runs from a copy of the programs, with the links that packages cannot carry', async () => {
    const copy = await copyBinaries(await findBinaries(), folder);
    const library = path.join(copy.folder, 'lib', process.platform === 'darwin' ? 'libpq.5.dylib' : 'libpq.so.5');
    await rm(library, { force: true });
    await completeLinks(copy);
    await completeLinks(copy);
    expect(await exists(library)).toBe(true);
    expect(await copyBinaries(await findBinaries(), folder)).toEqual(copy);
    expect(runs(copy)).toBe(true);
  });

  it('runs from a copy that everybody may read, whatever the umask was, now and when npm installed', async () => {
    const installed = await copyBinaries(await findBinaries(), folder);
    execFileSync('chmod', ['-R', 'go=', installed.folder]);
    const before = process.umask(0o077);
    try {
      const parent = path.join(folder, 'common');
      await commonFolder(parent);
      const copy = await copyBinaries(installed, parent);
      expect((await stat(parent)).mode & 0o777).toBe(0o755);
      expect((await stat(copy.postgres)).mode & 0o777).toBe(0o755);
      expect((await stat(path.join(copy.folder, 'share/postgresql/postgres.bki'))).mode & 0o777).toBe(0o644);
      expect(runs(copy)).toBe(true);
    } finally {
      process.umask(before);
    }
  });

  it('makes a copy anew that does not run', async () => {
    const copy = await copyBinaries(await findBinaries(), folder);
    await writeFile(copy.postgres, 'half of it');
    expect(runs(copy)).toBe(false);
    expect(runs(await runningCopy(await findBinaries(), folder, runs))).toBe(true);
  });
});
