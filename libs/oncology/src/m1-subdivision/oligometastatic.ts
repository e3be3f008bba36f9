import { classified, type Finding, indeterminate, notApplicable, type Reason } from '@tumor-board/kernel';
import { evaluate } from './completions.js';
import type { MetastaticExtent } from './metastatic-extent.js';
import { type RuleTable, withoutMetastasis } from './rule-table.js';

const RULE = 'oligometastatic/site-limit';

const tableFor = (max: OligometastaticMax): RuleTable => ({
  classes: ['false', 'true'],
  reads: { lesionsUpTo: max + 1, liver: 0 },
  asks: [],
  rows: [
    withoutMetastasis('oligometastatic'),
    { rule: RULE, gives: ['true'], when: `at most ${max} distant lesions`, holds: ({ lesions }) => lesions <= max },
    { rule: RULE, gives: ['false'], when: `more than ${max} distant lesions`, holds: ({ lesions }) => lesions > max },
  ],
});
/** The limits that a site may choose from. */
export type OligometastaticMax = 3 | 4 | 5;

const TABLES: Readonly<Record<OligometastaticMax, RuleTable>> = { 3: tableFor(3), 4: tableFor(4), 5: tableFor(5) };

/**
 * Whether the disease at diagnosis is oligometastatic by the site's limit of `max` lesions. The review asks for the distinction
 * and gives no number.
 */
export function oligometastatic(extent: MetastaticExtent, max: OligometastaticMax): Finding<boolean> {
  const { classes, doesNotApply, rows, missing } = evaluate(TABLES[max], extent, [], { eberNegative: false });
  const [first] = classes;
  if (first === undefined) return notApplicable(doesNotApply.join('; '));
  const because = rows.map(
    (row): Reason => ({ text: `${row.when} (${extent.text})`, facts: extent.facts, rule: row.rule, evidence: ['liu-2023'] }),
  );
  if (classes.length === 1 && doesNotApply.length === 0) {
    return classified(first === 'true', because, extent.hasProbableLesions ? ['probable-lesions'] : []);
  }
  const possible = classes.map((value) => value === 'true');
  return doesNotApply.length === 0
    ? indeterminate(possible, missing, because)
    : indeterminate(possible, missing, because, doesNotApply.join('; '));
}
