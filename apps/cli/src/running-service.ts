import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** What a running service leaves in its data folder, so that other commands find it. */
const note = z.strictObject({
  /** `http://127.0.0.1:3000` */
  url: z.string(),
  /** The database, with its password: the file is readable by its owner alone. */
  database: z.string(),
  pid: z.int(),
  /** What the commands of the operator show it. */
  token: z.string(),
});
export type RunningService = z.infer<typeof note>;

const fileIn = (dataDir: string): string => path.join(dataDir, 'service.json');

/** Leaves the note. */
export async function announceService(dataDir: string, service: RunningService): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const partial = `${fileIn(dataDir)}.${service.pid}`;
  await writeFile(partial, `${JSON.stringify(service)}\n`, { mode: 0o600 });
  await rename(partial, fileIn(dataDir));
}

async function noted(dataDir: string): Promise<RunningService | undefined> {
  if (!existsSync(fileIn(dataDir))) return undefined;
  try {
    return note.safeParse(JSON.parse(await readFile(fileIn(dataDir), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Takes the note away, unless another service has left its own since. */
export async function withdrawService(dataDir: string, pid: number): Promise<void> {
  if ((await noted(dataDir))?.pid === pid) await rm(fileIn(dataDir), { force: true });
}

/** True when a service of ours answers at an address. */
export async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(new URL('/health/live', url), { signal: AbortSignal.timeout(2_000) });
    return response.ok && (await response.text()).includes('"live"');
  } catch {
    return false;
  }
}

/** The service that runs over a data folder; a note that a killed one left behind does not count. */
export async function runningService(dataDir: string): Promise<RunningService | undefined> {
  const found = await noted(dataDir);
  return found !== undefined && (await answers(found.url)) ? found : undefined;
}
