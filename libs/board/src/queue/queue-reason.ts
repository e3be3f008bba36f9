import type { NextStepCode } from '@tumor-board/knowledge';

/**
 * Why a case waits for the board, most urgent first. Product rule: what may harm by waiting comes before what changes a
 * plan, a change of plan before a first plan, and what only lacks data before what is routine.
 */
export const QUEUE_REASONS = [
  'emergency',
  'progression',
  'rebound',
  'toxicity',
  'disagreement',
  'correction',
  'treatment-decision',
  'new-case',
  'response-due',
  'deviation',
  'new-knowledge',
  'incomplete-baseline',
  'routine',
] as const;
export type QueueReason = (typeof QUEUE_REASONS)[number];

/**
 * Why a case with this next step needs the board; undefined when the step takes its course without it. Product rule.
 */
export function queueReason(step: NextStepCode): QueueReason | undefined {
  switch (step) {
    case 'confirm-progression':
    case 'change-systemic':
      return 'progression';
    case 'board-discussion':
      return 'disagreement';
    case 'locoregional-rt':
    case 'consolidate-metastases':
      return 'treatment-decision';
    case 'ablate-upfront':
    case 'start-systemic':
      return 'new-case';
    case 'repeat-imaging':
      return 'response-due';
    case 'complete-baseline':
      return 'incomplete-baseline';
    case 'continue-systemic':
    case 'maintenance':
    case 'surveillance':
    case 'supportive-care':
      return undefined;
  }
}

/** 1 for the most urgent reason. */
export const rankOf = (reason: QueueReason): number => QUEUE_REASONS.indexOf(reason) + 1;

/** 1 for the most urgent; undefined for a step that does not need the board. */
export function queueRank(step: NextStepCode): number | undefined {
  const reason = queueReason(step);
  return reason === undefined ? undefined : rankOf(reason);
}
