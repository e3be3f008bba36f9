import type { Settings } from '@tumor-board/config';
import type { EventStore } from '@tumor-board/event-store';
import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { ReadModels, SiteKnowledgeHandler, SiteKnowledgeQuery, type SiteKnowledgeView } from '@tumor-board/read-side';
import { today } from '@tumor-board/write-side';
import type { Pool } from '../database.js';

/** In force where nothing has been decided. */
export const defaults = () => ({ release: knowledgeRelease(), policy: sitePolicy() });

/** What is in force at the site on a day. */
export const siteKnowledge = (pool: Pool, eventStore: EventStore, { SITE }: Settings, day = today()): Promise<SiteKnowledgeView> =>
  new SiteKnowledgeHandler(new ReadModels({ pool, eventStore, knowledge: defaults() })).execute(new SiteKnowledgeQuery(SITE, day));
