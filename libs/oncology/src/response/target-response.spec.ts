import { describe, expect, it } from 'vitest';
import { micrometres, type TargetMeasurement } from './sum-of-diameters.js';
import { targetResponse } from './target-response.js';

const complete = (mm: number, cleared = false): TargetMeasurement => ({
  evaluatedSum: micrometres(mm),
  evaluated: 2,
  total: 2,
  sum: micrometres(mm),
  cleared,
});
const partial = (mm: number): TargetMeasurement => ({ evaluatedSum: micrometres(mm), evaluated: 1, total: 2, sum: null, cleared: false });

describe('response of the target lesions (RECIST 1.1, section 4.3.1)', () => {
  it.each([
    ['exactly -30.0 % is PR', 70, 100, 100, 'PR'],
    ['-29.999 % is not', 70.001, 100, 100, 'SD'],
    ['+20 % and +5 mm over the nadir is PD', 30, 100, 25, 'PD'],
    ['+20 % with 4.999 mm is not PD', 29.993, 100, 24.994, 'PR'],
    ['+5 mm with 19.9 % is not PD', 30.1, 100, 25.1, 'PR'],
    ['19.999 % over a large nadir is not PD', 119.999, 100, 100, 'SD'],
    ['20 % over a large nadir is PD', 120, 100, 100, 'PD'],
    ['5 mm from nothing is PD', 5, 100, 0, 'PD'],
    ['4.999 mm from nothing is not', 4.999, 100, 0, 'PR'],
    ['PD is against the nadir although the sum is far below baseline', 25, 50, 20, 'PD'],
    ['PR is against the baseline, not the nadir', 80, 100, 70, 'SD'],
    ['no change is SD', 100, 100, 100, 'SD'],
  ])('%s', (_, sum, baseline, nadir, response) => {
    expect(targetResponse(complete(sum), micrometres(baseline), micrometres(nadir))).toBe(response);
  });

  it('all lesions gone and all nodes normal is CR, whatever the sum', () => {
    expect(targetResponse(complete(16, true), micrometres(40), micrometres(17))).toBe('CR');
  });

  it('progression outranks even normal-sized nodes', () => {
    expect(targetResponse(complete(18, true), micrometres(40), micrometres(12))).toBe('PD');
  });

  it('an incomplete sum is progression when what was seen is enough, and else not evaluable', () => {
    expect(targetResponse(partial(120), micrometres(100), micrometres(100))).toBe('PD');
    expect(targetResponse(partial(119), micrometres(100), micrometres(100))).toBe('NE');
    expect(targetResponse(partial(0), micrometres(100), micrometres(100))).toBe('NE');
  });

  it('without a baseline sum only CR, or progression over an earlier scan, can be said', () => {
    expect(targetResponse(complete(50), null, null)).toBe('NE');
    expect(targetResponse(complete(60), null, micrometres(50))).toBe('PD');
    expect(targetResponse(complete(9, true), null, null)).toBe('CR');
  });

  it('is none without targets', () => {
    expect(targetResponse({ evaluatedSum: 0, evaluated: 0, total: 0, sum: null, cleared: false }, null, null)).toBe('none');
  });
});
