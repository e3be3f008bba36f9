import { M1_SUBDIVISIONS } from '@tumor-board/oncology';
import type { EvidenceEntry } from './evidence-entry.js';
import { EVIDENCE_REGISTER } from './evidence-register.js';
import type { EvidenceSource } from './evidence-source.js';
import { type Licence, licenceOf } from './licence.js';
import { evidenceSource } from './register.js';

/** A source with the terms on which it may be used. */
export interface CitedSource extends EvidenceSource {
  readonly licence: Licence;
}

/** An entry of the register with its publications written out. */
export interface CitedEntry extends Omit<EvidenceEntry, 'sources'> {
  readonly sources: readonly CitedSource[];
}

/** The DOIs that the catalogue of the subdivisions gives. */
const DOIS: ReadonlyMap<string, string> = new Map(
  M1_SUBDIVISIONS.flatMap(({ evidence, citation }) => {
    const doi = / doi (\S+)$/.exec(citation)?.[1];
    return doi === undefined ? [] : [[evidence, doi] as const];
  }),
);

/**
 * A source with its licence, and its DOI where that is known.
 * @throws Problem `knowledge.unknown-evidence`
 */
export function citedSource(id: string): CitedSource {
  const source = evidenceSource(id);
  const doi = source.doi ?? DOIS.get(id);
  return { ...source, ...(doi === undefined ? {} : { doi }), licence: licenceOf(id) };
}

/** Every entry of the register, each to be read by itself: citation, number in the review's references, DOI, licence. */
export const citedRegister = (): readonly CitedEntry[] =>
  EVIDENCE_REGISTER.map((entry) => ({ ...entry, sources: entry.sources.map(citedSource) }));
