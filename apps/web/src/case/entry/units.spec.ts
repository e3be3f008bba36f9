import { describe, expect, it } from 'vitest';
import { limitsText } from './units.js';

describe('what a number may be', () => {
  it.each([
    [0, 400, false, 'mL/min', '0–400 mL/min'],
    [0, null, true, 'Gy', '> 0 Gy'],
    [1, null, false, undefined, '≥ 1'],
    [null, 5, false, undefined, '≤ 5'],
    [null, null, false, 'mm', 'mm'],
    [null, null, false, undefined, undefined],
  ])('from %s to %s (more than: %s) in %s is "%s"', (min, max, isAbove, unit, text) => {
    expect(limitsText({ min, max, isAbove }, unit)).toBe(text);
  });
});
