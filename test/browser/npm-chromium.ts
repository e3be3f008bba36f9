import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

export const modules = path.resolve(import.meta.dirname, '../../node_modules');
/** Where browsers are kept from one run to the next. */
export const cache = path.join(modules, '.cache/tumor-board');

/** A browser and the settings that it is started with. */
export interface Installation {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/** True where the Chromium that comes by npm can run. */
export const isForThisMachine = process.platform === 'linux' && process.arch === 'x64';

/** The version of an installed package. */
export async function versionOf(name: string): Promise<string> {
  const manifest = await readFile(path.join(modules, name, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
}

/** The Chromium that comes by npm, unpacked the first time; it needs nothing of the machine but glibc. */
export async function npmChromium(): Promise<Installation> {
  const folder = path.join(cache, `chromium-${await versionOf('@sparticuz/chromium')}`);
  if (!existsSync(folder)) await unpack(folder);
  const fonts = path.join(folder, 'fonts');
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: path.join(folder, 'al2023/lib'),
      // A machine without fonts gets those of the package.
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: fonts }),
    },
  };
}

/** Into a folder beside first, so that one which stands under its name is whole. */
async function unpack(folder: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(path.join(cache, 'unpacking-'));
  const unpacker = path.join(import.meta.dirname, 'unpack-chromium.mjs');
  const env = { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  await promisify(execFile)(process.execPath, [unpacker], { env });
  await rename(draft, folder).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  });
}
