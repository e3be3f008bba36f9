import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { replaceFile } from '@tumor-board/database';

const fileIn = (dataDir: string): string => path.join(dataDir, 'not-told-yet.txt');

/** What a person has still to be told: kept in the data folder, because a start may fail or be cut off before it says anything. */
export async function notTold(dataDir: string): Promise<string[]> {
  try {
    return (await readFile(fileIn(dataDir), 'utf8')).split('\n').filter((line) => line !== '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Keeps a line until it is told. */
export async function toTell(dataDir: string, line: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const lines = [...(await notTold(dataDir)), line];
  await replaceFile(fileIn(dataDir), `${lines.join('\n')}\n`);
}

/** Everything has been told. */
export const told = async (dataDir: string): Promise<void> => await rm(fileIn(dataDir), { force: true });
