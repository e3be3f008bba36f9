import { describe, expect, it } from 'vitest';
import { locoregionalDose } from './locoregional-dose.js';

describe('a locoregional dose', () => {
  it.each([
    [30, 'no-benefit'],
    [49.9, 'no-benefit'],
    [50, 'undefined-ground'],
    [64.9, 'undefined-ground'],
    [65, 'below-recommendation'],
    [65.9, 'below-recommendation'],
    [66, 'recommended'],
    [70, 'recommended'],
    [70.1, 'above-recommendation'],
  ])('of %d Gy is %s', (doseGy, band) => {
    expect(locoregionalDose(doseGy).band).toBe(band);
  });

  it('names what it rests on in every band', () => {
    for (const doseGy of [40, 60, 65, 68, 74]) expect(locoregionalDose(doseGy).evidence).not.toEqual([]);
  });

  it('cannot be 0 or less', () => {
    expect(() => locoregionalDose(0)).toThrow(/greater than 0/);
    expect(() => locoregionalDose(Number.NaN)).toThrow(/greater than 0/);
  });
});
