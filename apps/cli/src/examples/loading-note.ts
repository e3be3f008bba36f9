import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** What the data folder keeps while the examples are loaded, so that a start that was cut off is gone on with and not begun again. */
const note = z.strictObject({
  /** Of the demo accounts. */
  password: z.string(),
  /** Of the first administrator. */
  oneTimePassword: z.string(),
  /** The moment at which loading began. */
  begun: z.iso.datetime(),
});
export type LoadingNote = z.infer<typeof note>;

const fileIn = (dataDir: string): string => path.join(dataDir, 'examples-loading.json');

/** The note of a start that was cut off while it loaded the examples. */
export async function loadingNote(dataDir: string): Promise<LoadingNote | undefined> {
  const file = fileIn(dataDir);
  return existsSync(file) ? note.parse(JSON.parse(await readFile(file, 'utf8'))) : undefined;
}

/** Leaves the note, readable by its owner alone. */
export async function noteLoading(dataDir: string, loading: LoadingNote): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const file = fileIn(dataDir);
  await writeFile(`${file}.new`, `${JSON.stringify(loading)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** Takes the note away: the examples are there. */
export const loadingEnded = async (dataDir: string): Promise<void> => await rm(fileIn(dataDir), { force: true });
