import { describe, expect, it } from 'vitest';
import type { Assessment } from '../case-queries.js';
import { disagree, groupClasses } from './group-classes.js';

const classified = (value: 'M1a' | 'M1b' | 'M1c' | 'low' | 'high'): Assessment['m1'][string] => ({
  status: 'classified',
  value,
  because: [],
});
const classes: Readonly<Record<string, readonly string[]>> = { A: ['low', 'high'], B: ['M1a', 'M1b', 'M1c'], C: ['M1a', 'M1b', 'M1c'] };
const classesOf = (system: string) => classes[system] ?? [];
const grouped = (m1: Assessment['m1']) =>
  groupClasses(m1, [], classesOf).map(({ says, systems }) => [says, systems.map(({ system }) => system)]);

describe('the classes side by side', () => {
  it('are grouped by the place of the class in the order of its own system', () => {
    expect(grouped({ A: classified('low'), B: classified('M1a'), C: classified('M1b') })).toEqual([
      ['favourable', ['A', 'B']],
      ['middle', ['C']],
    ]);
    expect(grouped({ A: classified('high'), B: classified('M1c') })).toEqual([['unfavourable', ['A', 'B']]]);
  });

  it('keep apart what is open, what was reported and what does not apply', () => {
    expect(
      grouped({
        A: { status: 'indeterminate', possible: ['low', 'high'], missing: ['x'], because: [] },
        B: { status: 'not-applicable', reason: 'no' },
        C: { status: 'reported', value: 'M1a', reportedBy: 'Centre' },
      }),
    ).toEqual([
      ['open', ['A']],
      ['reported', ['C']],
      ['not-applicable', ['B']],
    ]);
  });

  it('disagree when settled systems place the case differently, not when some are open', () => {
    const open: Assessment['m1'][string] = { status: 'indeterminate', possible: [], missing: [], because: [] };
    expect(disagree(groupClasses({ A: classified('low'), B: classified('M1c') }, [], classesOf))).toBe(true);
    expect(disagree(groupClasses({ A: classified('low'), B: open }, [], classesOf))).toBe(false);
  });
});
