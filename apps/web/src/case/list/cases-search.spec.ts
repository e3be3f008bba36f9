import { describe, expect, it } from 'vitest';
import { readCasesSearch } from './cases-search.js';

describe('the part of the list that an address names', () => {
  it('is what it says, and nothing that the list does not know', () => {
    expect(readCasesSearch({ search: 'lung', order: 'reference', other: 'x', nextStep: 5 })).toEqual({
      search: 'lung',
      order: 'reference',
    });
    expect(readCasesSearch({ search: '' })).toEqual({});
  });
});
