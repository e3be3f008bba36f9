import { CAPECITABINE_EBV_DNA_AT_MOST } from '@tumor-board/knowledge';
import { INDUCTION_CYCLES } from '@tumor-board/oncology';
import { alternative, antiPd1InPlay, carboplatinInPlay, chartFacts, ebvText, hasDied, proposed, proposes } from '../input/case-reading.js';
import type { PanelInput } from '../input/panel-input.js';
import { type Draft, WHOLE_CASE } from '../opinion/claim.js';
import { argueAgainst, argueFor, counted, grouped, listed, raise, sentence } from '../opinion/draft.js';
import type { Need } from '../opinion/need.js';
import type { Agent } from '../opinion/opinion.js';
import { figure } from '../rules/figures.js';
import { rule } from './rules.js';

const NEEDS: readonly Need[] = [
  {
    item: 'ECOG performance status',
    why: 'the regimen is chosen by it',
    owner: 'medical oncology',
    when: 'always',
    reads: { kind: 'fact', type: 'PerformanceStatusRecorded' },
    severity: 'data-gap',
  },
  {
    item: 'cycles completed in the line',
    why: 'four to six come before radiotherapy, and the response is read against them',
    owner: 'medical oncology',
    when: 'since-systemic-therapy',
    reads: { kind: 'fact', type: 'SystemicTherapyCyclesCompleted', since: 'treatment' },
    severity: 'data-gap',
  },
  {
    item: 'TNM staging',
    why: 'metastatic disease is recorded in a staging',
    owner: 'medical oncology',
    when: 'always',
    reads: { kind: 'fact', type: 'StagingRecorded' },
    severity: 'data-gap',
  },
  {
    item: 'review of the systemic options of the next line',
    why: 'the review names no regimen after the first line',
    owner: 'medical oncology',
    when: 'progression',
    reads: { kind: 'person' },
    severity: 'preference',
  },
];

const lineFacts = ({ course }: PanelInput): readonly string[] => {
  const line = course.currentLine;
  if (line === undefined) return [];
  return [...line.starts.slice(-1), ...line.cycles.slice(-1), ...(line.ended === undefined ? [] : [line.ended])].map(({ id }) => id);
};
const gateFacts = ({ gate }: PanelInput): readonly string[] => gate.because.flatMap(({ facts }) => facts);
const gateRule = ({ gate }: PanelInput): string => gate.because[0]?.rule ?? 'gate/1';

function argue(input: PanelInput): Draft[] {
  if (hasDied(input)) return [];
  return [...onStep(input), ...onLine(input), ...onMarker(input)];
}

function onStep(input: PanelInput): Draft[] {
  const code = proposed(input);
  switch (code) {
    case 'complete-baseline':
      return onBaseline(input);
    case 'ablate-upfront':
    case 'start-systemic':
      return onFirstLine(input);
    case 'continue-systemic':
      return onContinuing(input);
    case 'locoregional-rt':
      return [...onGate(input), ...onCyclesBefore(input)];
    case 'consolidate-metastases':
      return onGate(input);
    case 'maintenance':
      return onMaintenance(input);
    case 'confirm-progression':
      return onConfirming(input);
    case 'change-systemic':
      return onChange(input);
    case 'repeat-imaging':
    case 'board-discussion':
      return onGate(input);
    case 'surveillance':
    case 'supportive-care':
      return [];
  }
}

function onBaseline(input: PanelInput): Draft[] {
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

function onFirstLine(input: PanelInput): Draft[] {
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

function onContinuing(input: PanelInput): Draft[] {
  const { cycles, scan } = input;
  const left = Math.max(0, INDUCTION_CYCLES - cycles);
  const more = left === 0 ? 'the fourth is given, up to six are possible' : `${left} to ${6 - cycles} more to reach four to six`;
  return [
    argueFor(
      'continue-systemic',
      `${counted(cycles, 'cycle')} completed, ${more}. ${figure('text/zheng-2022-cycles', 0)} (4 to 6 against 1 to 3 cycles).`,
      {
        facts: lineFacts(input),
        rule: rule('cycles'),
        evidence: ['text/zheng-2022-cycles', 'text/chen-2013-cycles'],
      },
    ),
    ...(scan === undefined ? [] : onGate(input)),
  ];
}

function onGate(input: PanelInput): Draft[] {
  const { gate, scan } = input;
  const step = proposed(input);
  const facts = gateFacts(input);
  const grounds = { facts, rule: gateRule(input), evidence: ['liu-2023', 'product-rule'] };
  switch (gate.gate) {
    case 'good':
      return [
        step === 'board-discussion'
          ? raise(step, `Response gate good: ${gate.reason}.`, grounds)
          : argueFor(step, `Response gate good: ${gate.reason}.`, grounds),
      ];
    case 'poor':
      return [raise(step, `Response gate poor: ${gate.reason}.`, grounds), ...onAlternatives(input)];
    case 'conflict':
      return [
        argueFor(step, `Scan and EBV DNA disagree: ${gate.reason}. Treatment is not changed on one of them alone.`, grounds),
        ...onMeanwhile(input),
      ];
    case 'not-assessable':
      return scan === undefined ? [] : [raise(step, `Response not assessable: ${gate.reason}.`, grounds)];
  }
}

function onMeanwhile(input: PanelInput): Draft[] {
  const meanwhile = alternative(input, /continue the current therapy/i);
  const line = input.course.currentLine;
  if (meanwhile === undefined || line === undefined) return [];
  const text =
    line.ended === undefined
      ? `Line ${line.line} goes on (${counted(input.cycles, 'cycle')}) until scan and marker have been repeated.`
      : `Line ${line.line} has ended (${line.ended.reason}): there is no current therapy to continue.`;
  return [raise(meanwhile, text, { facts: lineFacts(input), rule: 'gate/2' })];
}

function onCyclesBefore(input: PanelInput): Draft[] {
  const { cycles } = input;
  const drafts = [
    argueFor(
      'locoregional-rt',
      `${counted(cycles, 'cycle')} given before radiotherapy. ${figure('text/zheng-2022-cycles', 0)} (4 to 6 against 1 to 3 cycles).`,
      {
        facts: lineFacts(input),
        rule: rule('cycles'),
        evidence: ['text/zheng-2022-cycles'],
      },
    ),
  ];
  const six = alternative(input, /six cycles first/i);
  if (six !== undefined) {
    drafts.push(
      argueFor(
        six,
        `${counted(6 - cycles, 'more cycle')} would complete six; the anti-PD-1 trials gave up to six. More than six bring nothing: ${figure('text/chen-2013-cycles', 0)}.`,
        { facts: lineFacts(input), rule: rule('cycles'), evidence: ['text/liu-2023-systemic', 'text/chen-2013-cycles'] },
      ),
    );
  }
  const salvage = alternative(input, /maintenance/i);
  if (salvage !== undefined && input.course.currentLine?.antiPd1From !== undefined) {
    drafts.push(
      argueFor(
        salvage,
        'Maintenance with the anti-PD-1 agent goes on either way; under it the gain from immediate radiotherapy is not shown.',
        { facts: lineFacts(input), rule: rule('maintenance-duration'), evidence: ['later/jupiter-02-final'] },
      ),
    );
  }
  return drafts;
}

function onMaintenance(input: PanelInput): Draft[] {
  const { assessment, ebv } = input;
  const regimen = assessment.nextStep.regimen ?? [];
  const drafts: Draft[] = [];
  const capecitabine = alternative(input, /capecitabine/i) ?? (regimen.includes('capecitabine') ? 'maintenance' : undefined);
  if (regimen.includes('anti-PD-1')) {
    drafts.push(
      argueFor('maintenance', `Anti-PD-1 maintenance, at most two years. ${figure('later/jupiter-02-final', 0)} (with maintenance).`, {
        facts: lineFacts(input),
        rule: rule('maintenance-duration'),
        evidence: ['later/jupiter-02-final'],
      }),
    );
    drafts.push(
      raise('maintenance', 'Anti-PD-1 and capecitabine together are unproven: one of them.', {
        facts: lineFacts(input),
        rule: rule('maintenance-combination'),
      }),
    );
  }
  if (capecitabine !== undefined) {
    drafts.push(
      argueFor(capecitabine, `Capecitabine maintenance. ${figure('later/liu-2022-capecitabine', 0)}.`, {
        facts: lineFacts(input),
        rule: 'P21',
        evidence: ['later/liu-2022-capecitabine'],
      }),
    );
    const e0 = ebv.state.baseline;
    if (e0?.value !== undefined && e0.unit === 'copies/mL' && e0.specimen === 'plasma') {
      const side = e0.value <= CAPECITABINE_EBV_DNA_AT_MOST ? 'within' : 'above';
      drafts.push(
        raise(
          capecitabine,
          `EBV DNA before treatment ${grouped(e0.value)} copies/mL: ${side} the at most ${grouped(CAPECITABINE_EBV_DNA_AT_MOST)} up to which a series of 64 saw the gain; another assay, retrospective.`,
          { facts: [e0.id], rule: rule('capecitabine-level'), evidence: ['text/sun-2020-capecitabine'] },
        ),
      );
    }
  }
  return drafts;
}

function onConfirming(input: PanelInput): Draft[] {
  const { scan } = input;
  if (scan === undefined) return [];
  const drafts = [
    argueFor(
      'confirm-progression',
      `First progression under an anti-PD-1 agent in a clinically stable patient: confirm before the line is changed.`,
      { facts: [scan.scan.fact, ...lineFacts(input)], rule: 'P11', evidence: ['seymour-2017'] },
    ),
  ];
  const change = alternative(input, /change systemic therapy now/i);
  if (change !== undefined)
    drafts.push(
      raise(change, 'Worsening symptoms before the repeat scan end the waiting: the line is then changed at once.', {
        facts: [scan.scan.fact],
        rule: 'P11',
        evidence: ['seymour-2017'],
      }),
    );
  return drafts;
}

function onChange(input: PanelInput): Draft[] {
  const because = input.assessment.nextStep.because[0];
  const rowId = because?.rule ?? 'P14';
  return [
    argueFor('change-systemic', sentence(because?.text ?? 'The line has failed'), {
      facts: [...(because?.facts ?? []), ...lineFacts(input)],
      rule: rowId,
      evidence: ['liu-2023'],
    }),
    ...onAlternatives(input),
  ];
}

function onAlternatives(input: PanelInput): Draft[] {
  const trial = alternative(input, /^clinical trial$/i);
  return trial === undefined
    ? []
    : [
        argueFor(trial, 'The review names no regimen after the first line: a trial comes first where one is open.', {
          facts: gateFacts(input),
          rule: rule('later-line'),
          evidence: ['liu-2023'],
        }),
      ];
}

function onLine(input: PanelInput): Draft[] {
  const { course, cycles } = input;
  const line = course.currentLine;
  if (line === undefined) return [];
  const drafts: Draft[] = [];
  if (line.line > 1)
    drafts.push(
      raise(proposed(input), `Line ${line.line}: the trials behind the strategy are of the first line.`, {
        facts: lineFacts(input),
        rule: rule('later-line'),
      }),
    );
  if (cycles > 6)
    drafts.push(
      raise(proposed(input), `${counted(cycles, 'cycle')} given: more than six bring no gain. ${figure('text/chen-2013-cycles', 0)}.`, {
        facts: lineFacts(input),
        rule: rule('cycles'),
        evidence: ['text/chen-2013-cycles'],
      }),
    );
  if (line.ended !== undefined && cycles < INDUCTION_CYCLES && line.ended.reason !== 'progression') {
    drafts.push(
      raise(proposed(input), `Therapy ended (${line.ended.reason}) after ${counted(cycles, 'cycle')}, before four.`, {
        facts: lineFacts(input),
        rule: rule('ended-early'),
      }),
    );
  }
  return drafts;
}

function onMarker(input: PanelInput): Draft[] {
  const { ebv, cycles } = input;
  const last = ebv.state.latestComparable;
  if (ebv.kinetics.clearance !== 'persistent' || cycles < 3 || last === undefined) return [];
  return [
    raise(WHOLE_CASE, `EBV DNA ${ebvText(last, grouped)} after ${counted(cycles, 'cycle')}: not cleared after three.`, {
      facts: [last.id, ...lineFacts(input)],
      rule: rule('marker-after-three'),
    }),
  ];
}

/** Weighs systemic therapy: regimen, cycles, line, the response gate, maintenance. */
export const medicalOncology: Agent = { discipline: 'medical-oncology', version: '1', needs: NEEDS, argue };
