import { readSettings } from '@tumor-board/config';
import { createEventStore } from '@tumor-board/event-store';
import { isProblem } from '@tumor-board/kernel';
import { CURRENT_RELEASE_ID, knowledgeReleases } from '@tumor-board/knowledge';
import type { SiteKnowledgeView } from '@tumor-board/read-side';
import { withDatabase } from '../database.js';
import { type Terminal, writeLine } from '../terminal.js';
import { siteKnowledge } from './site-knowledge.js';

/** Options of `releases`. */
export interface ReleasesOptions {
  readonly json?: boolean;
}

type InForce = Pick<SiteKnowledgeView, 'release' | 'releaseSince' | 'scheduled'>;

/** Lists the knowledge releases, and which one is in force at the site. */
export async function printReleases({ json = false }: ReleasesOptions, { output }: Terminal): Promise<number> {
  const site = await inForce();
  const releases = knowledgeReleases().map(({ id, title, basis, effectiveFrom, defaultEdition, contentHash }) => ({
    id,
    title,
    basis,
    effectiveFrom,
    defaultEdition,
    contentHash,
    inForce: site.release === id,
    inForceSince: site.release === id ? site.releaseSince : null,
    scheduledFor: site.scheduled.find((change) => change.kind === 'release' && change.to === id)?.effectiveFrom ?? null,
  }));
  if (json) {
    await writeLine(output, JSON.stringify(releases));
    return 0;
  }
  for (const release of releases) {
    const { id, title, effectiveFrom, contentHash, inForceSince, scheduledFor } = release;
    const state = release.inForce
      ? `in force${inForceSince === null ? '' : ` since ${inForceSince}`}`
      : scheduledFor === null
        ? ''
        : `in force from ${scheduledFor}`;
    await writeLine(output, [id, `from ${effectiveFrom}`, contentHash, ...(state === '' ? [] : [state])].join('  '));
    await writeLine(output, `  ${title}`);
  }
  return 0;
}

/** What the site has in force; the default where nothing is recorded yet. */
async function inForce(): Promise<InForce> {
  const settings = readSettings(process.env);
  try {
    return await withDatabase({ settings, mayBeNew: false }, async (pool) => {
      const eventStore = createEventStore({ pool });
      try {
        return await siteKnowledge(pool, eventStore, settings);
      } finally {
        await eventStore.close();
      }
    });
  } catch (error) {
    if (!isProblem(error, 'data.none')) throw error;
    return { release: CURRENT_RELEASE_ID, releaseSince: null, scheduled: [] };
  }
}
