import { describe, expect, it } from 'vitest';
import { readCasesSearch } from './cases-search.js';

describe('the part of the list that an address names', () => {
  it('is what it says, and nothing that the list does not know', () => {
    expect(readCasesSearch({ order: 'reference', other: 'x', nextStep: 5 })).toEqual({ order: 'reference' });
    expect(readCasesSearch({ order: '' })).toEqual({});
  });

  it('is never a word that is searched for, which may be of a patient', () => {
    expect(readCasesSearch({ search: 'lung' })).toEqual({});
  });
});
