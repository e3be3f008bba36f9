import { problem } from '@tumor-board/kernel';
import type { KnowledgeRelease } from '../release.js';
import { npc202308 } from './npc-2023.08.js';
import { npc202611 } from './npc-2026.11.js';

const RELEASES: readonly KnowledgeRelease[] = [npc202308, npc202611];

/** The release that cases are assessed under unless another is asked for. */
export const CURRENT_RELEASE_ID = 'npc-2023.08';

/** Every release, oldest first. */
export const knowledgeReleases = (): readonly KnowledgeRelease[] => RELEASES;

/**
 * A knowledge release by its id.
 * @throws Problem `knowledge.unknown-release`
 */
export function knowledgeRelease(id: string = CURRENT_RELEASE_ID): KnowledgeRelease {
  const release = RELEASES.find((known) => known.id === id);
  if (release === undefined) {
    throw problem(
      'knowledge.unknown-release',
      `There is no knowledge release "${id}"; known are ${RELEASES.map((known) => known.id).join(', ')}.`,
      { id },
    );
  }
  return release;
}
