import type { Reason } from '@tumor-board/kernel';
import { AGENT_CLASSES, type AgentClass, ANTI_PD1_HOLDS, isAntiPd1, isFluoropyrimidine } from '@tumor-board/oncology';
import {
  alternative,
  antiPd1InPlay,
  blocked,
  cisplatinInPlay,
  fitnessRecord,
  fluoropyrimidineInPlay,
  hasDied,
  inPlay,
  proposed,
  proposes,
} from '../input/case-reading.js';
import type { PanelInput } from '../input/panel-input.js';
import { type Draft, WHOLE_CASE } from '../opinion/claim.js';
import { argueAgainst, argueFor, listed, raise, sentence } from '../opinion/draft.js';
import type { Need } from '../opinion/need.js';
import type { Agent } from '../opinion/opinion.js';
import { figure } from '../rules/figures.js';
import { rule } from './rules.js';

const fitnessNeed = (item: string, field: string, when: Need['when'], why: string): Need => ({
  item,
  why,
  owner: 'treating clinician',
  when,
  reads: { kind: 'fact', type: 'FitnessRecorded', field },
  severity: 'data-gap',
});

const NEEDS: readonly Need[] = [
  fitnessNeed('creatinine clearance', 'creatinineClearanceMlMin', 'always', 'cisplatin and capecitabine are judged by it'),
  fitnessNeed('hearing test', 'hearingLossGrade', 'cisplatin-in-play', 'hearing loss of grade 2 rules cisplatin out'),
  fitnessNeed('neuropathy grade', 'neuropathyGrade', 'cisplatin-in-play', 'neuropathy of grade 2 rules cisplatin out'),
  fitnessNeed('neutrophil count', 'neutrophilsE9L', 'cisplatin-in-play', 'no cycle below 1.5 × 10⁹/L'),
  fitnessNeed('platelet count', 'plateletsE9L', 'cisplatin-in-play', 'no cycle below 100 × 10⁹/L'),
  fitnessNeed('hemoglobin', 'hemoglobinGL', 'cisplatin-in-play', 'corrected below 90 g/L'),
  fitnessNeed('HBsAg', 'hbsAg', 'always', 'hepatitis B can reactivate under chemotherapy and anti-PD-1'),
  fitnessNeed('whether there is an organ transplant', 'organTransplant', 'always', 'a transplant rules anti-PD-1 out'),
  fitnessNeed('whether there is autoimmune disease', 'autoimmuneDisease', 'always', 'active autoimmune disease rules anti-PD-1 out'),
  fitnessNeed('DPYD genotype', 'dpyd', 'always', 'capecitabine and fluorouracil can kill in complete DPD deficiency'),
  {
    item: 'safety items of the step',
    why: 'the guards of the step ask for it',
    owner: 'treating clinician',
    when: 'always',
    reads: {
      kind: 'open-item',
      begins: [
        'HBV DNA',
        'pregnancy status',
        'steroid taper',
        'creatinine clearance',
        'DPYD',
        'hearing test',
        'neuropathy grade',
        'neutrophil count',
        'platelet count',
        'hemoglobin',
        'HBsAg',
        'whether there is',
        'individualise the regimen',
      ],
    },
    severity: 'data-gap',
  },
  {
    item: 'creatinine clearance since treatment began',
    why: 'cisplatin has been given since the value on record',
    owner: 'treating clinician',
    when: 'cisplatin-after-cisplatin',
    reads: { kind: 'fact', type: 'FitnessRecorded', field: 'creatinineClearanceMlMin', since: 'treatment' },
    severity: 'data-gap',
  },
  {
    item: 'hearing test since treatment began',
    why: 'cisplatin has been given since, and radiotherapy of the cochlea adds',
    owner: 'audiology',
    when: 'cisplatin-after-cisplatin',
    reads: { kind: 'fact', type: 'FitnessRecorded', field: 'hearingLossGrade', since: 'treatment' },
    severity: 'data-gap',
  },
  {
    item: 'concomitant medicines (warfarin, brivudine, sorivudine)',
    why: 'they interact with capecitabine, and no medicines are held here',
    owner: 'pharmacy',
    when: 'fluoropyrimidine-in-play',
    reads: { kind: 'person' },
    severity: 'data-gap',
  },
  {
    item: 'thyroid, cortisol, glucose and troponin',
    why: 'baseline and each cycle of an anti-PD-1 agent; not held here',
    owner: 'treating clinician',
    when: 'anti-pd1-in-play',
    reads: { kind: 'person' },
    severity: 'preference',
  },
  {
    item: 'heart failure (NYHA class), hepatitis C, HIV with its CD4 count, and lactation where it can apply',
    why: 'NYHA III to IV, untreated active hepatitis C, a CD4 count below 200 and lactation rule cisplatin out; not held here',
    owner: 'treating clinician',
    when: 'cisplatin-in-play',
    reads: { kind: 'person' },
    severity: 'data-gap',
  },
  {
    item: 'steroid dose, lung disease, stem-cell transplant, HIV and tuberculosis',
    why: 'more than 10 mg of prednisolone a day, active interstitial lung disease or pneumonitis and an allogeneic stem-cell transplant rule an anti-PD-1 agent out, HIV and tuberculosis call for caution; not held here',
    owner: 'treating clinician',
    when: 'anti-pd1-in-play',
    reads: { kind: 'person' },
    severity: 'data-gap',
  },
];

const holdOf = ({ rule: by }: Reason): string | undefined => (by === undefined ? undefined : ANTI_PD1_HOLDS.get(by));

/** The name under which the assessment blocks each group of agents. */
const BLOCKED_AS: Readonly<Record<AgentClass, string>> = {
  cisplatin: 'cisplatin',
  carboplatin: 'carboplatin',
  gemcitabine: 'gemcitabine',
  antiPd1: 'anti-PD-1',
  fluoropyrimidine: 'capecitabine',
};

function argue(input: PanelInput): Draft[] {
  if (hasDied(input)) return [];
  return [
    ...AGENT_CLASSES.flatMap((agent) => onAgent(agent, input)),
    ...onHold(input),
    ...onNextLine(input),
    ...onCurrentTherapy(input),
    ...onKidney(input),
    ...onCombinations(input),
  ];
}

const grounds = ({ facts, rule: by, evidence }: Reason) => ({
  facts,
  ...(by === undefined ? {} : { rule: by }),
  ...(evidence === undefined ? {} : { evidence }),
});

function onAgent(agent: AgentClass, input: PanelInput): Draft[] {
  const { verdict, because: all } = input.fitness[agent];
  const because = all.filter((reason) => holdOf(reason) === undefined);
  const name = BLOCKED_AS[agent];
  switch (verdict) {
    case 'blocked': {
      const option = blocked(input, name);
      return option === undefined
        ? []
        : because.map((reason) => argueAgainst(option, sentence(`${name}: ${reason.text}`), { ...grounds(reason), severity: 'veto' }));
    }
    case 'caution':
      return inPlay(agent, input)
        ? because.map((reason) => raise(optionOf(agent, input), sentence(`${name}: ${reason.text}`), grounds(reason)))
        : [];
    case 'unknown':
      return inPlay(agent, input)
        ? because.map((reason) =>
            raise(optionOf(agent, input), sentence(`${name} cannot be judged: ${reason.text}`), {
              ...grounds(reason),
              severity: 'data-gap',
            }),
          )
        : [];
    case 'eligible': {
      const [reason] = because;
      return inPlay(agent, input) && reason !== undefined
        ? [argueFor(optionOf(agent, input), sentence(`${name}: ${reason.text}${shown(agent, input)}`), grounds(reason))]
        : [];
    }
  }
}

/** An immune-related event that holds anti-PD-1: against the agent where it is an option of its own, else against the step with it. */
function onHold(input: PanelInput): Draft[] {
  const holding = input.fitness.antiPd1.because.filter((reason) => holdOf(reason) !== undefined);
  const option = blocked(input, 'anti-PD-1') ?? (antiPd1InPlay(input) ? proposed(input) : undefined);
  if (option === undefined || holding.length === 0) return [];
  const drafts = holding.map((reason) =>
    argueAgainst(option, `Anti-PD-1 is on hold ${holdOf(reason)}. ${sentence(reason.text)}`, {
      ...grounds(reason),
      severity: 'veto',
    }),
  );
  // The therapy under way goes on without it: that is said where the step is read.
  if (option !== proposed(input) && antiPd1InPlay(input) && !isGivenAgainstGuard(input, 'anti-PD-1'))
    drafts.push(
      raise(proposed(input), 'The current therapy contains anti-PD-1, which is on hold: the next cycle is given without it.', {
        facts: holding.flatMap(({ facts }) => facts),
        rule: rule('immune-event'),
      }),
    );
  return drafts;
}

const isGivenAgainstGuard = ({ assessment }: PanelInput, agent: 'cisplatin' | 'anti-PD-1'): boolean =>
  assessment.alerts.some(({ code }) => code === `${agent}-given-against-guard`);

/** The option that an agent belongs to: capecitabine may be an alternative to the step. */
const optionOf = (agent: AgentClass, input: PanelInput): string =>
  (agent === 'fluoropyrimidine' ? alternative(input, /^capecitabine/i) : undefined) ?? proposed(input);

/** The value by which an agent is judged first, with its unit. */
function shown(agent: AgentClass, input: PanelInput): string {
  const kidney = fitnessRecord(input, 'creatinineClearanceMlMin')?.creatinineClearanceMlMin;
  return agent === 'cisplatin' && kidney !== undefined
    ? ` (creatinine clearance ${kidney} mL/min, site limit ${input.policy.cisplatinCrClMin})`
    : '';
}

/** After progression: the groups of agents that have not been given and that nothing rules out. */
function onNextLine(input: PanelInput): Draft[] {
  const { course, scan, fitness } = input;
  const progressing = scan?.scan.overall === 'PD' || proposes(input, 'change-systemic');
  if (!progressing || !proposes(input, 'change-systemic', 'board-discussion')) return [];
  const given = course.lines.flatMap(({ starts }) => starts);
  const had = (test: (agent: string) => boolean): boolean => given.some(({ agents }) => agents.some(test));
  const groups = [
    ['antiPd1', 'anti-PD-1', had(isAntiPd1)],
    ['fluoropyrimidine', 'capecitabine', had(isFluoropyrimidine)],
    ['gemcitabine', 'gemcitabine', had((agent) => /gemcitabine/i.test(agent))],
    ['cisplatin', 'cisplatin', had((agent) => /cisplatin/i.test(agent))],
  ] as const;
  // An agent is ruled out by the wish of the patient as well as by a guard.
  const open = groups.filter(([group, name, was]) => !was && fitness[group].verdict !== 'blocked' && blocked(input, name) === undefined);
  if (open.length === 0) return [];
  const words = open.map(([group, name]) => `${name}${VERDICTS[fitness[group].verdict]}`);
  return [
    raise(proposed(input), `Not given so far and not ruled out: ${listed(words)}.`, {
      facts: [...given.map(({ id }) => id), ...open.flatMap(([group]) => fitness[group].because.flatMap(({ facts }) => facts))],
      rule: rule('next-line'),
    }),
  ];
}

const VERDICTS = { eligible: '', caution: ' (with caution)', unknown: ' (not judged: items missing)', blocked: ' (ruled out)' } as const;

function onCurrentTherapy({ assessment, options }: PanelInput): Draft[] {
  const step = options[0]?.option ?? WHOLE_CASE;
  return assessment.alerts.flatMap(({ code, text, facts }) =>
    code === 'cisplatin-given-against-guard' || code === 'anti-PD-1-given-against-guard'
      ? [raise(step, sentence(text), { facts, rule: rule('given-against-guard') })]
      : [],
  );
}

function onKidney(input: PanelInput): Draft[] {
  const { policy, course } = input;
  const record = fitnessRecord(input, 'creatinineClearanceMlMin');
  const value = record?.creatinineClearanceMlMin;
  if (record === undefined || value === undefined || (!cisplatinInPlay(input) && blocked(input, 'cisplatin') === undefined)) return [];
  const drafts: Draft[] = [];
  if (value >= 50 && value < 60) {
    const side = value < policy.cisplatinCrClMin ? 'below' : 'at or above';
    drafts.push(
      raise(
        blocked(input, 'cisplatin') ?? proposed(input),
        `Creatinine clearance ${value} mL/min: ${side} the site's limit of ${policy.cisplatinCrClMin}, and between 50 and 60, where published limits differ.`,
        { facts: [record.id], rule: rule('renal-zone'), evidence: ['clinical-consensus-cisplatin'] },
      ),
    );
  }
  const given = course.lines.flatMap(({ starts }) => starts).find(({ agents }) => agents.some((name) => /cisplatin/i.test(name)));
  if (given !== undefined && cisplatinInPlay(input) && input.timeline.rank(record) < input.timeline.rank(given)) {
    drafts.push(
      raise(
        proposed(input),
        `Creatinine clearance ${value} mL/min is of ${record.on}, before the first cisplatin (${given.on}); none since.`,
        { facts: [record.id, given.id], rule: rule('older-than-therapy'), severity: 'data-gap' },
      ),
    );
  }
  return drafts;
}

function onCombinations(input: PanelInput): Draft[] {
  const { course, assessment } = input;
  const start = course.currentLine?.starts.at(-1);
  const hearing = fitnessRecord(input, 'hearingLossGrade');
  const drafts: Draft[] = [];
  if (proposes(input, 'locoregional-rt')) {
    const gemcitabine = course.currentLine?.starts.find(({ agents }) => agents.some((name) => /gemcitabine/i.test(name)));
    if (gemcitabine !== undefined)
      drafts.push(
        raise('locoregional-rt', 'Gemcitabine was given: leave a gap before radiotherapy.', {
          facts: [gemcitabine.id],
          rule: rule('gemcitabine-gap'),
        }),
      );
    if (assessment.nextStep.concurrent !== undefined)
      drafts.push(
        raise('locoregional-rt', 'Cisplatin with radiotherapy: hearing is lost to both.', {
          facts: hearing === undefined ? [] : [hearing.id],
          rule: rule('cochlea'),
        }),
      );
  }
  if (proposes(input, 'start-systemic', 'ablate-upfront') && antiPd1InPlay(input)) {
    drafts.push(
      raise(
        proposed(input),
        `Severe events of any kind were as frequent with an anti-PD-1 agent as without; immune-related ones are not told apart there. ${figure('later/grade-3-events', 0, 1, 2)}.`,
        { rule: rule('added-toxicity'), evidence: ['later/grade-3-events'] },
      ),
    );
  }
  if (fluoropyrimidineInPlay(input)) {
    const option = optionOf('fluoropyrimidine', input);
    drafts.push(
      raise(option, 'Capecitabine interacts with warfarin, brivudine and sorivudine.', {
        facts: start === undefined ? [] : [start.id],
        rule: rule('capecitabine-interactions'),
      }),
    );
  }
  return drafts;
}

/** Guards the patient from the drugs: kidney, hearing, nerve, DPYD, immune risk, hepatitis B, interactions. */
export const pharmacySafety: Agent = { discipline: 'pharmacy-safety', version: '2', needs: NEEDS, argue };
