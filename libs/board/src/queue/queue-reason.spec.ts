import { NEXT_STEP_CODES } from '@tumor-board/knowledge';
import { describe, expect, it } from 'vitest';
import { queueRank, queueReason } from './queue-reason.js';

describe('the queue', () => {
  it('puts progression first and an incomplete baseline last', () => {
    const waiting = NEXT_STEP_CODES.filter((step) => queueRank(step) !== undefined).sort(
      (a, b) => Number(queueRank(a)) - Number(queueRank(b)),
    );
    expect(waiting.map((step) => queueReason(step))).toEqual([
      'progression',
      'progression',
      'disagreement',
      'treatment-decision',
      'treatment-decision',
      'new-case',
      'new-case',
      'response-due',
      'incomplete-baseline',
    ]);
  });

  it('leaves out what takes its course without the board', () => {
    expect(NEXT_STEP_CODES.filter((step) => queueReason(step) === undefined)).toEqual([
      'continue-systemic',
      'maintenance',
      'surveillance',
      'supportive-care',
    ]);
  });
});
