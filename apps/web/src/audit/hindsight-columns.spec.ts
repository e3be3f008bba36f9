import { describe, expect, it } from 'vitest';
import { differs, type Hindsight, rowsOf } from './hindsight-columns.js';

const reading = (headline: Record<string, string>) => ({ release: 'r', nextStep: '', headline });
const hindsight = (differences: Hindsight['differences']) => ({
  asDecided: { ...reading({ stage: 'IVA', nextStep: 'a', best: 'PR' }), decided: 'maintenance' as const },
  sameFactsTodaysRules: reading({ stage: 'IVB', nextStep: 'a', best: 'PR' }),
  todaysFactsTodaysRules: reading({ stage: 'IVB', nextStep: 'b', best: 'PR', new: 'x' }),
  differences,
});

describe('hindsight in three columns', () => {
  it('shows what differs first and keeps the order of the headline', () => {
    expect(rowsOf(hindsight([])).map(({ part }) => part)).toEqual(['stage', 'nextStep', 'new', 'best']);
  });

  it('leaves open what a reading does not have', () => {
    expect(rowsOf(hindsight([])).find(({ part }) => part === 'new')).toMatchObject({ asDecided: null, sameFacts: null, todaysFacts: 'x' });
  });

  it('puts every cause to its part, also where the part is in no headline', () => {
    const rows = rowsOf(
      hindsight([
        { part: 'decision', cause: 'board-override', before: 'a', after: 'b', facts: [], isShared: false },
        { part: 'stage', cause: 'new-rule', before: 'IVA', after: 'IVB', facts: [], isShared: false },
      ]),
    );
    expect(rows.find(({ part }) => part === 'stage')?.differences.map(({ cause }) => cause)).toEqual(['new-rule']);
    expect(rows.filter(differs).map(({ part }) => part)).toContain('decision');
  });
});
