import { EVIDENCE_REGISTER, type EvidenceEntry, entriesOfSource, isEvidenceId } from '@tumor-board/knowledge';
import type { Option } from '../input/option.js';

/** What evidence is about, and what an option turns on. */
export const TOPICS = [
  'staging',
  'prognosis',
  'marker',
  'response',
  'systemic therapy',
  'locoregional radiotherapy',
  'local treatment',
  'maintenance',
  'fitness',
  'trials',
] as const;
export type Topic = (typeof TOPICS)[number];

const EVERY: readonly Topic[] = TOPICS;

/** Entries that stand outside the review's tables and sections, and those whose place says too little. */
const ENTRY_TOPICS: Readonly<Record<string, readonly Topic[]>> = {
  'text/lee-2021-ebv': ['marker', 'prognosis'],
  'text/wang-2010': ['marker', 'prognosis'],
  'text/frequency-conventional': ['staging', 'prognosis'],
  'text/frequency-pet-ct': ['staging', 'prognosis'],
  'text/zheng-2022-cycles': ['systemic therapy', 'locoregional radiotherapy'],
  'text/chen-2013-cycles': ['systemic therapy', 'locoregional radiotherapy'],
  'text/you-2020': ['systemic therapy', 'locoregional radiotherapy', 'response'],
  'later/jupiter-02-final': ['systemic therapy', 'maintenance'],
  'later/jupiter-02-six-years': ['systemic therapy', 'maintenance'],
  'later/rationale-309-interim': ['systemic therapy'],
  'later/ak105-304': ['systemic therapy'],
  'later/grade-3-events': ['systemic therapy', 'fitness'],
  'later/you-2020-survival': ['locoregional radiotherapy', 'systemic therapy', 'maintenance'],
  'later/liu-2022-capecitabine': ['maintenance'],
  'later/huang-2024': ['locoregional radiotherapy', 'local treatment', 'maintenance'],
  'later/chen-2024': ['locoregional radiotherapy'],
  'radiotherapy/jiang-2016': ['locoregional radiotherapy', 'prognosis'],
  'radiotherapy/sun-2019': ['locoregional radiotherapy', 'prognosis', 'local treatment'],
  'radiotherapy/yao-2023': ['locoregional radiotherapy', 'prognosis'],
};

/** Sources that no entry reports, or that are about more than their entries say. */
const SOURCE_TOPICS: Readonly<Record<string, readonly Topic[]>> = {
  'liu-2023': EVERY,
  'product-rule': EVERY,
  'eisenhauer-2009': ['response'],
  'seymour-2017': ['response'],
  'ajcc-8-npc': ['staging'],
  'pan-2024-tnm9': ['staging'],
  'ahn-2016': ['fitness', 'systemic therapy'],
  'clinical-consensus-cisplatin': ['fitness', 'systemic therapy'],
  'asco-irae-2021': ['fitness', 'systemic therapy', 'maintenance'],
  'fda-penpulimab-2025': ['systemic therapy', 'fitness'],
  'toripalimab-approval': ['systemic therapy'],
  'csco-2021': ['systemic therapy', 'locoregional radiotherapy'],
  'nccn-2022': ['systemic therapy', 'locoregional radiotherapy'],
  'nccn-2025': ['systemic therapy', 'maintenance'],
  'esmo-2021': ['systemic therapy', 'locoregional radiotherapy'],
  'esmo-2023': ['systemic therapy', 'maintenance'],
  nct07235319: ['locoregional radiotherapy', 'trials', 'maintenance'],
  'chen-2021-m1-risk': ['staging', 'marker'],
  'chiang-2021': ['prognosis', 'marker'],
  'jin-2017': ['marker', 'prognosis'],
  pmc4748899: ['marker', 'prognosis'],
  'miao-2022': ['marker', 'maintenance'],
  'chua-2008': ['maintenance', 'systemic therapy'],
  'hellman-1995': ['local treatment'],
};

function topicsOfEntry(entry: EvidenceEntry): readonly Topic[] {
  const own = ENTRY_TOPICS[entry.id];
  if (own !== undefined) return own;
  const { place } = entry;
  switch (place.in) {
    case 'table':
      switch (place.table) {
        case 2:
          return ['prognosis', 'staging', 'locoregional radiotherapy', 'local treatment'];
        case 3:
          return ['systemic therapy'];
        case 4:
          return ['systemic therapy', 'trials'];
        case 5:
          return ['locoregional radiotherapy'];
        case 6:
          return ['local treatment'];
        case 7:
          return ['local treatment', 'locoregional radiotherapy', 'trials'];
      }
      break;
    case 'text':
      switch (place.section) {
        case 'introduction':
        case 'subcategorization':
          return ['prognosis', 'staging'];
        case 'systemic':
          return ['systemic therapy'];
        case 'locoregional':
          return ['locoregional radiotherapy'];
        case 'metastases':
          return ['local treatment'];
        case 'other':
          return ['maintenance'];
      }
      break;
    case 'elsewhere':
      return [];
  }
  return [];
}

const ENTRIES: ReadonlyMap<string, EvidenceEntry> = new Map(EVIDENCE_REGISTER.map((entry) => [entry.id, entry]));

/** What an id of the register is about; none for an id that it does not hold. */
export function topicsOf(id: string): readonly Topic[] {
  const entry = ENTRIES.get(id);
  if (entry !== undefined) return topicsOfEntry(entry);
  if (!isEvidenceId(id)) return [];
  return [...new Set([...(SOURCE_TOPICS[id] ?? []), ...entriesOfSource(id).flatMap(topicsOfEntry)])];
}

/** Topics of an option that is not a step's code, by the words of its title. */
const WORDS: readonly (readonly [RegExp, readonly Topic[]])[] = [
  [/ablat|resection|stereotactic|local therapy/i, ['local treatment', 'systemic therapy']],
  [/radiotherapy/i, ['locoregional radiotherapy', 'systemic therapy', 'response']],
  [/maintenance|capecitabine|surveillance/i, ['maintenance', 'fitness', 'locoregional radiotherapy', 'local treatment']],
  [/systemic|gemcitabine|platin|anti-pd-1|agent|regimen|induction|current therapy/i, ['systemic therapy', 'fitness', 'response']],
  [/trial/i, ['trials', 'systemic therapy', 'locoregional radiotherapy']],
  [/ebv/i, ['marker', 'response']],
  [/supportive care|reassess/i, ['fitness']],
];

const STEP_TOPICS: Readonly<Record<string, readonly Topic[]>> = {
  'complete-baseline': ['staging', 'prognosis', 'marker', 'fitness', 'response'],
  'ablate-upfront': ['local treatment', 'systemic therapy', 'fitness', 'staging', 'response', 'marker'],
  'start-systemic': ['systemic therapy', 'fitness', 'staging', 'response', 'marker'],
  'continue-systemic': ['systemic therapy', 'fitness', 'response', 'marker'],
  'repeat-imaging': ['response', 'staging', 'marker', 'fitness', 'systemic therapy'],
  'confirm-progression': ['response', 'systemic therapy', 'marker', 'fitness'],
  'locoregional-rt': ['locoregional radiotherapy', 'systemic therapy', 'fitness', 'response', 'marker'],
  'consolidate-metastases': ['local treatment', 'locoregional radiotherapy', 'response', 'fitness', 'marker'],
  maintenance: ['maintenance', 'systemic therapy', 'locoregional radiotherapy', 'response', 'fitness', 'marker'],
  surveillance: ['response', 'marker', 'maintenance', 'locoregional radiotherapy', 'fitness'],
  'change-systemic': ['systemic therapy', 'response', 'locoregional radiotherapy', 'fitness', 'trials', 'marker'],
  'board-discussion': EVERY,
  'supportive-care': ['fitness', 'response'],
};

/** What an option turns on. */
export function topicsOfOption({ kind, option, title }: Option): readonly Topic[] {
  if (kind === 'case') return EVERY;
  if (kind === 'proposed') return STEP_TOPICS[option] ?? EVERY;
  return [...new Set(WORDS.flatMap(([words, topics]) => (words.test(title) ? topics : [])))];
}

/** True when evidence is about an option: it shares a topic with it, or the assessment itself gives it for the option. */
export function isAbout(evidenceId: string, option: Option): boolean {
  if (option.evidence.includes(evidenceId)) return true;
  const topics = topicsOfOption(option);
  return topicsOf(evidenceId).some((topic) => topics.includes(topic));
}
