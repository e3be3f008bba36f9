import { describe, expect, it } from 'vitest';
import { behind, placeAt, reordered } from './agenda-order.js';

const order = ['a', 'b', 'c', 'd'];
const items = order.map((itemId) => ({ itemId }));
const ids = (found: readonly { readonly itemId: string }[]) => found.map(({ itemId }) => itemId);

describe('the order of an agenda', () => {
  it.each([
    ['up by one', 'c', 1, 'a', ['a', 'c', 'b', 'd']],
    ['down by one', 'b', 2, 'c', ['a', 'c', 'b', 'd']],
    ['to the head', 'd', 0, null, ['d', 'a', 'b', 'c']],
    ['to the end', 'a', 3, 'd', ['b', 'c', 'd', 'a']],
    ['beyond the end', 'a', 9, 'd', ['b', 'c', 'd', 'a']],
  ])('lets a case go %s', (_how, itemId, place, after, expected) => {
    expect(behind(order, itemId, place)).toBe(after);
    expect(ids(reordered(items, itemId, after))).toEqual(expected);
  });

  it('asks for nothing when a case stands where it is wanted, or is not on the agenda', () => {
    expect(behind(order, 'b', 1)).toBeUndefined();
    expect(behind(order, 'a', -1)).toBeUndefined();
    expect(behind(order, 'z', 1)).toBeUndefined();
  });

  it('stays as it is when the case or the one to stand behind was taken off', () => {
    expect(ids(reordered(items, 'z', 'a'))).toEqual(order);
    expect(ids(reordered(items, 'a', 'z'))).toEqual(order);
  });

  it('finds the place under the pointer from the middles of the rows', () => {
    const middles = [10, 30, 50];
    expect([0, 29, 31, 500].map((y) => placeAt(middles, y))).toEqual([0, 1, 2, 2]);
  });
});
