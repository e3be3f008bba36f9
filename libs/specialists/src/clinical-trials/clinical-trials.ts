import type { TrialMatch } from '@tumor-board/knowledge';
import { alternative, hasDied, proposes } from '../input/case-reading.js';
import type { PanelInput } from '../input/panel-input.js';
import { type Draft, WHOLE_CASE } from '../opinion/claim.js';
import { argueFor, ask, counted, listed, raise } from '../opinion/draft.js';
import type { Need } from '../opinion/need.js';
import type { Agent } from '../opinion/opinion.js';
import { openCriteria } from './open-criteria.js';
import { rule } from './rules.js';

const NEEDS: readonly Need[] = [
  {
    item: 'ECOG performance status',
    why: 'every trial here limits it',
    owner: 'treating clinician',
    when: 'always',
    reads: { kind: 'fact', type: 'PerformanceStatusRecorded' },
    severity: 'preference',
  },
  {
    item: 'histology with EBER',
    why: 'most trials here take non-keratinising carcinoma only',
    owner: 'pathology',
    when: 'always',
    reads: { kind: 'fact', type: 'HistologyReported' },
    severity: 'preference',
  },
];

function argue(input: PanelInput): Draft[] {
  if (hasDied(input)) return [];
  const read = input.outlook.trials.filter(({ criteria }) => criteria.length > 0);
  const option = alternative(input, /^clinical trial$/i) ?? WHOLE_CASE;
  return [...read.flatMap((match) => onTrial(match, option, input)), ...onRandomised(input, read), ...onUnread(input)];
}

const factsOf = ({ criteria }: TrialMatch, outcome: TrialMatch['criteria'][number]['outcome']): string[] =>
  criteria.flatMap((criterion) => (criterion.outcome === outcome ? criterion.facts : []));

const recruitment = ({ recruiting, status }: TrialMatch): string =>
  recruiting === 'yes' ? `recruiting (${status.asOf})` : recruiting === 'no' ? 'takes no patients' : 'whether it recruits is not known';

function onTrial(match: TrialMatch, option: string, input: PanelInput): Draft[] {
  const { trial, title, overall, criteria } = match;
  const met = criteria.filter(({ outcome }) => outcome === 'met').length;
  const judged = criteria.filter(({ waitsFor }) => waitsFor === 'person').map(({ asks }) => asks);
  const lacking = criteria.filter(({ waitsFor }) => waitsFor === 'fact').map(({ asks }) => asks);
  const failing = criteria.filter(({ outcome }) => outcome === 'not-met').map(({ asks, text }) => `${asks} (${text})`);
  const name = `${trial} (${title})`;
  switch (overall) {
    case 'possible': {
      const text = `${name}: ${counted(met, 'criterion', 'criteria')} met, none failed${judged.length === 0 ? '' : `; for a person: ${listed(judged)}`}; ${recruitment(match)}.`;
      const grounds = { facts: factsOf(match, 'met'), rule: rule('match') };
      return [option === WHOLE_CASE ? raise(option, text, grounds) : argueFor(option, text, grounds)];
    }
    case 'unknown': {
      const text = `${name}: ${counted(met, 'criterion', 'criteria')} met, none failed; a match would need ${listed(lacking)}; ${recruitment(match)}.`;
      const asked = openCriteria(input).filter((open) => open.trial === trial);
      return [
        raise(option, text, { facts: factsOf(match, 'met'), rule: rule('open') }),
        ...(match.recruiting === 'no'
          ? []
          : asked
              .slice(0, 3)
              .map(({ item, asks }) =>
                ask(option, item, `${trial} asks for ${asks}, which the record does not settle.`, {
                  rule: rule('open'),
                  severity: 'preference',
                }),
              )),
      ];
    }
    case 'excluded':
      return failing.length === 0
        ? []
        : [raise(option, `${name}: not met: ${failing.join('; ')}.`, { facts: factsOf(match, 'not-met'), rule: rule('not-met') })];
  }
}

/** A trial that randomises the very question of the step. */
function onRandomised(input: PanelInput, read: readonly TrialMatch[]): Draft[] {
  const salvage = alternative(input, /immediate against salvage/i);
  const match = read.find(({ trial }) => trial === 'NCT07235319');
  if (salvage === undefined || match === undefined || !proposes(input, 'locoregional-rt') || match.overall === 'excluded') return [];
  return [
    argueFor(salvage, `${match.trial} asks this very question. Screen before the first fraction: radiotherapy given outside closes it.`, {
      facts: factsOf(match, 'met'),
      rule: rule('treat'),
      evidence: ['nct07235319'],
    }),
  ];
}

function onUnread({ outlook }: PanelInput): Draft[] {
  const unread = outlook.trials.filter(({ criteria, recruiting }) => criteria.length === 0 && recruiting !== 'no');
  const reported = outlook.trials.filter(({ status }) => status.recruitment === 'reported');
  return [
    ...(unread.length === 0
      ? []
      : [
          raise(
            WHOLE_CASE,
            `${counted(unread.length, 'trial')} of the review's tables could not be matched: criteria not read, recruitment not known.`,
            { rule: rule('not-read'), evidence: ['liu-2023'] },
          ),
        ]),
    ...(reported.length === 0
      ? []
      : [raise(WHOLE_CASE, `Reported, not offered: ${listed(reported.map(({ trial }) => trial))}.`, { rule: rule('reported') })]),
  ];
}

/** Puts the known trials beside the case: met, not met, not known, and what would make a match. */
export const clinicalTrials: Agent = { discipline: 'clinical-trials', version: '1', needs: NEEDS, argue };
