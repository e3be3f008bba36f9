import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSettings } from '@tumor-board/config';
import { createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { protectionOf, protectionOrNew } from './protection.js';

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'tumor-board-protection-'));
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const settings = (more: Record<string, string> = {}) => readSettings({ DATA_DIR: folder, ...more });
const file = () => path.join(folder, 'keys/protection.key');

describe('the key that a start protects texts with', () => {
  it('is made at the first start and found at the next', async () => {
    const first = await protectionOrNew(database.pool, settings());
    expect(first.made).toBe(file());
    const key = await first.protection.keys.keyFor('case-1');
    const second = await protectionOrNew(database.pool, settings());
    expect(second.made).toBeUndefined();
    expect(await second.protection.keys.keyFor('case-1')).toEqual(key);
    expect(await (await protectionOf(database.pool, settings())).keys.keyFor('case-1')).toEqual(key);
  });

  it('comes from PROTECTION_KEY before the file', async () => {
    await protectionOrNew(database.pool, settings());
    const PROTECTION_KEY = randomBytes(32).toString('base64');
    await expect(protectionOrNew(database.pool, settings({ PROTECTION_KEY }))).rejects.toMatchObject({ code: 'protection.wrong-key' });
  });

  it('is not replaced by a new one when its file is gone', async () => {
    await protectionOrNew(database.pool, settings());
    const kept = await readFile(file(), 'utf8');
    await rm(file());
    const refused = { code: 'protection.key-missing', message: expect.stringMatching(/protection\.key, or set PROTECTION_KEY/) };
    await expect(protectionOrNew(database.pool, settings())).rejects.toMatchObject(refused);
    await expect(readFile(file())).rejects.toThrow(/ENOENT/);
    await writeFile(file(), kept);
    await protectionOrNew(database.pool, settings());
  });

  it('is refused when its file is that of another database', async () => {
    await protectionOrNew(database.pool, settings());
    await writeFile(file(), randomBytes(32).toString('base64'));
    await expect(protectionOrNew(database.pool, settings())).rejects.toMatchObject({ code: 'protection.wrong-key' });
    await expect(protectionOf(database.pool, settings())).rejects.toMatchObject({ code: 'protection.wrong-key' });
  });

  it('is one for all that start at once over a new database', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => protectionOrNew(database.pool, settings())));
    const keys = await Promise.all(all.map(({ protection }) => protection.keys.keyFor('case-1')));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
  });

  it('is asked for by name by a command that may not make one', async () => {
    await expect(protectionOf(database.pool, settings())).rejects.toMatchObject({
      code: 'config.protection-key-missing',
      message: expect.stringContaining('PROTECTION_KEY'),
    });
  });
});
