import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Places } from './places.js';

const position = fc.record({
  partition: fc.integer({ min: 0, max: 7 }),
  transactionId: fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
  position: fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }),
});

describe('a cursor', () => {
  it('says where a reader stands, and is read back as the same', () => {
    fc.assert(
      fc.property(fc.array(position), (positions) => {
        const places = Places.atTransaction('7');
        for (const at of positions) places.take(at);
        const again = Places.ofCursor(places.cursor);
        expect(again.cursor).toBe(places.cursor);
        expect(again.columns).toEqual(places.columns);
        for (const at of positions) expect(again.hasTaken(at)).toBe(true);
      }),
    );
  });

  it('never goes back', () => {
    fc.assert(
      fc.property(position, position, (one, other) => {
        const places = Places.atTransaction('0');
        places.take(one);
        const before = places.copy();
        places.take(other);
        expect(places.isBehind(before)).toBe(false);
      }),
    );
  });

  it.each(['', '7', '7_7', '1_1_1_1_1_1_1_1_1', '1_1_1_1_1_1_1_-1', '1_1_1_1_1_1_1_1.', "1_1_1_1_1_1_1_1'"])('is not %j', (text) => {
    expect(() => Places.ofCursor(text)).toThrow(expect.objectContaining({ code: 'cursor.invalid' }));
  });

  it('of an absurd size is read as the largest that the server takes', () => {
    const places = Places.ofCursor(Array.from({ length: 8 }, () => 'zzzzzzzzzzzzz').join('_'));
    expect(places.columns.transactionIds).toEqual(Array.from({ length: 8 }, () => (2n ** 63n - 1n).toString()));
  });
});
