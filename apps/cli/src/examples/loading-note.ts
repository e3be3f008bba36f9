import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { replaceFile } from '@tumor-board/database';
import { problem } from '@tumor-board/kernel';
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

/**
 * The note of a start that was cut off while it loaded the examples.
 * @throws Problem `examples.note-damaged`
 */
export async function loadingNote(dataDir: string): Promise<LoadingNote | undefined> {
  const file = fileIn(dataDir);
  if (!existsSync(file)) return undefined;
  try {
    return note.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    throw problem(
      'examples.note-damaged',
      `${file} is damaged: the examples cannot be gone on with. Begin with another DATA_DIR, or remove the file.`,
    );
  }
}

/** Leaves the note, readable by its owner alone. */
export async function noteLoading(dataDir: string, loading: LoadingNote): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await replaceFile(fileIn(dataDir), `${JSON.stringify(loading)}\n`);
}

/** Takes the note away: the examples are there. */
export const loadingEnded = async (dataDir: string): Promise<void> => await rm(fileIn(dataDir), { force: true });
