import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

/** A secret that is kept in a file of its own. */
export interface KeyFile {
  /** Where it lies. */
  readonly file: string;
  /** What it holds, without white space around it. */
  readonly text: string;
  /** True when it was made now: whoever starts the service should be told to keep a copy. */
  readonly made: boolean;
}

const folderIn = (dataDir: string): string => path.join(dataDir, 'keys');

/** The key file of a name in the data folder, `keys/anchor.key`; undefined when there is none. */
export async function readKeyFile(dataDir: string, name: string): Promise<KeyFile | undefined> {
  const file = path.join(folderIn(dataDir), `${name}.key`);
  try {
    return { file, text: (await readFile(file, 'utf8')).trim(), made: false };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The key file of a name in the data folder, made when there is none: readable by its owner alone, on the disk before
 * it is used, and whole or not there at all. Of several processes that make it at once one wins, and all get its text.
 */
export async function keyFile(dataDir: string, name: string, make: () => string): Promise<KeyFile> {
  const found = await readKeyFile(dataDir, name);
  if (found !== undefined) return found;
  const folder = folderIn(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `${name}.key`);
  const partial = `${file}.${process.pid}.${process.hrtime.bigint()}`;
  const text = make().trim();
  try {
    const handle = await open(partial, 'wx', 0o600);
    try {
      await handle.writeFile(`${text}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    // Unlike a rename, a link does not take the place of what somebody else has made meanwhile.
    await link(partial, file);
    return { file, text, made: true };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return (await readKeyFile(dataDir, name)) ?? { file, text, made: false };
  } finally {
    await rm(partial, { force: true });
  }
}
