import { describe, expect, it } from 'vitest';
import { classified, indeterminate, notApplicable, possibleValues, reported, settledValue } from './finding.js';

describe('a finding', () => {
  it('leaves open exactly what it says', () => {
    expect(possibleValues(classified('M1a', []))).toEqual(['M1a']);
    expect(possibleValues(indeterminate(['M1a', 'M1b'], ['x'], []))).toEqual(['M1a', 'M1b']);
    expect(possibleValues(notApplicable('bone only'))).toEqual([]);
    expect(possibleValues(reported('M1b', 'Centre'))).toEqual(['M1b']);
  });

  it('has a settled value only when one answer is left', () => {
    expect(settledValue(classified(false, []))).toBe(false);
    expect(settledValue(indeterminate([true, false], [], []))).toBeUndefined();
    expect(settledValue(notApplicable('x'))).toBeUndefined();
  });

  it('leaves out flags that are not there, so that equal findings have equal bytes', () => {
    expect(JSON.stringify(classified('M1a', [], []))).toBe(JSON.stringify(classified('M1a', [])));
  });
});
