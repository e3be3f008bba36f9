import { problem } from '@tumor-board/kernel';
import { SOURCES_SINCE_2023 } from '../releases/npc-2026.11.sources.js';
import type { EvidenceSource } from './evidence-source.js';
import { SOURCES } from './sources.js';

const BY_ID: ReadonlyMap<string, EvidenceSource> = new Map([...SOURCES, ...SOURCES_SINCE_2023].map((entry) => [entry.id, entry]));

/** True when the register holds a source of this id. */
export const isEvidenceId = (id: string): boolean => BY_ID.has(id);

/**
 * A source by its id.
 * @throws Problem `knowledge.unknown-evidence`
 */
export function evidenceSource(id: string): EvidenceSource {
  const entry = BY_ID.get(id);
  if (entry === undefined) throw problem('knowledge.unknown-evidence', `The evidence register holds no "${id}".`, { id });
  return entry;
}
