import { alternative, antiPd1InPlay, carboplatinInPlay, chartFacts, proposed } from '../input/case-reading.js';
import type { PanelInput } from '../input/panel-input.js';
import type { Draft } from '../opinion/claim.js';
import { argueAgainst, argueFor, listed, raise, sentence } from '../opinion/draft.js';
import { figure } from '../rules/figures.js';
import { rule } from './rules.js';

/** Before the baseline is complete: what cannot be made up for, and what cannot wait. */
export function onBaseline(input: PanelInput): Draft[] {
  const now = alternative(input, /start systemic therapy now/i);
  const gaps = input.assessment.nextStep.needs;
  return [
    argueFor('complete-baseline', `Not on record: ${listed(gaps)}. After the first dose it cannot be made up for.`, {
      facts: chartFacts(input),
      rule: 'P03',
    }),
    ...(now === undefined
      ? []
      : [
          raise(
            now,
            'In symptomatic disease the first cycle does not wait; whoever starts draws and images first what can still be obtained.',
            { rule: rule('no-delay'), evidence: ['liu-2023'] },
          ),
        ]),
  ];
}

/** The first regimen. */
export function onFirstLine(input: PanelInput): Draft[] {
  const { assessment, fitness, timeline } = input;
  const step = proposed(input);
  const regimen = assessment.nextStep.regimen ?? [];
  const ecog = timeline.latest('PerformanceStatusRecorded');
  const facts = ecog === undefined ? [] : [ecog.id];
  const drafts: Draft[] = [];
  if (antiPd1InPlay(input)) {
    drafts.push(
      argueFor(
        step,
        `${sentence(listed(regimen))} ${figure('table-3/jupiter-02', 1)}. ${figure('table-3/captain-1st', 1)}. ${figure('table-3/rationale-309', 1)}.`,
        {
          facts,
          rule: 'P10',
          evidence: ['table-3/jupiter-02', 'table-3/captain-1st', 'table-3/rationale-309'],
        },
      ),
    );
    drafts.push(
      raise(
        step,
        `Overall survival with an anti-PD-1 agent: ${figure('later/jupiter-02-final', 2)}; of the other two trials no final survival was found that could be verified.`,
        {
          rule: 'P10',
          evidence: ['later/jupiter-02-final'],
        },
      ),
    );
    const alone = alternative(input, /platinum alone/i);
    if (alone !== undefined) {
      drafts.push(
        argueAgainst(
          alone,
          `Gemcitabine and platinum alone only where no anti-PD-1 agent can be given: progression comes earlier. ${figure('later/jupiter-02-final', 0)}.`,
          { facts, evidence: ['later/jupiter-02-final'] },
        ),
      );
    }
  } else if (regimen.length > 0) {
    const why = fitness.antiPd1.verdict === 'blocked' ? 'a guard rules out anti-PD-1' : 'the patient declines anti-PD-1';
    drafts.push(
      argueFor(step, `${sentence(listed(regimen))} ${sentence(why)} ${figure('table-3/gem20110714', 1)}.`, {
        facts: [
          ...facts,
          ...(fitness.antiPd1.verdict === 'blocked'
            ? fitness.antiPd1.because.flatMap((reason) => reason.facts)
            : (input.declined.antiPd1 ?? [])),
        ],
        rule: rule('without-anti-pd1'),
        evidence: ['table-3/gem20110714'],
      }),
    );
  }
  const swap = alternative(input, /carboplatin in place/i);
  if (swap !== undefined) {
    drafts.push(
      argueFor(swap, `Carboplatin for cisplatin. ${figure('later/ak105-304', 1)}; cisplatin or carboplatin was allowed.`, {
        facts: fitness.cisplatin.because.flatMap((reason) => reason.facts),
        rule: rule('carboplatin'),
        evidence: ['later/ak105-304'],
      }),
    );
  } else if (carboplatinInPlay(input)) {
    drafts.push(
      raise(step, 'Carboplatin stands in for cisplatin: of the four first-line trials with an anti-PD-1 agent one allowed it.', {
        facts: fitness.cisplatin.because.flatMap((reason) => reason.facts),
        rule: rule('carboplatin'),
        evidence: ['later/ak105-304'],
      }),
    );
  }
  return drafts;
}
