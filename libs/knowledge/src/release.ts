import { problem } from '@tumor-board/kernel';

/** An immutable body of knowledge that cases are assessed under. */
export interface KnowledgeRelease {
  /** `npc-2023.08` */
  readonly id: string;
  readonly title: string;
  /** Guards the content: SHA-256 of its canonical JSON. */
  readonly contentHash: string;
}

const RELEASES: readonly KnowledgeRelease[] = [{ id: 'npc-2023.08', title: 'under construction', contentHash: '' }];

/** The release that new cases are assessed under. */
export const CURRENT_RELEASE_ID = 'npc-2023.08';

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
