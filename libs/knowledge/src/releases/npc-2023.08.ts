import { SOURCES } from '../evidence/sources.js';
import { PATHWAY_RULES } from '../pathway/rules.js';
import type { KnowledgeRelease } from '../release.js';

/** The review's strategy of August 2023, with the choices that the review leaves open settled as product rules. */
export const npc202308: KnowledgeRelease = {
  id: 'npc-2023.08',
  title: 'Treatment strategy for de novo metastatic NPC, 2023',
  basis: 'Liu Q, Li J, Ng WT, Lee AWM. Chin Clin Oncol 2023;12(4):43; literature to 10 March 2023',
  effectiveFrom: '2023-08-24',
  defaultEdition: 'TNM-8',
  pathway: PATHWAY_RULES,
  sources: SOURCES,
  contentHash: 'b7dee011f0a8f69b37ddd243f23721eb933cb048e199a14e7fdab798dcd0da1a',
};
