import type { NextStepCode } from '@tumor-board/knowledge';

/** Why a case waits for the board, most urgent first. */
export const QUEUE_REASONS = [
  'progression',
  'disagreement',
  'treatment-decision',
  'new-case',
  'response-due',
  'incomplete-baseline',
] as const;
export type QueueReason = (typeof QUEUE_REASONS)[number];

/**
 * Why a case with this next step waits for the board; undefined when it takes its course without it. Product rule, until
 * referrals bring a question and a due date of their own.
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

/** 1 for the most urgent; undefined for a case that does not wait. */
export function queueRank(step: NextStepCode): number | undefined {
  const reason = queueReason(step);
  return reason === undefined ? undefined : QUEUE_REASONS.indexOf(reason) + 1;
}
