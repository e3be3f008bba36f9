import { problem } from '@tumor-board/kernel';
import { SOURCES_SINCE_2023 } from '../releases/npc-2026.11.sources.js';
import type { EvidenceSource } from './evidence-source.js';
import { FURTHER_SOURCES } from './further-sources.js';
import { SOURCES } from './sources.js';

/** Every source that the register names: those of the sealed releases, then the others. */
export const REGISTER_SOURCES: readonly EvidenceSource[] = [...SOURCES, ...SOURCES_SINCE_2023, ...FURTHER_SOURCES];

const BY_ID: ReadonlyMap<string, EvidenceSource> = new Map(REGISTER_SOURCES.map((entry) => [entry.id, entry]));

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
