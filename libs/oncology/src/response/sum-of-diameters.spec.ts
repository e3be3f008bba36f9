import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Target } from '../facts/lesion.js';
import { measureTargets, micrometres, percentChange, sizeOf, targetSet } from './sum-of-diameters.js';

const target = (lesion: string, state: Target['state'], mm?: number, kind: Target['kind'] = 'non-nodal'): Target => ({
  lesion,
  organ: kind === 'node' ? 'neck' : 'lung',
  kind,
  state,
  ...(mm === undefined ? {} : { mm }),
});
const baseline = (...targets: Target[]) =>
  targetSet({ id: 'b', type: 'BaselineLesionsMeasured', on: '2025-01-01', modality: 'ct', targets, nonTarget: 'none' });

describe('the size of a target', () => {
  it.each([
    ['is what was measured', target('a', 'measured', 12.345), 12_345],
    ['is 0 when it is gone', target('a', 'absent'), 0],
    ['is 5 mm when it is too small to measure', target('a', 'too-small'), 5_000],
    ['is the smaller measurement when it is too small and yet measured', target('a', 'too-small', 3.5), 3_500],
    ['is no more than 5 mm when it is too small', target('a', 'too-small', 7), 5_000],
    ['is unknown when it was not evaluated', target('a', 'not-evaluated'), null],
  ])('%s', (_, given, size) => {
    expect(sizeOf(given)).toBe(size);
  });
});

describe('the sum of diameters', () => {
  it('adds sizes that binary fractions cannot hold without an error', () => {
    expect(baseline(target('a', 'measured', 0.1), target('b', 'measured', 0.2)).sum).toBe(300);
  });

  it('is unknown at baseline when a target has no size, and when there are no targets', () => {
    expect(baseline(target('a', 'measured', 20), target('b', 'not-evaluated')).sum).toBeNull();
    expect(baseline().sum).toBeNull();
  });

  it('lacks a target that the scan does not list', () => {
    const set = baseline(target('a', 'measured', 20), target('b', 'measured', 30));
    expect(measureTargets(set, [target('a', 'measured', 12)])).toEqual({
      evaluatedSum: 12_000,
      evaluated: 1,
      total: 2,
      sum: null,
      cleared: false,
    });
  });

  it('leaves out what was no target at baseline', () => {
    const set = baseline(target('a', 'measured', 20));
    expect(measureTargets(set, [target('a', 'measured', 12), target('x', 'measured', 40)]).sum).toBe(12_000);
  });
});

describe('targets are cleared', () => {
  const set = baseline(target('a', 'measured', 20), target('n', 'measured', 18, 'node'));
  it.each([
    ['with the lesion gone and the node at 9.9 mm', [target('a', 'absent'), target('n', 'measured', 9.9, 'node')], true],
    ['not with the node at 10 mm', [target('a', 'absent'), target('n', 'measured', 10, 'node')], false],
    ['with the lesion measured as 0 mm', [target('a', 'measured', 0), target('n', 'absent', undefined, 'node')], true],
    ['not with a lesion too small to measure', [target('a', 'too-small', 0), target('n', 'absent', undefined, 'node')], false],
    ['with a node too small to measure', [target('a', 'absent'), target('n', 'too-small', undefined, 'node')], true],
    ['not while the node was not evaluated', [target('a', 'absent')], false],
  ])('%s', (_, listed, cleared) => {
    expect(measureTargets(set, listed).cleared).toBe(cleared);
  });

  it('by the kind at baseline, whatever the scan calls it', () => {
    expect(measureTargets(set, [target('a', 'measured', 8, 'node'), target('n', 'absent', undefined, 'node')]).cleared).toBe(false);
  });
});

describe('percent change', () => {
  it.each([
    ['exactly -30 %', 100, 70, -30],
    ['a third', 30, 40, 33.3],
    ['half a tenth up, away from zero', 2000, 2001, 0.1],
    ['half a tenth down, away from zero', 2000, 1999, -0.1],
    ['less than half a tenth', 10_000, 10_004, 0],
    ['no change', 20, 20, 0],
  ])('is rounded to 0.1: %s', (_, from, to, percent) => {
    expect(percentChange(micrometres(from), micrometres(to))).toBe(percent);
  });

  it('is unknown against zero and against an unknown sum', () => {
    expect(percentChange(0, 5_000)).toBeNull();
    expect(percentChange(null, 5_000)).toBeNull();
    expect(percentChange(5_000, null)).toBeNull();
  });

  it('is never minus zero and is as close as one decimal can be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 0, max: 5_000_000 }), (from, to) => {
        const percent = percentChange(from, to) as number;
        expect(Object.is(percent, -0)).toBe(false);
        const tenths = BigInt(Math.round(percent * 10));
        const error = tenths * BigInt(from) - 1000n * BigInt(to - from);
        expect(2n * (error < 0n ? -error : error)).toBeLessThanOrEqual(BigInt(from));
      }),
    );
  });
});
