import { problem } from '@tumor-board/kernel';
import type { M1System } from '@tumor-board/oncology';
import { type CitedEntry, type CitedSource, citedRegister, citedSource } from './cited-entry.js';
import { ENDPOINTS } from './effect.js';
import type { ReviewTable } from './evidence-entry.js';
import { isEvidenceId } from './register.js';

/** Which entries of the register; what is left out does not narrow. */
export interface EvidenceFilter {
  /** Words that must all occur in the citation, the population, the groups or the endpoints, whatever their case. */
  readonly search?: string | undefined;
  readonly table?: ReviewTable | undefined;
  readonly system?: M1System | undefined;
  /** Ids of entries, or of the sources that they report. */
  readonly ids?: readonly string[] | undefined;
}

/** What the register holds under one id. */
export interface EvidenceOfId {
  readonly id: string;
  readonly sources: readonly CitedSource[];
  readonly entries: readonly CitedEntry[];
}

interface Searchable {
  readonly entry: CitedEntry;
  readonly text: string;
  readonly ids: ReadonlySet<string>;
}

let searchable: readonly Searchable[] | undefined;

const register = (): readonly Searchable[] =>
  (searchable ??= citedRegister().map((entry) => ({
    entry,
    text: textOf(entry),
    ids: new Set([entry.id, ...entry.sources.map(({ id }) => id)]),
  })));

/** What an entry is found by, in lower case. */
const textOf = ({ id, name, sources, design, population, groups, effects, registration }: CitedEntry): string =>
  [
    id,
    name,
    design,
    population.setting,
    population.detail ?? '',
    registration ?? '',
    ...groups,
    ...sources.flatMap(({ citation, population: studied }) => [citation, studied]),
    ...effects.flatMap(({ endpoint }) => [endpoint, ENDPOINTS[endpoint]]),
  ]
    .join('\n')
    .toLowerCase();

/** The entries of the register that fit, in its order. */
export function findEvidence({ search, table, system, ids }: EvidenceFilter): readonly CitedEntry[] {
  const words = (search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return register().flatMap(({ entry, text, ids: known }) =>
    (table === undefined || (entry.place.in === 'table' && entry.place.table === table)) &&
    (system === undefined || entry.systems?.includes(system) === true) &&
    (ids === undefined || ids.some((id) => known.has(id))) &&
    words.every((word) => text.includes(word))
      ? [entry]
      : [],
  );
}

/**
 * What the register holds under the id of an entry, `table-3/jupiter-02`, or under that of a source as reasons cite it,
 * `yao-2023`, which may be reported by several entries or by none.
 * @throws Problem `knowledge.unknown-evidence`
 */
export function evidenceOf(id: string): EvidenceOfId {
  const entries = findEvidence({ ids: [id] });
  if (isEvidenceId(id)) return { id, sources: [citedSource(id)], entries };
  const [entry] = entries;
  if (entry === undefined) throw problem('knowledge.unknown-evidence', `The evidence register holds no "${id}".`, { id });
  return { id, sources: entry.sources, entries };
}
