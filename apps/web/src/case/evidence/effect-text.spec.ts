import { describe, expect, it } from 'vitest';
import { effectText, limitText } from './effect-text.js';

describe('what a study found in one line', () => {
  it.each([
    [
      { measure: 'median' as const, unit: 'months' as const, figures: [11.7, 8], endpoint: 'PFS' as const, readIn: 'x' },
      'median 11.7 against 8 months',
    ],
    [
      { measure: 'rate' as const, atYears: 2, percent: [76.4, 54.5], p: 'p=0.004', endpoint: 'OS' as const, readIn: 'x' },
      'at 2 years 76.4 against 54.5 %, p=0.004',
    ],
    [
      {
        measure: 'hazard ratio' as const,
        of: 'A',
        against: 'B',
        estimate: 0.42,
        ci95: [0.23, 0.77] as [number, number],
        endpoint: 'OS' as const,
        readIn: 'x',
      },
      'HR 0.42 (95 % CI 0.23–0.77), A against B',
    ],
    [
      { measure: 'median' as const, unit: 'months' as const, figures: ['not reached' as const], endpoint: 'OS' as const, readIn: 'x' },
      'median not reached',
    ],
  ])('of %j is "%s"', (effect, text) => {
    expect(effectText(effect)).toBe(text);
  });

  it('puts limits in words', () => {
    expect(limitText({ atLeast: 4 })).toBe('at least 4');
    expect(limitText({ from: 1, to: 3 })).toBe('1 to 3');
  });
});
