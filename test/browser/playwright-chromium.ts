import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { cache, type Installation, modules, versionOf } from './npm-chromium.js';

const PROGRAM = 'chrome-headless-shell';

/** The program in a folder that Playwright's installer has filled; undefined when there is none, or half of one. */
export async function installedIn(folder: string): Promise<string | undefined> {
  if (!existsSync(folder)) return undefined;
  for (const name of await readdir(folder)) {
    const browser = path.join(folder, name);
    if (!name.startsWith('chromium') || !existsSync(path.join(browser, 'INSTALLATION_COMPLETE'))) continue;
    const files = await readdir(browser, { recursive: true, withFileTypes: true });
    const program = files.find((file) => file.isFile() && file.name === PROGRAM);
    if (program !== undefined) return path.join(program.parentPath, program.name);
  }
  return undefined;
}

/** The Chromium that Playwright fetches itself, for a machine that has none and that the one from npm is not made for. */
export async function playwrightChromium(): Promise<Installation> {
  const folder = path.join(cache, `playwright-${await versionOf('playwright-core')}`);
  const executablePath = (await installedIn(folder)) ?? (await fetchInto(folder));
  return { executablePath, env: {} };
}

async function fetchInto(folder: string): Promise<string> {
  const installer = path.join(modules, 'playwright-core/cli.js');
  const env = { ...process.env, PLAYWRIGHT_BROWSERS_PATH: folder };
  await promisify(execFile)(process.execPath, [installer, 'install', '--no-progress', 'chromium-headless-shell'], { env }).catch(
    (error: Error & { readonly stderr?: string }) => {
      const reason = error.stderr?.split('\n').find((line) => line.startsWith('Error: '));
      throw new Error(`it could not be fetched. ${reason ?? error.message}`);
    },
  );
  const program = await installedIn(folder);
  if (program === undefined) throw new Error(`its installer left no program in ${folder}`);
  return program;
}
