import { chmod, mkdtemp, readdir, rm, stat, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder that is gone after the tests. */
export interface ThrowAwayFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** Where Linux keeps files in memory. */
const IN_MEMORY = '/dev/shm';
/** What the memory must have to spare, in bytes: tests hold a few hundred megabytes at most. */
const ROOM = 2 * 1024 ** 3;
const PREFIX = 'tumor-board-test-';

/**
 * Makes a folder that any user of the machine can enter, since a PostgreSQL started by root runs as another. It is in
 * memory where there is room: a database is many small files, and disks take their time to make each.
 */
export async function throwAwayFolder(): Promise<ThrowAwayFolder> {
  const parent = (await hasRoom()) ? IN_MEMORY : tmpdir();
  await clearAbandoned(parent);
  const folder = await mkdtemp(path.join(parent, `${PREFIX}${process.pid}-`));
  await chmod(folder, 0o755);
  return { path: folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }) };
}

async function hasRoom(): Promise<boolean> {
  const disk = await statfs(IN_MEMORY).catch(() => undefined);
  return disk !== undefined && disk.bavail * disk.bsize >= ROOM && process.availableMemory() >= ROOM;
}

/** Longer than any tests take, in ms. */
const ABANDONED_AFTER = 3_600_000;

/** Removes what tests left that were killed. */
async function clearAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    const folder = path.join(parent, name);
    // Young ones may belong to a container that shares the memory and has process numbers of its own.
    const madeAt = await stat(folder).then(
      ({ mtimeMs }) => mtimeMs,
      () => Number.POSITIVE_INFINITY,
    );
    if (Date.now() - madeAt < ABANDONED_AFTER) continue;
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
