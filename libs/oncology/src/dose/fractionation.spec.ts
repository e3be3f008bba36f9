import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bed, eqd2, fractionation } from './fractionation.js';

describe('the equivalent dose in 2 Gy fractions', () => {
  it.each([
    [70, 33, 70.7],
    [30, 10, 32.5],
    [45, 15, 48.75],
    [35, 5, 49.6],
    [40, 5, 60],
    [50, 5, 83.3],
    [24, 1, 68],
    [54, 3, 126],
  ])('of %d Gy in %d fractions is %d Gy at alpha/beta 10', (totalGy, fractions, expected) => {
    expect(Math.abs(eqd2(totalGy, fractions) - expected)).toBeLessThan(0.05);
  });

  it('is the dose itself in fractions of 2 Gy, whatever alpha/beta', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 20 }), (fractions, alphaBeta) => {
        expect(eqd2(2 * fractions, fractions, alphaBeta)).toBe(2 * fractions);
      }),
    );
  });

  it('rises with the total dose in the same number of fractions', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 100, noNaN: true }),
        fc.double({ min: 0.01, max: 50, noNaN: true }),
        fc.integer({ min: 1, max: 40 }),
        (dose, more, fractions) => {
          expect(eqd2(dose + more, fractions)).toBeGreaterThan(eqd2(dose, fractions));
          expect(bed(dose + more, fractions)).toBeGreaterThan(bed(dose, fractions));
        },
      ),
    );
  });

  it('falls when the same dose is split into more fractions', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 100, noNaN: true }), fc.integer({ min: 1, max: 39 }), (dose, fractions) => {
        expect(eqd2(dose, fractions + 1)).toBeLessThan(eqd2(dose, fractions));
      }),
    );
  });
});

describe('the biologically effective dose', () => {
  it('of 70 Gy in 35 fractions is 84 Gy', () => expect(bed(70, 35)).toBe(84));
  it('depends on alpha/beta', () => expect(bed(70, 35, 3)).toBeCloseTo(116.67, 2));
});

describe('a course of fractionated radiotherapy', () => {
  it('states the alpha/beta that it was computed with', () => expect(fractionation(70, 33).alphaBetaGy).toBe(10));

  it('carries no caution at 10 Gy per fraction', () => expect(fractionation(50, 5).cautions).toEqual([]));

  it('warns above 10 Gy per fraction that the model overestimates', () =>
    expect(fractionation(50.5, 5).cautions[0]).toMatch(/overestimates .* above about 10 Gy per fraction/));

  it.each([
    [0, 5, 'totalGy'],
    [Number.NaN, 5, 'totalGy'],
    [50, 0, 'fractions'],
    [50, 2.5, 'fractions'],
  ])('refuses %d Gy in %d fractions and names the field', (totalGy, fractions, field) => {
    expect(() => fractionation(totalGy, fractions)).toThrow(
      expect.objectContaining({ code: 'dose.invalid', faults: [expect.objectContaining({ path: field })] }),
    );
  });
});
