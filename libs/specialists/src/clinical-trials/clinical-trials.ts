import { type CriterionMatch, type TrialMatch, trialOf } from '@tumor-board/knowledge';
import { isAntiPd1 } from '@tumor-board/oncology';
import { alternative, hasDied, proposes } from '../input/case-reading.js';
import type { PanelInput } from '../input/panel-input.js';
import { type Draft, WHOLE_CASE } from '../opinion/claim.js';
import { argueFor, ask, counted, listed, raise } from '../opinion/draft.js';
import type { Need } from '../opinion/need.js';
import type { Agent } from '../opinion/opinion.js';
import { screeningItems, waitsForRecord, waitsForTreatment } from './open-criteria.js';
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
  return [
    ...read.flatMap((match) => onTrial(match, option, input)),
    ...onRandomised(input, read),
    ...onScreening(input, option),
    ...onUnread(input),
  ];
}

const factsOf = ({ criteria }: TrialMatch, outcome: CriterionMatch['outcome']): string[] =>
  criteria.flatMap((criterion) => (criterion.outcome === outcome ? criterion.facts : []));
const asksOf = ({ criteria }: TrialMatch, which: (criterion: CriterionMatch) => boolean): string[] =>
  criteria.filter(which).map(({ asks }) => asks);

const recruitment = ({ recruiting, status }: TrialMatch): string =>
  recruiting === 'yes' ? `recruiting (${status.asOf})` : recruiting === 'no' ? 'takes no patients' : 'whether it recruits is not known';

/** Why a trial is not for this patient whatever its criteria say: the agent is ruled out, or its radiotherapy has been given. */
function notForThisPatient(
  { trial, title }: TrialMatch,
  { fitness, declined, course }: PanelInput,
): { text: string; facts: readonly string[]; rule: string } | undefined {
  const given = course.locoregionalRadiotherapy;
  if (given.length > 0 && /locoregional radiotherapy/i.test(title) && !/after locoregional/i.test(title)) {
    return {
      text: `its radiotherapy has been given (${given.map(({ on }) => on).join(', ')})`,
      facts: given.map(({ id }) => id),
      rule: rule('not-met'),
    };
  }
  if (![title, ...trialOf(trial).arms, ...trialOf(trial).criteria.map(({ text }) => text)].some(isAntiPd1)) return undefined;
  if (fitness.antiPd1.verdict === 'blocked') {
    const { because } = fitness.antiPd1;
    const why = because.map(({ text }) => text).join('; ');
    return {
      text: `it takes an anti-PD-1 agent, which a guard rules out (${why})`,
      facts: because.flatMap(({ facts }) => facts),
      rule: rule('agent'),
    };
  }
  if (declined.antiPd1 === undefined) return undefined;
  return { text: 'it takes an anti-PD-1 agent, which the patient declines', facts: declined.antiPd1, rule: rule('agent') };
}

function onTrial(match: TrialMatch, option: string, input: PanelInput): Draft[] {
  const { trial, title, overall, criteria } = match;
  const name = `${trial} (${title})`;
  const against = notForThisPatient(match, input);
  if (against !== undefined)
    return [raise(option, `${name}: not for this patient, ${against.text}.`, { facts: against.facts, rule: against.rule })];
  const met = counted(criteria.filter(({ outcome }) => outcome === 'met').length, 'criterion', 'criteria');
  const failing = criteria.filter(({ outcome }) => outcome === 'not-met').map(({ asks, text }) => `${asks} (${text})`);
  switch (overall) {
    case 'possible': {
      const judged = asksOf(match, ({ waitsFor }) => waitsFor === 'person');
      const text = `${name}: ${met} met, none failed${judged.length === 0 ? '' : `; for a person: ${listed(judged)}`}; ${recruitment(match)}.`;
      const grounds = { facts: factsOf(match, 'met'), rule: rule('match') };
      return [option === WHOLE_CASE ? raise(option, text, grounds) : argueFor(option, text, grounds)];
    }
    case 'unknown': {
      const [lacking, later] = [asksOf(match, waitsForRecord), asksOf(match, waitsForTreatment)];
      const open = [
        ...(lacking.length === 0 ? [] : [`the record lacks ${lacking.join(', ')}`]),
        ...(later.length === 0 ? [] : [`it would open after ${later.join(', ')}`]),
      ];
      return [
        raise(option, `${name}: ${[`${met} met, none failed`, ...open, recruitment(match)].join('; ')}.`, {
          facts: factsOf(match, 'met'),
          rule: rule('open'),
        }),
      ];
    }
    case 'excluded':
      return failing.length === 0
        ? []
        : [raise(option, `${name}: not met: ${failing.join('; ')}.`, { facts: factsOf(match, 'not-met'), rule: rule('not-met') })];
  }
}

const onScreening = (input: PanelInput, option: string): Draft[] =>
  screeningItems(input).map(({ item, trials }) =>
    ask(option, item, `${listed(trials)} cannot be screened without ${item}.`, { rule: rule('open'), severity: 'preference' }),
  );

/** A trial that randomises the very question of the step. */
function onRandomised(input: PanelInput, read: readonly TrialMatch[]): Draft[] {
  const salvage = alternative(input, /immediate against salvage/i);
  const match = read.find(({ trial }) => trial === 'NCT07235319');
  if (salvage === undefined || match === undefined || !proposes(input, 'locoregional-rt') || match.overall === 'excluded') return [];
  return [
    argueFor(salvage, `${match.trial} asks this very question. Screen before the first fraction: radiotherapy given outside closes it.`, {
      facts: factsOf(match, 'met'),
      rule: rule('screen-first'),
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
