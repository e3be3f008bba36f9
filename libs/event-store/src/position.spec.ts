import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePositions, formatPosition, parsePosition } from './position.js';

const place = fc.tuple(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }));

describe('a position', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(fc.nat(7), place, (partition, [transactionId, position]) => {
        expect(parsePosition(formatPosition(partition, transactionId, position))).toEqual({ partition, transactionId, position });
      }),
    );
  });

  it('orders by transaction first, then by place', () => {
    fc.assert(
      fc.property(place, place, ([t1, p1], [t2, p2]) => {
        const order = comparePositions(formatPosition(3, t1, p1), formatPosition(3, t2, p2));
        expect(Math.sign(order)).toBe(t1 === t2 ? (p1 === p2 ? 0 : p1 < p2 ? -1 : 1) : t1 < t2 ? -1 : 1);
      }),
    );
  });

  it.each(['', '1.2', '8.1.1', '1.2.3.4', '1.-2.3', '1.2.x', '1. 2.3', `1.${'9'.repeat(21)}.1`])(
    'is refused when it reads "%s"',
    (token) => {
      expect(() => parsePosition(token)).toThrow(/not a position/);
    },
  );

  it('has no order against another partition', () => {
    expect(() => comparePositions('1.5.5', '2.5.5')).toThrow(/no order/);
  });
});
