import { readSettings } from '@tumor-board/config';
import { createEventStore } from '@tumor-board/event-store';
import { isProblem, problem } from '@tumor-board/kernel';
import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { CaseRecordHandler, CaseRecordQuery, isCaseId, ReadModels } from '@tumor-board/read-side';
import { caseIdFor } from '@tumor-board/write-side';
import { withDatabase } from '../database.js';
import { protectionOf } from '../protection.js';
import { type Terminal, writeLine } from '../terminal.js';

/** Prints the whole record of a case, named by its id or its reference, as a case file. */
export async function exportCase(name: string, { output }: Terminal): Promise<number> {
  const settings = readSettings(process.env);
  const id = isCaseId(name) ? name : caseIdFor(settings.SITE, name);
  return await withDatabase({ settings, mayBeNew: false }, async (pool) => {
    const eventStore = createEventStore({ pool, protection: await protectionOf(pool, settings) });
    try {
      const knowledge = { release: knowledgeRelease(), policy: sitePolicy() };
      const handler = new CaseRecordHandler(new ReadModels({ pool, eventStore, knowledge }));
      const record = await handler.execute(new CaseRecordQuery(settings.SITE, id)).catch((error: unknown) => {
        throw isProblem(error, 'case.unknown')
          ? problem('case.unknown', `There is no case "${name}" at the site ${settings.SITE}.`)
          : error;
      });
      await writeLine(output, JSON.stringify(record, undefined, 2));
      return 0;
    } finally {
      await eventStore.close();
    }
  });
}
