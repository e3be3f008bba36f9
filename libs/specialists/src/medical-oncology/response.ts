import { INDUCTION_CYCLES } from '@tumor-board/oncology';
import { alternative, proposed } from '../input/case-reading.js';
import type { PanelInput } from '../input/panel-input.js';
import type { Draft } from '../opinion/claim.js';
import { argueFor, counted, raise, sentence } from '../opinion/draft.js';
import { figure } from '../rules/figures.js';
import { gateFacts, gateRule, lineFacts } from './line.js';
import { rule } from './rules.js';

/** Going on with the line: how many cycles are given and how many are left. */
export function onContinuing(input: PanelInput): Draft[] {
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

/** The response gate, and what follows from it. */
export function onGate(input: PanelInput): Draft[] {
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

/** Before locoregional radiotherapy: the cycles given. */
export function onCyclesBefore(input: PanelInput): Draft[] {
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
        { facts: lineFacts(input), rule: rule('radiotherapy-after-anti-pd1'), evidence: ['nct07235319'] },
      ),
    );
  }
  return drafts;
}

/** A progression that is not yet confirmed. */
export function onConfirming(input: PanelInput): Draft[] {
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

/** A line that has failed. */
export function onChange(input: PanelInput): Draft[] {
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
