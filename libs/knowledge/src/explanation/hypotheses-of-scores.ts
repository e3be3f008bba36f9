import type { ClinicalFact, M1System } from '@tumor-board/oncology';
import { future, type Hypothesis } from './hypothesis.js';
import type { HypotheticalCase } from './hypothetical-case.js';
import { nameOf } from './part.js';

type Score = Extract<ClinicalFact, { type: 'ExternalScoreReported' }>;

/** The inputs that an external centre can report for a system, with what they can be and how a board would say it. */
const INPUTS: Readonly<Record<Score['system'], readonly (readonly [Score['item'], string, readonly string[]])[]>> = {
  JIANG16: [],
  ZOU17: [['oligometastatic', 'oligometastatic by the paper’s own definition', ['yes', 'no']]],
  ZHENG20: [
    ['ebv-level', 'EBV DNA by the paper’s own cut-off', ['low', 'high']],
    ['oligometastatic', 'oligometastatic by the paper’s own definition', ['yes', 'no']],
  ],
  QIU22: [
    ['pps', 'PET-CT parameter score', ['low', 'high']],
    ['ebv-level', 'EBV DNA by the paper’s own cut-off', ['low', 'high']],
  ],
};
const isScored = (system: M1System): system is Score['system'] => system in INPUTS;

/** What an external centre could report for a subdivision that cannot be computed from what was published. */
export function scoreHypotheses({ part, nextDay, assessment }: HypotheticalCase): readonly Hypothesis[] {
  const name = nameOf(part);
  if (name.of !== 'm1' || !isScored(name.system)) return [];
  const { system } = name;
  const score = (item: Score['item'], words: string, value: string): Hypothesis =>
    future(
      { id: `score/${system}/${item}/${value}`, question: `${item} of ${system}`, label: `an external centre reports ${words}: ${value}` },
      { type: 'ExternalScoreReported', on: nextDay, system, item, value, reportedBy: 'an external centre' },
    );
  // A class is only asked for where it is open, and only one that the facts allow.
  const finding = assessment.m1[system];
  const classes = finding.status === 'indeterminate' ? finding.possible : [];
  return [
    ...INPUTS[system].flatMap(([item, words, values]) => values.map((value) => score(item, words, value))),
    ...classes.map((value) => score('class', `the class of ${system}`, value)),
  ];
}
