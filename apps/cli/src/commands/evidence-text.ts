import { type CitedEntry, effectText, type Limit, type ReviewSection, type ReviewTable } from '@tumor-board/knowledge';

const TABLES: Readonly<Record<ReviewTable, string>> = {
  2: 'Table 2: published subdivisions of M1 disease',
  3: 'Table 3: randomised trials of first-line systemic therapy',
  4: 'Table 4: trials of first-line systemic therapy, listed as ongoing',
  5: 'Table 5: locoregional radiotherapy with chemotherapy, retrospective',
  6: 'Table 6: local treatment of metastases with chemotherapy, retrospective',
  7: 'Table 7: trials of systemic with local therapy, listed as ongoing',
};
const SECTIONS: Readonly<Record<ReviewSection, string>> = {
  introduction: 'Cited in the introduction',
  subcategorization: 'Cited on subdivision and prognosis',
  systemic: 'Cited on systemic therapy',
  locoregional: 'Cited on locoregional radiotherapy',
  metastases: 'Cited on local treatment of metastases',
  other: 'Cited elsewhere in the text',
};

/** The heading that an entry stands under. */
export function headingOf({ place }: CitedEntry): string {
  switch (place.in) {
    case 'table':
      return TABLES[place.table];
    case 'text':
      return SECTIONS[place.section];
    case 'elsewhere':
      return 'Outside the review';
  }
}

/** The row of an entry in the table of its heading: id, design, population, patients. */
export const entryRow = ({ id, design, population, patients, place }: CitedEntry): readonly string[] => [
  place.in === 'table' ? String(place.row) : '',
  id,
  design,
  population.detail === undefined ? population.setting : `${population.setting}, ${population.detail}`,
  patients.length === 0 ? '' : `n = ${patients.map(({ of, n }) => (patients.length === 1 ? `${n}` : `${of} ${n}`)).join(', ')}`,
];

/** What an entry says, a line each: its groups, figures, statements, thresholds, slips, caveats and sources. */
export const entryLines = (entry: CitedEntry): string[] => [
  ...(entry.groups.length === 0 ? [] : [entry.groups.join(' | ')]),
  ...entry.effects.map((effect) => effectText(effect, entry.groups)),
  ...(entry.says ?? []),
  ...(entry.thresholds ?? []).map(({ what, value, unit }) => `limit: ${what} ${limitText(value)} ${unit}`),
  ...entry.corrections.map(({ kind, printed, readAs, why }) => `${kind}: printed "${printed}", read as ${readAs}. ${why}`),
  ...entry.caveats.map(({ text, verified }) => `caveat: ${text}${unverified(verified)}`),
  ...entry.sources.map(
    (source) =>
      [`source: ${source.citation}`, ...(source.doi === undefined ? [] : [`doi ${source.doi}`])].join(' ') + unverified(source.verified),
  ),
  ...(entry.verified ? [] : ['not verified']),
];

const unverified = (verified: boolean): string => (verified ? '' : ' (not verified)');

function limitText(limit: Limit): string {
  if ('above' in limit) return `above ${limit.above}`;
  if ('below' in limit) return `below ${limit.below}`;
  if ('atLeast' in limit) return `at least ${limit.atLeast}`;
  if ('atMost' in limit) return `at most ${limit.atMost}`;
  return limit.from === limit.to ? String(limit.from) : `${limit.from} to ${limit.to}`;
}
