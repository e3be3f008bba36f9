import { open, rename, rm } from 'node:fs/promises';

/**
 * Puts a text in the place of a file, readable by its owner alone: after a power cut there is the old text or the new
 * one, never half of it or nothing.
 */
export async function replaceFile(file: string, text: string): Promise<void> {
  const partial = `${file}.new`;
  await rm(partial, { force: true });
  const handle = await open(partial, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(partial, file);
}
