import type { ChangingFacts, Trace, TracedReason, WhatWouldChange } from '@tumor-board/knowledge';

const valueText = ({ value, settled }: { readonly value: string; readonly settled: boolean }): string =>
  settled ? value : `${value} (open)`;

const factMark = (corrected: boolean): string => (corrected ? ' (corrected)' : '');

function reasonLines({ about, text, rule, facts, sources }: TracedReason, index: number): string[] {
  return [
    `  ${index + 1}. ${about === undefined ? '' : `${about}: `}${text}`,
    ...(rule === null ? [] : [`     rule    ${rule.id}: ${rule.words}${rule.verified === false ? ' (not verified)' : ''}`]),
    ...facts.map(({ id, type, on, text: content, corrected }) => `     fact    ${id} of ${on}, ${type}: ${content}${factMark(corrected)}`),
    ...sources.map(({ id, citation, verified }) => `     source  ${id}: ${citation}${verified ? '' : ' (not verified)'}`),
  ];
}

/** Why a part is what it is, in lines. */
export const traceLines = (trace: Trace): string[] => [
  `${trace.reference}, ${trace.asOf}, ${trace.knowledge}`,
  `${trace.part}: ${valueText(trace)}`,
  ...(trace.flags.length === 0 ? [] : [`flags: ${trace.flags.join(', ')}`]),
  ...(trace.missing.length === 0 ? [] : [`would be settled by: ${trace.missing.join('; ')}`]),
  '',
  'Why',
  ...(trace.reasons.length === 0 ? ['  No reason is recorded for it.'] : trace.reasons.flatMap(reasonLines)),
];

const setLine = ({ assumptions, ...then }: ChangingFacts): string =>
  `  ${assumptions.map(({ label, kind }) => `${label} [${kind}]`).join(' and ')} → ${valueText(then)}`;

/** What would settle or change a part, in lines. */
export const changeLines = ({ settled, sets, leftOut, searched }: WhatWouldChange): string[] => [
  '',
  settled ? 'What would change it' : 'What would settle it',
  ...(sets.length === 0 ? ['  Nothing that was tried.'] : sets.map(setLine)),
  ...(leftOut === 0 ? [] : [`  and ${leftOut} more`]),
  `  Tried: ${searched.hypotheses} assumptions in ${searched.assessments} assessments${searched.complete ? '' : '; not every pair of them was'}.`,
];
