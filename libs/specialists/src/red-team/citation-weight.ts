import { EVIDENCE_REGISTER, type EvidenceEntry, type EvidenceSource, evidenceSource, isEvidenceId } from '@tumor-board/knowledge';

/** How much a citation bears, and why it bears no more. */
export interface CitationWeight {
  readonly id: string;
  /** 0 weakest. An order, not a score: it is never added up. */
  readonly rank: number;
  readonly text: string;
}

const ENTRIES: ReadonlyMap<string, EvidenceEntry> = new Map(EVIDENCE_REGISTER.map((entry) => [entry.id, entry]));

const ENTRY_RANKS: Readonly<Record<EvidenceEntry['design'], number>> = {
  'expert opinion': 1,
  'phase 3, registered': 1,
  'phase 2, registered': 1,
  retrospective: 2,
  cohort: 2,
  'systematic review': 3,
  'single-arm trial': 3,
  'phase 2': 3,
  'randomised phase 2': 4,
  'randomised phase 3': 5,
};
const SOURCE_RANKS: Readonly<Record<EvidenceSource['design'], number>> = {
  'product-rule': 0,
  review: 1,
  consensus: 2,
  guideline: 2,
  standard: 2,
  retrospective: 2,
  label: 3,
  'single-arm': 3,
  randomised: 5,
};

/** Of several caveats the one that weighs on any citation: how the patients were chosen, and which. */
const TELLING = /retrospective|recurrent|opinion|comparator|no patient/i;

const sentences = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' ');

function weightOfEntry({ id, name, design, population, caveats, verified }: EvidenceEntry): CitationWeight {
  const otherPatients = population.setting !== 'de novo';
  const patients = `${population.setting}${population.detail === undefined ? '' : ` (${population.detail})`}`;
  const rank = verified ? Math.max(0, ENTRY_RANKS[design] - (otherPatients ? 1 : 0)) : 0;
  return {
    id,
    rank,
    text: sentences(
      `${name}: ${design}; patients: ${patients}.`,
      (caveats.find(({ text }) => TELLING.test(text)) ?? caveats[0])?.text,
      verified ? undefined : 'Not verified.',
    ),
  };
}

function weightOfSource({ id, citation, design, population, verified }: EvidenceSource): CitationWeight {
  return {
    id,
    rank: verified ? SOURCE_RANKS[design] : 0,
    text: sentences(`${citation}: ${design}; patients: ${population}.`, verified ? undefined : 'Not verified.'),
  };
}

/** The weight of a citation; undefined for an id that the register does not hold, and for a product rule, which is no study. */
export function citationWeight(id: string): CitationWeight | undefined {
  if (id === 'product-rule') return undefined;
  const entry = ENTRIES.get(id);
  if (entry !== undefined) return weightOfEntry(entry);
  return isEvidenceId(id) ? weightOfSource(evidenceSource(id)) : undefined;
}

/** The weakest of several citations; of equal ones the first. Undefined when none is a study. */
export const weakestCitation = (ids: readonly string[]): CitationWeight | undefined =>
  ids.reduce<CitationWeight | undefined>((weakest, id) => {
    const weight = citationWeight(id);
    return weight !== undefined && (weakest === undefined || weight.rank < weakest.rank) ? weight : weakest;
  }, undefined);
