import { describe, expect, it } from 'vitest';
import { isListPart, listChange } from './list-change.js';

describe('the change of a list', () => {
  it('is what left and what came', () => {
    expect(listChange('a, b, c', 'b, d')).toEqual({ gone: ['a', 'c'], come: ['d'] });
  });

  it('is all of it when there was nothing before, or is nothing after', () => {
    expect(listChange(null, 'a, b')).toEqual({ gone: [], come: ['a', 'b'] });
    expect(listChange('a', null)).toEqual({ gone: ['a'], come: [] });
  });

  it('is told of lists only', () => {
    expect(isListPart('missing')).toBe(true);
    expect(isListPart('nextStep')).toBe(false);
  });
});
