import { digestOf, problem } from '@tumor-board/kernel';
import type { M1System } from '@tumor-board/oncology';
import { EBV_DNA_THRESHOLDS } from './ebv-dna-thresholds.js';
import { ENDPOINTS } from './effect.js';
import type { EvidenceEntry } from './evidence-entry.js';
import { FURTHER_SOURCES } from './further-sources.js';
import { LATER_STUDIES } from './later-studies.js';
import { SUBDIVISION_RADIOTHERAPY, TABLE_2 } from './table-2-subdivisions.js';
import { TABLE_3 } from './table-3-first-line.js';
import { TABLE_5 } from './table-5-locoregional.js';
import { TABLE_6 } from './table-6-local-treatment.js';
import { TABLE_4, TABLE_7 } from './tables-4-and-7-trials.js';
import { CITED_ON_LOCOREGIONAL_RADIOTHERAPY } from './text-locoregional.js';
import { CITED_ON_LOCAL_TREATMENT } from './text-metastases.js';
import { CITED_ON_PROGNOSIS } from './text-prognosis.js';
import { CITED_ON_MAINTENANCE, CITED_ON_SYSTEMIC_THERAPY } from './text-systemic-therapy.js';

/** The evidence register: every row of the review's tables 2 to 7, the studies of its text, what came later. */
export const EVIDENCE_REGISTER: readonly EvidenceEntry[] = [
  ...TABLE_2,
  ...TABLE_3,
  ...TABLE_4,
  ...TABLE_5,
  ...TABLE_6,
  ...TABLE_7,
  ...CITED_ON_PROGNOSIS,
  ...CITED_ON_SYSTEMIC_THERAPY,
  ...CITED_ON_LOCOREGIONAL_RADIOTHERAPY,
  ...CITED_ON_LOCAL_TREATMENT,
  ...CITED_ON_MAINTENANCE,
  ...SUBDIVISION_RADIOTHERAPY,
  ...LATER_STUDIES,
];

const BY_ID: ReadonlyMap<string, EvidenceEntry> = new Map(EVIDENCE_REGISTER.map((entry) => [entry.id, entry]));

/**
 * An entry by its id.
 * @throws Problem `knowledge.unknown-evidence-entry`
 */
export function evidenceEntry(id: string): EvidenceEntry {
  const entry = BY_ID.get(id);
  if (entry === undefined) throw problem('knowledge.unknown-evidence-entry', `The evidence register holds no entry "${id}".`, { id });
  return entry;
}

/** The entries that report a source, so that what a rule cites can be read with its figures. */
export const entriesOfSource = (sourceId: string): readonly EvidenceEntry[] =>
  EVIDENCE_REGISTER.filter((entry) => entry.sources.includes(sourceId));

/** The entries of a published subdivision: survival of its classes, and what it says about locoregional radiotherapy. */
export const entriesOfSystem = (system: M1System): readonly EvidenceEntry[] =>
  EVIDENCE_REGISTER.filter((entry) => entry.systems?.includes(system) === true);

/** SHA-256 of the register's content: entries, levels of EBV DNA, endpoints and the sources that no release seals. */
export const evidenceDigest = (): string =>
  digestOf({ entries: EVIDENCE_REGISTER, ebvDna: EBV_DNA_THRESHOLDS, endpoints: ENDPOINTS, sources: FURTHER_SOURCES });
