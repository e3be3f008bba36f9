import { entriesOfSystem } from '@tumor-board/knowledge';
import { eqd2, METASTASIS_EQD2_GY, RECOMMENDED_LOCOREGIONAL_GY } from '@tumor-board/oncology';
import {
  alternative,
  blocked,
  chartFacts,
  hasDied,
  isBoneOnly,
  lesionsIn,
  proposed,
  proposes,
  standingEvents,
} from '../input/case-reading.js';
import type { PanelInput } from '../input/panel-input.js';
import { type Draft, WHOLE_CASE } from '../opinion/claim.js';
import { argueAgainst, argueFor, counted, listed, raise, sentence } from '../opinion/draft.js';
import type { Need } from '../opinion/need.js';
import type { Agent } from '../opinion/opinion.js';
import { figure } from '../rules/figures.js';
import { onGiven } from './given-doses.js';
import { rule } from './rules.js';

const NEEDS: readonly Need[] = [
  {
    item: 'recovery of toxicity to grade 1 or less',
    why: 'radiotherapy begins on recovery',
    owner: 'radiation oncology',
    when: 'radiotherapy-in-play',
    reads: { kind: 'open-item', begins: ['recovery of toxicity'] },
    severity: 'data-gap',
  },
  {
    item: 'dose plan for the metastases',
    why: 'the aim is an EQD2 of at least 60 Gy',
    owner: 'radiation oncology',
    when: 'local-therapy-in-play',
    reads: { kind: 'open-item', begins: ['for radiotherapy to a metastasis'] },
    severity: 'preference',
  },
  {
    item: 'ECOG since treatment began',
    why: 'radical radiotherapy asks for ECOG 0 to 1, and the status on record may be older than the therapy',
    owner: 'radiation oncology',
    when: 'radiotherapy-in-play',
    reads: { kind: 'fact', type: 'PerformanceStatusRecorded', since: 'treatment' },
    severity: 'data-gap',
  },
];

const [FROM_GY, TO_GY] = RECOMMENDED_LOCOREGIONAL_GY;

function argue(input: PanelInput): Draft[] {
  if (hasDied(input)) return [];
  return [
    ...onPlan(input),
    ...onLocoregional(input),
    ...onPoorResponse(input),
    ...onGiven(input),
    ...onMetastases(input),
    ...onRecovery(input),
    ...onPalliation(input),
  ];
}

/** Before radiotherapy is due: what it may be asked to do later, and instead of ablation. */
function onPlan(input: PanelInput): Draft[] {
  const { course, outlook, remaining } = input;
  if (
    course.locoregionalRadiotherapy.length > 0 ||
    input.chart === undefined ||
    !proposes(input, 'start-systemic', 'ablate-upfront', 'continue-systemic')
  )
    return [];
  const drafts: Draft[] = [];
  const { position, text, benefit, noBenefit } = outlook.locoregionalRadiotherapy;
  if (position !== 'not-stated') {
    const evidence = [...benefit, ...noBenefit].flatMap((system) => entriesOfSystem(system).map(({ id }) => id));
    drafts.push(
      raise(
        WHOLE_CASE,
        `Locoregional radiotherapy is decided on the response to four to six cycles${input.cycles === 0 ? '' : ` (${counted(input.cycles, 'cycle')} so far)`}, not now. ${text}`,
        {
          facts: chartFacts(input),
          rule: rule('systems'),
          evidence,
        },
      ),
    );
  }
  const option = proposes(input, 'ablate-upfront') ? 'ablate-upfront' : alternative(input, /ablation of the metastases before/i);
  const soft = remaining.lesions.filter(({ lesion }) => lesion.organ !== 'bone').map(({ lesion }) => lesion.id);
  if (option !== undefined && soft.length > 0) {
    drafts.push(
      raise(
        option,
        `${listed(soft)}: stereotactic radiotherapy can stand in for ablation where a needle cannot reach. EQD2 ${METASTASIS_EQD2_GY} Gy is reached from 40 Gy in 5 (${eqd2(40, 5).toFixed(1)}); 35 Gy in 5 is short of it (${eqd2(35, 5).toFixed(1)}; α/β 10).`,
        {
          facts: chartFacts(input),
          rule: rule('dose-to-metastases'),
          evidence: ['text/eqd2'],
        },
      ),
    );
  }
  return drafts;
}

function onLocoregional(input: PanelInput): Draft[] {
  if (!proposes(input, 'locoregional-rt')) return [];
  const { gate, assessment, course, outlook } = input;
  const facts = gate.because.flatMap((reason) => reason.facts);
  const drafts = [
    argueFor(
      'locoregional-rt',
      `${FROM_GY} to ${TO_GY} Gy to primary and neck after response. ${figure('later/you-2020-survival', 0, 1)}.`,
      {
        facts,
        rule: 'P24',
        evidence: ['later/you-2020-survival', 'text/lin-2012-dose'],
      },
    ),
    raise(
      'locoregional-rt',
      `A total below 50 Gy brought no benefit and 50 to 65 Gy is undefined ground: plan ${FROM_GY} to ${TO_GY} Gy or not at all.`,
      { facts, rule: rule('dose'), evidence: ['text/rusthoven-2017-dose', 'text/lin-2012-dose'] },
    ),
  ];
  const start = course.currentLine?.antiPd1From;
  if (start !== undefined) {
    drafts.push(
      raise(
        'locoregional-rt',
        `Induction held an anti-PD-1 agent (from ${start.on}); You 2020 gave fluorouracil with cisplatin alone. Immediate against salvage radiotherapy is under trial, without a result.`,
        {
          facts: [start.id],
          rule: rule('after-anti-pd1'),
          evidence: ['text/you-2020', 'nct07235319'],
        },
      ),
    );
    const salvage = alternative(input, /salvage\)$/i);
    if (salvage !== undefined)
      drafts.push(
        argueAgainst(
          salvage,
          `Waiting for progression gives up the only randomised gain on record, though it is from before immunotherapy. ${figure('later/you-2020-survival', 1)}.`,
          { facts: [start.id], evidence: ['later/you-2020-survival'] },
        ),
      );
  }
  const { position, settled, text, benefit, noBenefit } = outlook.locoregionalRadiotherapy;
  if (position !== 'not-stated') {
    const entries = [...benefit, ...noBenefit].flatMap((system) => entriesOfSystem(system).map(({ id }) => id));
    const grounds = { facts: chartFacts(input), rule: rule('systems'), evidence: entries };
    if (settled && position === 'benefit') drafts.push(argueFor('locoregional-rt', text, grounds));
    else if (settled && position === 'no-benefit') drafts.push(argueAgainst('locoregional-rt', text, grounds));
    else drafts.push(raise('locoregional-rt', text, grounds));
  }
  const liver = lesionsIn(input, 'liver');
  if (liver.length > 0) {
    drafts.push(
      raise(
        'locoregional-rt',
        `Liver metastases (${listed(liver.map(({ id, sizeMm }) => `${id}${sizeMm === undefined ? '' : ` ${sizeMm} mm`}`))}): no gain in Zou 2017 (M1c), a gain in the intermediate group of Yao 2023, which holds up to 4 lesions with liver metastases and more than 4 with low EBV DNA alike. The board weighs it.`,
        {
          facts: chartFacts(input),
          rule: rule('liver'),
          evidence: ['table-5/zou-2017', 'radiotherapy/yao-2023'],
        },
      ),
    );
  }
  if (assessment.nextStep.concurrent !== undefined) {
    drafts.push(
      argueFor('locoregional-rt', `Concurrent cisplatin where tolerated. ${figure('table-5/zheng-2022', 0)}.`, {
        facts,
        rule: rule('concurrent-cisplatin'),
        evidence: ['table-5/zheng-2022'],
      }),
    );
    const without = alternative(input, /without concurrent/i);
    if (without !== undefined)
      drafts.push(
        argueFor(without, 'Yao 2023 found no gain from concurrent chemotherapy in any of its groups (P=0.12, 0.13 and 0.3).', {
          facts: chartFacts(input),
          rule: rule('concurrent-cisplatin'),
          evidence: ['table-2/yao-2023'],
        }),
      );
  }
  return drafts;
}

function onPoorResponse(input: PanelInput): Draft[] {
  const option = blocked(input, 'radical locoregional radiotherapy');
  if (option === undefined) return [];
  const reasons = input.assessment.nextStep.blocked.find((one) => one.option === option)?.because ?? [];
  return reasons.flatMap((reason): Draft[] =>
    reason.rule === 'radiotherapy/poor-response'
      ? [
          argueAgainst(
            option,
            `${sentence(reason.text)} You 2020 saw no gain where the disease did not respond or progressed during induction.`,
            {
              facts: reason.facts,
              rule: reason.rule,
              evidence: ['liu-2023', 'text/you-2020'],
            },
          ),
        ]
      : [],
  );
}

function onMetastases(input: PanelInput): Draft[] {
  const bone = lesionsIn(input, 'bone');
  const step = proposed(input);
  if (bone.length === 0 || !(proposes(input, 'consolidate-metastases') || alternative(input, /ablation of the metastases/i) !== undefined))
    return [];
  const option = step === 'consolidate-metastases' ? step : (alternative(input, /ablation of the metastases/i) ?? step);
  const drafts: Draft[] = [];
  const types = [...new Set(bone.map(({ boneType }) => boneType ?? 'type not recorded'))];
  drafts.push(
    raise(
      option,
      `Bone lesions (${listed(types)}). ${figure('text/li-2020-fraction', 0)}, at most 2 Gy a fraction against more, at odds with few large fractions. Radical doses lowered relapse in sclerotic lesions, not in lytic ones or those with soft tissue.`,
      { facts: chartFacts(input), rule: rule('bone-fraction'), evidence: ['text/li-2020-fraction'] },
    ),
  );
  if (isBoneOnly(input)) {
    drafts.push(
      raise(
        option,
        `Bone only, aim EQD2 ${METASTASIS_EQD2_GY} Gy not settled. ${figure('table-6/lin-2022', 1)}. ${figure('table-6/li-2020', 0)}.`,
        { facts: chartFacts(input), rule: rule('bone-dose'), evidence: ['table-6/lin-2022', 'table-6/li-2020'] },
      ),
    );
  }
  return drafts;
}

function onRecovery(input: PanelInput): Draft[] {
  if (!proposes(input, 'locoregional-rt')) return [];
  const open = standingEvents(input).filter(({ now }) => now > 1);
  if (open.length === 0) return [];
  return [
    argueAgainst(
      'locoregional-rt',
      `Not yet: ${listed(open.map(({ term, now, on }) => `${term} grade ${now} (${on})`))} has not come down to grade 1.`,
      {
        facts: open.map(({ fact }) => fact),
        rule: rule('recovery'),
        severity: 'data-gap',
      },
    ),
  ];
}

function onPalliation(input: PanelInput): Draft[] {
  const palliative = alternative(input, /palliative radiotherapy/i);
  if (palliative === undefined) return [];
  return [
    argueFor(
      palliative,
      'For pain, bleeding or compression, a palliative course stays open after a poor response; it is not radical treatment.',
      { facts: input.gate.because.flatMap((reason) => reason.facts), rule: rule('palliative'), evidence: ['liu-2023'] },
    ),
  ];
}

/** Weighs radiotherapy: dose, EQD2, earlier fields, liver, bone, recovery, concurrent cisplatin. */
export const radiationOncology: Agent = { discipline: 'radiation-oncology', version: '2', needs: NEEDS, argue };
