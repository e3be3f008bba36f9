import { INDUCTION_CYCLES } from '@tumor-board/oncology';
import { ebvText, hasDied, proposed } from '../input/case-reading.js';
import type { PanelInput } from '../input/panel-input.js';
import { type Draft, WHOLE_CASE } from '../opinion/claim.js';
import { counted, grouped, raise } from '../opinion/draft.js';
import type { Need } from '../opinion/need.js';
import type { Agent } from '../opinion/opinion.js';
import { figure } from '../rules/figures.js';
import { onBaseline, onFirstLine } from './first-line.js';
import { onGuidelines } from './guidelines.js';
import { inductionCycles, lineFacts } from './line.js';
import { onMaintenance } from './maintenance.js';
import { onChange, onConfirming, onContinuing, onCyclesBefore, onGate } from './response.js';
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
    when: 'always',
    reads: { kind: 'open-item', begins: ['review of the systemic options'] },
    severity: 'preference',
  },
];

function argue(input: PanelInput): Draft[] {
  if (hasDied(input)) return [];
  return [...onStep(input), ...onGuidelines(input), ...onLine(input), ...onMarker(input)];
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
  const induction = inductionCycles(input);
  if (induction > 6)
    drafts.push(
      raise(WHOLE_CASE, `${counted(induction, 'cycle')} given: more than six bring no gain. ${figure('text/chen-2013-cycles', 0)}.`, {
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
export const medicalOncology: Agent = { discipline: 'medical-oncology', version: '2', needs: NEEDS, argue };
