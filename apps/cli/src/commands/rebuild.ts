import { readSettings } from '@tumor-board/config';
import { createEventStore } from '@tumor-board/event-store';
import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { caseReadModel, type Differences, READ_MODEL_NAMES, type Rebuilt, rebuildReadModel } from '@tumor-board/read-side';
import { withDatabase } from '../database.js';
import { protectionOf } from '../protection.js';
import { type Terminal, writeLine } from '../terminal.js';

const differencesIn = ({ onlyLive, onlyRebuilt, different, atOtherVersion, ids }: Differences): string => {
  const found = [
    [onlyLive, 'only in the live table'],
    [onlyRebuilt, 'only in the rebuilt one'],
    [different, 'different'],
    [atOtherVersion, 'at another version'],
  ] as const;
  const told = found.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : []));
  return told.length === 0 ? 'no difference' : `${told.join(', ')} (${ids.join(', ')})`;
};

const summary = ({ readModel, events, rows, seconds, differences }: Rebuilt): string =>
  `${readModel}: ${rows} rows from ${events} events in ${seconds.toFixed(1)} s; ${differencesIn(differences)}`;

/** Rebuilds a read model, or all, beside the live one and puts it in its place. Says how the two differed. */
export async function rebuild(name: string | undefined, { output }: Terminal): Promise<number> {
  const settings = readSettings(process.env);
  const knowledge = { release: knowledgeRelease(), policy: sitePolicy() };
  return await withDatabase({ settings, mayBeNew: false, role: 'login' }, async (pool) => {
    const protection = await protectionOf(pool, settings);
    const eventStore = createEventStore({ pool, protection });
    try {
      for (const one of name === undefined ? READ_MODEL_NAMES : [name]) {
        const rebuilt = await rebuildReadModel(caseReadModel(one, { eventStore, protection, knowledge }), { pool });
        await writeLine(output, summary(rebuilt));
      }
      return 0;
    } finally {
      await eventStore.close();
    }
  });
}
