import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anchorKey, keyFile, newAnchorKey, readAnchorKey, readSettings } from './index.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tumor-board-keys-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const settings = (more: Record<string, string> = {}) => readSettings({ DATA_DIR: folder, ...more });
const jwk = (key: { export(options: { format: 'jwk' }): unknown } | undefined) => key?.export({ format: 'jwk' });

describe('the key of anchors', () => {
  it('is made once, readable by its owner alone, and is the same at the next start', async () => {
    expect(await readAnchorKey(settings())).toBeUndefined();
    const first = await anchorKey(settings());
    const second = await anchorKey(settings());
    expect([first.made, second.made]).toEqual([true, false]);
    expect(jwk(second.key)).toEqual(jwk(first.key));
    expect(jwk((await readAnchorKey(settings()))?.key)).toEqual(jwk(first.key));
    expect((await stat(path.join(folder, 'keys/anchor.key'))).mode & 0o777).toBe(0o600);
  });

  it('is the same for all that make it at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => anchorKey(settings())));
    expect(new Set(all.map(({ key }) => JSON.stringify(jwk(key)))).size).toBe(1);
    expect(all.filter(({ made }) => made)).toHaveLength(1);
    expect(await readdir(path.join(folder, 'keys'))).toEqual(['anchor.key']);
  });

  it.each([
    ['PEM', (pem: string) => pem],
    ['PEM with written line ends', (pem: string) => pem.trim().replaceAll('\n', '\\n')],
    ['base64 of PKCS #8', (pem: string) => pem.replaceAll(/-----.*-----|\n/g, '')],
    [
      'base64 of its 32 bytes',
      (pem: string) =>
        Buffer.from(pem.replaceAll(/-----.*-----|\n/g, ''), 'base64')
          .subarray(16)
          .toString('base64'),
    ],
  ])('comes with the environment as %s, and then no file is made', async (_, written) => {
    const pem = newAnchorKey();
    const given = await anchorKey(settings({ ANCHOR_KEY: written(pem) }));
    expect(jwk(given.key)).toEqual(jwk((await anchorKey(settings({ ANCHOR_KEY: pem }))).key));
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['a word', 'secret'],
    ['a key of another kind', generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['a public key', generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString()],
  ])('is refused, and not repeated, when it is %s', (_, ANCHOR_KEY) => {
    const refused = () => settings({ ANCHOR_KEY });
    expect(refused).toThrow(/^ANCHOR_KEY: expected a private key of Ed25519/);
    expect(refused).not.toThrow(ANCHOR_KEY);
  });

  it('is refused when its file holds something else', async () => {
    await mkdir(path.join(folder, 'keys'));
    await writeFile(path.join(folder, 'keys/anchor.key'), 'nonsense');
    await expect(anchorKey(settings())).rejects.toMatchObject({
      code: 'config.key-file-invalid',
      message: expect.stringContaining('anchor.key'),
    });
  });
});

describe('a key file', () => {
  it('keeps what was made first', async () => {
    const first = await keyFile(folder, 'any', () => 'one\n');
    const second = await keyFile(folder, 'any', () => 'two');
    expect([first.text, second.text]).toEqual(['one', 'one']);
  });
});
