import { describe, expect, it } from 'vitest';
import { isHorizon, readCaseAddress, readCaseSearch } from './case-search.js';

describe('the reading that an address names', () => {
  it('is what stands now when it names no day', () => {
    expect(readCaseSearch({})).toEqual({});
    expect(isHorizon({})).toBe(false);
  });

  it('keeps the days it names, and nothing else', () => {
    const search = readCaseSearch({ validOn: '2025-03-01', knownOn: '2025-04-01', other: 'x' });
    expect(search).toEqual({ validOn: '2025-03-01', knownOn: '2025-04-01' });
    expect(isHorizon({ knownOn: '2025-04-01' })).toBe(true);
  });

  it.each(['yesterday', '2025-3-1', 5, null, ''])('leaves out %j', (validOn) => {
    expect(readCaseSearch({ validOn })).toEqual({});
  });
});

describe('the address of a case', () => {
  it('names the tab below it beside the reading, but not the first, nor what is none', () => {
    expect(readCaseAddress({ tab: 'record', knownOn: '2025-04-01' })).toEqual({ tab: 'record', knownOn: '2025-04-01' });
    expect(readCaseAddress({ tab: 'classes' })).toEqual({});
    expect(readCaseAddress({ tab: 'other' })).toEqual({});
  });
});
