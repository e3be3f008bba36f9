import { describe, expect, it } from 'vitest';
import { readErasureSearch } from './erasure-search.js';

const id = '3f1e0c52-9f5a-4c0e-8a52-0a7a5c2b9e11';

describe('the address of an erasure', () => {
  it('names a record or a case', () => {
    expect(readErasureSearch({ patient: id })).toEqual({ patient: id });
    expect(readErasureSearch({ case: id })).toEqual({ case: id });
  });

  it('names one thing at a time, and nothing that is no id', () => {
    expect(readErasureSearch({ patient: id, case: id })).toEqual({ patient: id });
    expect(readErasureSearch({ patient: 'Meier', case: 7 })).toEqual({});
  });
});
