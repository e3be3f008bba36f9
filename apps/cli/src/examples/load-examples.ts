import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { newPassword, type SiteAccess } from '@tumor-board/access';
import { type CaseFile, parseCaseFile } from '@tumor-board/oncology';
import { z } from 'zod';
import { decideExamples } from './decide-examples.js';
import { isDecided, knownThen } from './decided-examples.js';
import { makeDemoAccounts, tellDemoAccounts } from './demo-accounts.js';
import { type DemoPeople, withDemoPeople } from './demo-people.js';
import { exampleDays } from './example-days.js';
import { type LoadingNote, loadingEnded, loadingNote, noteLoading } from './loading-note.js';
import { planExamples } from './plan-examples.js';

const EXAMPLES = path.resolve(import.meta.dirname, '../../examples');

/** Where the examples go. */
export interface ExamplesInto {
  /** The running service. */
  readonly url: string;
  readonly dataDir: string;
  readonly access: SiteAccess;
  /** Whose work it is, as `metadata.actor` names it. */
  readonly by: string;
}

/** What is to be loaded: what an earlier start began, or everything into a new database; undefined when nothing is. */
export async function examplesToLoad(dataDir: string, isNew: () => Promise<boolean>): Promise<LoadingNote | undefined> {
  const begun = await loadingNote(dataDir);
  if (begun !== undefined || !(await isNew())) return begun;
  const loading = { password: newPassword(), oneTimePassword: newPassword(), begun: new Date().toISOString() };
  await noteLoading(dataDir, loading);
  return loading;
}

/**
 * Shows the product at work: demo accounts, twelve cases, three decisions of a meeting that is over, facts that came
 * after them, and a weekly board whose next agenda is filled. All of it is marked as synthetic, and recorded now, in this
 * order, through the service: nothing is backdated. What an earlier start has loaded already is not loaded again.
 * @returns how many cases there are and how to sign in
 */
export async function loadExamples(
  { url, dataDir, access, by }: ExamplesInto,
  { password, begun }: LoadingNote,
): Promise<{ readonly cases: number; readonly signIn: string }> {
  const days = exampleDays(new Date(begun));
  await makeDemoAccounts(access, password, by);
  const files = await exampleFiles();
  await withDemoPeople(url, access, by, async (people) => {
    const decided = new Map<string, string>();
    for (const file of files.filter(isDecided)) decided.set(file.reference, (await recordFile(people, knownThen(file))).id);
    await decideExamples(people, { cases: decided, days, password });
    for (const file of files.toSorted((one, other) => Number(isDecided(other)) - Number(isDecided(one)))) {
      const { position } = await recordFile(people, file);
      await people.read('coordinator', `queue?limit=1&atLeast=${position}`, z.unknown());
    }
    await planExamples(people, days);
  });
  const signIn = await tellDemoAccounts(dataDir, password);
  await loadingEnded(dataDir);
  return { cases: files.length, signIn };
}

async function exampleFiles(): Promise<readonly CaseFile[]> {
  const names = (await readdir(EXAMPLES)).filter((name) => name.endsWith('.case.json')).toSorted();
  return await Promise.all(names.map(async (name) => parseCaseFile(JSON.parse(await readFile(path.join(EXAMPLES, name), 'utf8')))));
}

const recorded = z.object({ id: z.uuid(), position: z.string() });

/** Brings a case file in; a second time, it changes nothing. */
const recordFile = (people: DemoPeople, file: CaseFile): Promise<z.infer<typeof recorded>> =>
  people.act('coordinator', 'case-files', `examples-${file.reference}`, file, recorded);
