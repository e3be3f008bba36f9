import { describe, expect, it } from 'vitest';
import { bestResponse } from './best-response.js';
import type { ImmuneResponse, RecistResponse, ScanResponse } from './response-series.js';

const START = '2025-01-01';
const at = (on: string, overall: RecistResponse, immune: ImmuneResponse | null = null): ScanResponse => ({
  on,
  sumMm: null,
  changeFromBaselinePct: null,
  changeFromNadirPct: null,
  overall,
  immune,
  fact: on,
  line: 1,
  flags: [],
});

describe('best response', () => {
  it('is the best one reached, on the day it was first reached, and outlasts later scans', () => {
    const best = bestResponse([at('2025-02-20', 'SD'), at('2025-04-01', 'PR'), at('2025-06-01', 'PR'), at('2025-08-01', 'SD')], START);
    expect(best).toEqual({ overall: 'PR', on: '2025-04-01', immune: null, immuneOn: null });
  });

  it.each([
    ['2025-02-11', 'NE'],
    ['2025-02-12', 'SD'],
  ])('stable disease on %s, counted from 2025-01-01, is %s (42 days)', (on, overall) => {
    expect(bestResponse([at(on, 'SD')], START)?.overall).toBe(overall);
  });

  it('holds non-target-only disease to the same 42 days, but a partial response to none', () => {
    expect(bestResponse([at('2025-01-20', 'non-CR/non-PD')], START)?.overall).toBe('NE');
    expect(bestResponse([at('2025-01-20', 'PR')], START)?.overall).toBe('PR');
  });

  it('is progression when stable disease before it was too early', () => {
    expect(bestResponse([at('2025-01-20', 'SD'), at('2025-02-20', 'PD')], START)?.overall).toBe('PD');
  });

  it('ends with the first progression, by iRECIST with the confirmed one', () => {
    const scans = [
      at('2025-02-20', 'PD', 'iUPD'),
      at('2025-04-01', 'PR', 'iPR'),
      at('2025-06-01', 'PD', 'iUPD'),
      at('2025-07-15', 'PD', 'iCPD'),
    ];
    expect(bestResponse([...scans, at('2025-09-01', 'CR', 'iCPD')], START)).toEqual({
      overall: 'PD',
      on: '2025-02-20',
      immune: 'iPR',
      immuneOn: '2025-04-01',
    });
  });

  it('by iRECIST is the confirmed progression when nothing better came before it', () => {
    expect(bestResponse([at('2025-02-20', 'PD', 'iUPD'), at('2025-04-01', 'PD', 'iCPD')], START)).toMatchObject({
      immune: 'iCPD',
      immuneOn: '2025-04-01',
    });
  });

  it('is nothing without a scan', () => {
    expect(bestResponse([], START)).toBeNull();
  });
});
