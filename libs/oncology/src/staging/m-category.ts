import { classified, type Finding, indeterminate, type Reason } from '@tumor-board/kernel';
import { evaluate } from '../m1-subdivision/completions.js';
import { hasDistantNode, lesionsOf } from '../m1-subdivision/disease-burden.js';
import type { MetastaticExtent } from '../m1-subdivision/metastatic-extent.js';
import type { RuleTable } from '../m1-subdivision/rule-table.js';
import { EDITION_EVIDENCE } from './stage-groups.js';
import type { TnmEdition } from './tnm-edition.js';

/** What the chart alone says of distant metastasis; `open` when it allows both or there is none. */
export type ChartedM = 'M0' | 'M1' | 'open';

export function chartedM(extent: MetastaticExtent): ChartedM {
  if (extent.chart === undefined) return 'open';
  if (extent.burdens.every((burden) => lesionsOf(burden) > 0)) return 'M1';
  return extent.burdens.every((burden) => lesionsOf(burden) === 0) ? 'M0' : 'open';
}

export const STAGING_MISSING = 'TNM staging';

/** TNM-9 counts lesions whatever the organ; the limit of 3 was verified, the standing of distant nodes is not settled. */
const LESION_LIMIT = 3;
const NO_METASTASIS_ROW = {
  rule: 'M0',
  gives: ['M0'],
  when: 'no distant metastasis',
  holds: ({ lesions }: { lesions: number }) => lesions === 0,
};
const TABLES: Readonly<Record<TnmEdition, RuleTable>> = {
  'TNM-8': {
    classes: ['M0', 'M1'],
    reads: { lesionsUpTo: 1, liver: 0 },
    asks: [],
    rows: [
      { ...NO_METASTASIS_ROW, rule: 'TNM-8/M0' },
      { rule: 'TNM-8/M1', gives: ['M1'], when: 'distant metastasis', holds: ({ lesions }) => lesions > 0 },
    ],
  },
  'TNM-9': {
    classes: ['M0', 'M1a', 'M1b'],
    reads: { lesionsUpTo: LESION_LIMIT + 1, liver: 0 },
    asks: [],
    rows: [
      { ...NO_METASTASIS_ROW, rule: 'TNM-9/M0' },
      {
        rule: 'TNM-9/M1a',
        gives: ['M1a'],
        when: `up to ${LESION_LIMIT} distant lesions`,
        holds: ({ lesions }) => lesions > 0 && lesions <= LESION_LIMIT,
      },
      {
        rule: 'TNM-9/M1b',
        gives: ['M1b'],
        when: `more than ${LESION_LIMIT} distant lesions`,
        holds: ({ lesions }) => lesions > LESION_LIMIT,
      },
    ],
  },
};

/**
 * The M category in an edition. The chart before treatment decides what it settles, also against the record; where it leaves
 * the category open the recorded one narrows it, and a TNM-9 sub-category that rests on the record alone is `as-recorded`.
 */
export function mCategory(edition: TnmEdition, extent: MetastaticExtent): Finding<string> {
  const recorded = extent.stagingIn[edition];
  const charted = evaluate(TABLES[edition], extent, [], { eberNegative: false });
  const compatible = recorded === undefined ? charted.classes : charted.classes.filter((category) => agree(category, recorded.m));
  const possible = compatible.length === 0 ? charted.classes : compatible;
  const rests = possible.length < charted.classes.length || extent.chart === undefined;
  const because = charted.rows
    .filter((row) => row.gives.some((category) => possible.includes(category)))
    .map(
      (row): Reason => ({
        text: `${row.when} (${extent.text}${rests && recorded !== undefined && extent.chart !== undefined ? `; ${recorded.m} recorded` : ''})`,
        facts: rests && recorded !== undefined ? [...new Set([...extent.facts, recorded.id])] : extent.facts,
        rule: row.rule,
        evidence: [EDITION_EVIDENCE[edition]],
      }),
    );
  const [category] = possible;
  if (category === undefined || possible.length > 1) {
    const missing = extent.chart === undefined && recorded === undefined ? [STAGING_MISSING] : charted.missing;
    return indeterminate([...possible].sort(), missing, because);
  }
  const flags: string[] = [];
  if (charted.classes.length > 1 && /^M1[ab]$/.test(recorded?.m ?? '')) flags.push('as-recorded');
  if (extent.hasProbableLesions && category !== 'M0') flags.push('probable-lesions');
  if (category === 'M1b' && extent.certainBesideNodes <= LESION_LIMIT && extent.burdens.every(hasDistantNode)) {
    flags.push('distant-nodes-decide');
  }
  return classified(category, because, flags);
}

/** Whether two M categories can be the same disease; M1 leaves its sub-category open. */
const agree = (category: string, recorded: string): boolean =>
  category === recorded || (recorded === 'M1' && category.startsWith('M1')) || (category === 'M1' && recorded.startsWith('M1'));
