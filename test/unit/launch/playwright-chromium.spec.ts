import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installedIn } from '../../browser/playwright-chromium.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tumor-board-browsers-'));
});
afterEach(async () => await rm(folder, { recursive: true }));

describe('the browser that Playwright has fetched', () => {
  it('is found when it is whole', async () => {
    expect(await installedIn(path.join(folder, 'not there'))).toBeUndefined();
    expect(await installedIn(folder)).toBeUndefined();
    const program = path.join(folder, 'chromium_headless_shell-1255/chrome-headless-shell-mac-arm64/chrome-headless-shell');
    await mkdir(path.dirname(program), { recursive: true });
    await writeFile(program, '');
    expect(await installedIn(folder)).toBeUndefined();
    await writeFile(path.join(folder, 'chromium_headless_shell-1255/INSTALLATION_COMPLETE'), '');
    expect(await installedIn(folder)).toBe(program);
  });
});
