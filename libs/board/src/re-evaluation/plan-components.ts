import type { NextStepCode } from '@tumor-board/knowledge';
import type { BoardDecision } from '../case/board-state.js';
import { optionOf } from '../decision/content-faults.js';

/** Steps that hold systemic therapy. */
export const SYSTEMIC_STEPS: readonly NextStepCode[] = [
  'ablate-upfront',
  'start-systemic',
  'continue-systemic',
  'maintenance',
  'change-systemic',
];

/** Steps after which neither cisplatin nor an anti-PD-1 agent is to come. */
const WITHOUT_TREATMENT: readonly NextStepCode[] = ['surveillance', 'supportive-care'];

/** Agents whose loss the board hears of whatever the treatment. */
const KEY_AGENTS = ['cisplatin', 'anti-PD-1'];

/**
 * The options whose block touches what was decided: the step itself, cisplatin and anti-PD-1 while treatment is given or
 * to come, and the agents of the regimen that was shown with the decision. Product rule; the plan's own words are free
 * text and are not read.
 */
export function planComponents({ content, basis }: Pick<BoardDecision, 'content' | 'basis'>): ReadonlySet<string> {
  const { step } = content;
  const own = optionOf(step);
  const regimen = SYSTEMIC_STEPS.includes(step) ? (basis.headline['nextStep.regimen']?.split(', ') ?? []) : [];
  return new Set([
    ...(own === undefined ? [] : [own]),
    ...(SYSTEMIC_STEPS.includes(step) ? ['systemic therapy'] : []),
    ...(WITHOUT_TREATMENT.includes(step) ? [] : KEY_AGENTS),
    ...regimen,
  ]);
}
