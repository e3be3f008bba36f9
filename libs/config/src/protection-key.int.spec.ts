import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeProtectionKey, readProtectionKey, readSettings, requireProtectionKey } from './index.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tumor-board-keys-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const settings = (more: Record<string, string> = {}) => readSettings({ DATA_DIR: folder, ...more });

describe('the key that protects texts', () => {
  it('is made once, readable by its owner alone, and found again', async () => {
    expect(await readProtectionKey(settings())).toBeUndefined();
    const [first, second] = await Promise.all([makeProtectionKey(settings()), makeProtectionKey(settings())]);
    expect(first.key).toHaveLength(32);
    expect(second.key).toEqual(first.key);
    expect(await requireProtectionKey(settings())).toEqual(first.key);
    expect((await stat(first.file)).mode & 0o777).toBe(0o600);
  });

  it('comes with the environment, and then no file is made', async () => {
    const key = randomBytes(32);
    expect(await requireProtectionKey(settings({ PROTECTION_KEY: key.toString('base64') }))).toEqual(key);
    expect(await readdir(folder)).toEqual([]);
  });

  it('is asked for by name where it is missing', async () => {
    await expect(requireProtectionKey(settings())).rejects.toMatchObject({
      code: 'config.protection-key-missing',
      message: expect.stringMatching(/^PROTECTION_KEY: expected base64 of 32 bytes.*protection\.key$/),
    });
  });

  it.each(['secret', randomBytes(31).toString('base64'), randomBytes(33).toString('base64'), randomBytes(32).toString('hex')])(
    'is refused, and not repeated, when it is %s',
    (PROTECTION_KEY) => {
      expect(() => settings({ PROTECTION_KEY })).toThrow(/^PROTECTION_KEY: expected base64 of 32 bytes$/);
    },
  );

  it('is refused when its file holds something else', async () => {
    await mkdir(path.join(folder, 'keys'));
    await writeFile(path.join(folder, 'keys/protection.key'), 'nonsense');
    await expect(readProtectionKey(settings())).rejects.toMatchObject({ code: 'config.key-file-invalid' });
    await expect(makeProtectionKey(settings())).rejects.toMatchObject({ code: 'config.key-file-invalid' });
  });
});
