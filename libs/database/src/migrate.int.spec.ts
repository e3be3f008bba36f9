import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from './migrate.js';
import { createPool, kyselyOn, kyselyOver } from './pool.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
});

/** An empty database beside the test's own. */
const emptyDatabase = async (name: string, owner?: string): Promise<URL> => {
  const database_ = `${new URL(database.url).pathname.slice(1)}_${name}`;
  await database.owner.query(`create database ${database_} ${owner ? `owner ${owner}` : ''}`);
  const url = new URL(database.url);
  url.pathname = `/${database_}`;
  return url;
};
const drop = (url: URL) => database.owner.query(`drop database ${url.pathname.slice(1)} with (force)`);

describe('migrations', () => {
  it('are applied once when several processes start at the same time', async () => {
    const url = await emptyDatabase('crowd');
    const runs = await Promise.all(Array.from({ length: 5 }, () => migrate(url.href)));
    expect(runs.filter(({ applied }) => applied.includes('0001_event_log'))).toHaveLength(1);
    expect(runs.flatMap(({ applied }) => applied)).toEqual(runs.find(({ applied }) => applied.length > 0)?.applied);
    await drop(url);
  });

  it('find nothing to do the second time', async () => {
    expect(await migrate(database.url)).toEqual({ applied: [], hasApplicationRole: true });
  });

  it('leave nothing behind when one fails, and name it', async () => {
    const url = await emptyDatabase('failing');
    const root = path.join(import.meta.dirname, '..', '..', '..');
    const folder = await mkdtemp(path.join(tmpdir(), 'tumor-board-migrations-'));
    await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    await symlink(path.join(root, 'migrations', '0001_event_log.ts'), path.join(folder, '0001_event_log.ts'));
    await writeFile(
      path.join(folder, '0002_broken.ts'),
      `import { sql } from 'kysely';\nexport const up = (db) => sql\`create table log.half (a int); select no_such_column from log.half\`.execute(db);\n`,
    );
    await expect(migrate(url.href, { folder })).rejects.toMatchObject({
      code: 'database.migration-failed',
      message: expect.stringMatching(/0002_broken.*no_such_column/),
      data: { failed: '0002_broken' },
    });
    const client = new pg.Client(url.href);
    await client.connect();
    expect((await client.query(`select from pg_tables where schemaname in ('log', 'read_model')`)).rowCount).toBe(0);
    await client.end();
    await rm(folder, { recursive: true });
    await drop(url);
  });

  it('give the application its rights on tables that come later', async () => {
    await database.owner.query('create table read_model.later (id integer primary key)');
    await database.pool.query('insert into read_model.later values (1); update read_model.later set id = 2; delete from read_model.later');
    await expect(database.pool.query('drop table read_model.later')).rejects.toMatchObject({ code: '42501' });
    await expect(database.pool.query('create table read_model.own (id integer)')).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a login role that may not make roles', () => {
  it('works with its own rights, says so, and the trigger still guards the events', async () => {
    const role = `modest_${process.pid}`;
    await database.owner.query(`create role ${role} login password 'modest'`);
    const url = await emptyDatabase('modest', role);
    url.username = role;
    url.password = 'modest';
    await migrate(url.href);
    const said: string[] = [];
    const pool = await createPool({ url: url.href, applicationName: 'test', log: (message) => said.push(message) });
    expect(said).toEqual([expect.stringMatching(/tumor_board_app does not exist or is not granted/)]);
    expect((await pool.query('select current_user as who')).rows).toEqual([{ who: role }]);
    await expect(pool.query('delete from log.events')).rejects.toThrow(/never changed or removed/);
    await pool.end();
    await drop(url);
    await database.owner.query(`drop role ${role}`);
  });
});

describe('a pool', () => {
  it('takes the role of the application and says who it is', async () => {
    const { rows } = await database.pool.query(`select current_user as who, current_setting('application_name') as name`);
    expect(rows).toEqual([{ who: 'tumor_board_app', name: 'test' }]);
  });

  it('does not let a forgotten transaction hold the readers of the log back', async () => {
    const pool = await createPool({ url: database.url, applicationName: 'test', idleInTransactionTimeoutMs: 50 });
    const client = await pool.connect();
    await client.query('begin');
    const ended = new Promise((resolve) => client.once('end', resolve));
    await client.query('create temporary table held ()');
    await ended;
    await expect(client.query('select 1')).rejects.toThrow(/terminat|not queryable|connection/i);
    client.release(true);
    await pool.end();
  });

  it('stops a statement that takes too long', async () => {
    const pool = await createPool({ url: database.url, applicationName: 'test', statementTimeoutMs: 50 });
    await expect(pool.query('select pg_sleep(60)')).rejects.toMatchObject({ code: '57014' });
    await pool.end();
  });

  it('gives query builders typed by the tables of who asks, over the pool or on one connection', async () => {
    interface Tables {
      'read_model.note': { id: number; text: string };
    }
    await database.owner.query('create table read_model.note (id integer primary key, text text not null)');
    const client = await database.pool.connect();
    await client.query('begin');
    const inside = kyselyOn<Tables>(client);
    await inside.insertInto('read_model.note').values({ id: 1, text: 'one' }).execute();
    expect(await inside.selectFrom('read_model.note').selectAll().execute()).toEqual([{ id: 1, text: 'one' }]);
    const outside = kyselyOver<Tables>(database.pool);
    expect(await outside.selectFrom('read_model.note').selectAll().execute()).toEqual([]);
    await client.query('commit');
    client.release();
    expect((await sql<{ n: number }>`select count(*)::integer as n from read_model.note`.execute(outside)).rows).toEqual([{ n: 1 }]);
  });
});
