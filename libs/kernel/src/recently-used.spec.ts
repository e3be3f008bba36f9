import { describe, expect, it } from 'vitest';
import { RecentlyUsed } from './recently-used.js';

describe('recently used values', () => {
  it('are kept up to the limit, the one used longest ago going first', () => {
    const values = new RecentlyUsed<number>(2);
    values.set('a', 1);
    values.set('b', 2);
    expect(values.get('a')).toBe(1);
    values.set('c', 3);
    expect([values.get('a'), values.get('b'), values.get('c')]).toEqual([1, undefined, 3]);
    expect(values.size).toBe(2);
  });

  it('are replaced under their key, and can be dropped', () => {
    const values = new RecentlyUsed<number>(2);
    values.set('a', 1);
    values.set('a', 2);
    expect([values.get('a'), values.size]).toEqual([2, 1]);
    values.delete('a');
    expect([values.get('a'), values.size]).toEqual([undefined, 0]);
  });

  it('are not kept at all when the limit is 0', () => {
    const values = new RecentlyUsed<number>(0);
    values.set('a', 1);
    expect(values.get('a')).toBeUndefined();
  });
});
