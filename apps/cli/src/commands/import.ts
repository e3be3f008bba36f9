import { randomUUID } from 'node:crypto';
import { readSettings, type Settings, tokenOf } from '@tumor-board/config';
import { createEventStore } from '@tumor-board/event-store';
import { isProblem, problem } from '@tumor-board/kernel';
import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { failureLine } from '@tumor-board/observability';
import type { CaseFile } from '@tumor-board/oncology';
import { CaseCommands, ImportCaseCommand, ImportCaseHandler } from '@tumor-board/write-side';
import { caseInputs, faultLines } from '../case-input.js';
import { withDatabase } from '../database.js';
import { keyMade, protectionOrNew } from '../protection.js';
import { answers, runningService } from '../running-service.js';
import { type Terminal, writeLine } from '../terminal.js';
import { type Imported, sendCaseFile } from './send-case-file.js';

/** Options of `import`. */
export interface ImportOptions {
  readonly url?: string;
}

/** A service to send case files to. */
interface Receiver {
  readonly url: string;
  readonly token: string;
}

type Importer = (file: CaseFile) => Promise<Imported>;

/** Records case files as events, through the running service or in the database. Says of each file what happened. */
export async function importFiles(names: readonly string[], { url }: ImportOptions, terminal: Terminal): Promise<number> {
  const settings = readSettings(process.env);
  const service = await receiver(url, settings);
  if (service !== undefined) return await importEach(names, terminal, (file) => sendCaseFile(service.url, service.token, file));
  return await withDatabase({ settings, mayBeNew: true }, async (pool) => {
    const { protection, made } = await protectionOrNew(pool, settings);
    if (made !== undefined) await writeLine(terminal.errors, keyMade(made));
    const eventStore = createEventStore({ pool, protection });
    try {
      return await importEach(names, terminal, directly(eventStore, settings));
    } finally {
      await eventStore.close();
    }
  });
}

/** The service that was named, or the one that runs over the data folder; undefined when there is none. */
async function receiver(url: string | undefined, settings: Settings): Promise<Receiver | undefined> {
  const { DATABASE_URL, DATA_DIR } = settings;
  const running = url !== undefined || DATABASE_URL === undefined ? await runningService(DATA_DIR) : undefined;
  if (url === undefined) return running;
  if (!(await answers(url))) throw problem('service.unreachable', `No service answers at ${url}.`);
  const token = running !== undefined && isSame(running.url, url) ? running.token : tokenOf(settings);
  if (token === undefined) {
    throw problem(
      'access.signed-out',
      `The service at ${url} asks who you are: set TOKEN to a token that its administrator has made for you.`,
    );
  }
  return { url, token };
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** True for two ways to write the address of one service on this machine. */
function isSame(left: string, right: string): boolean {
  const [one, other] = [new URL(left), new URL(right)];
  return one.host === other.host || (one.port === other.port && LOOPBACK.includes(one.hostname) && LOOPBACK.includes(other.hostname));
}

function directly(eventStore: ReturnType<typeof createEventStore>, { SITE }: Settings): Importer {
  const handler = new ImportCaseHandler(new CaseCommands({ eventStore, release: knowledgeRelease(), policy: sitePolicy() }));
  const correlationId = randomUUID();
  return async (file) => {
    const metadata = { site: SITE, actor: 'import', correlationId };
    const result = await handler.execute(new ImportCaseCommand(file, { metadata, receivedAt: new Date().toISOString() }));
    return { id: result.caseId, version: result.version, changed: !result.duplicate };
  };
}

async function importEach(names: readonly string[], { input, output, errors }: Terminal, bringIn: Importer): Promise<number> {
  let status = 0;
  for await (const one of caseInputs(names, input)) {
    let faults = one.faults ?? [];
    if (one.faults === undefined) {
      try {
        const { id, version, changed } = await bringIn(one.file);
        await writeLine(output, `${one.name}: ${changed ? 'recorded' : 'nothing new'}, case ${id} at version ${version}`);
      } catch (error) {
        const listed = isProblem(error) ? error.faults.map(({ path, message }) => `${path}: ${message}`) : [];
        faults = listed.length > 0 ? listed : [failureLine(error)];
      }
    }
    if (faults.length > 0) status = 1;
    for (const line of faultLines({ name: one.name, faults })) await writeLine(errors, line);
  }
  return status;
}
