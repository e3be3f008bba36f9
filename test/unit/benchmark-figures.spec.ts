import { describe, expect, it } from 'vitest';
import { caseOf } from '../bench/harness/cases.ts';
import { goalTable, isMet, ratioAtLeast } from '../bench/harness/goal.ts';
import { pairedRounds, ratioOf } from '../bench/harness/rounds.ts';
import { figure, median, percentile } from '../bench/harness/statistics.ts';

describe('the figures of a benchmark', () => {
  it('take the middle value, or the mean of the two in the middle', () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([7])]).toEqual([2, 2.5, 7]);
    expect(median([])).toBeNaN();
  });

  it('take as a percentile the smallest value that so many do not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([0, 0.5, 0.99, 1].map((share) => percentile(hundred, share))).toEqual([1, 50, 99, 100]);
    expect(percentile([5], 0.99)).toBe(5);
  });

  it('are written in three digits', () => {
    expect([0.12345, 12.345, 1_234_567.8, Number.NaN].map(figure)).toEqual(['0.123', '12.3', '1 234 568', '–']);
  });
});

describe('paired rounds', () => {
  it('run every contender once in each round, each round from another one on', async () => {
    const order: string[] = [];
    const contender = (name: string): [string, () => Promise<number>] => [name, async () => order.push(name)];
    const results = await pairedRounds(3, new Map(['a', 'b', 'c'].map(contender)));
    expect(order.join('')).toBe('abcbcacab');
    expect(results.get('b')).toEqual([2, 4, 9]);
  });

  it('compare within a round, so that a round in which everything was slow counts like any other', () => {
    expect(ratioOf([200, 20, 240], [100, 10, 80])).toEqual({ median: 2, lowest: 2, highest: 3 });
  });

  it('give no ratio to who did not run', () => {
    expect(ratioOf([1], undefined)).toBeUndefined();
    expect(ratioOf([], [])).toBeUndefined();
  });
});

describe('a goal', () => {
  it('is met at its limit', () => {
    expect(isMet(ratioAtLeast('a ratio', 2, 2))).toBe(true);
    expect(isMet({ ...ratioAtLeast('a time', 5, 5), atLeast: false })).toBe(true);
  });

  it('says by how much it was missed, and when nothing was measured', () => {
    const slow = { text: 'a time', target: 20, atLeast: false, unit: 'ms', measured: 25 };
    const lines = goalTable([ratioAtLeast('a ratio', 4, 3), slow, ratioAtLeast('another', 1, undefined)])
      .split('\n')
      .slice(2);
    expect(lines.map((line) => line.split(/\s{2,}/).at(-1))).toEqual(['missed by 25.0 %', 'missed by 25.0 %', 'not measured']);
  });
});

describe('a generated case', () => {
  it('has as many facts as asked for and is the same each time', () => {
    expect(caseOf(7, 40).facts).toHaveLength(40);
    expect(caseOf(7, 40)).toEqual(caseOf(7, 40));
    expect(caseOf(7, 40)).not.toEqual(caseOf(8, 40));
  });
});
