import { canonicalJson } from '@tumor-board/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainJson } from './plain-json.js';

describe('plain JSON', () => {
  it('is canonical JSON when nothing is wrong', () => {
    const key = fc.oneof(
      fc.string(),
      fc.constantFrom('__proto__', 'toJSON', 'constructor', '10', '9', '01', 'a', 'B', '\u00e9', '\ue000', '😀'),
    );
    const value = fc.object({
      key,
      values: [fc.string({ unit: 'binary' }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null)],
    });
    fc.assert(
      fc.property(value, (given) => {
        fc.pre(!/\\u(0000|d[89a-f])/.test(canonicalJson(given)));
        expect(plainJson(given, 'data')).toBe(canonicalJson(given));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a backslash before the letters u0000', { text: '\\u0000' }],
    ['a control character', { text: '\u0001\u001f' }],
    ['a whole surrogate pair', { text: '😀' }],
    ['keys that look like numbers', { b: 1, 10: 2, 9: { 2: 1, 11: 0 }, a: 3 }],
    ['a key __proto__', JSON.parse('{"z":1,"__proto__":{"b":1,"a":2}}') as object],
    ['an undefined member', { a: undefined, b: 1 }],
    ['an object without a prototype', Object.assign(Object.create(null) as object, { a: 1 })],
  ])('takes %s', (_, value) => {
    expect(plainJson(value, 'data')).toBe(canonicalJson(value));
  });

  it.each<[string, unknown, string]>([
    ['U+0000', { text: 'x\0' }, 'data'],
    ['U+0000 after a backslash', { text: '\\\0' }, 'data'],
    ['a high surrogate alone', { text: '\ud800x' }, 'data'],
    ['a low surrogate alone', { text: '\udfff' }, 'data'],
    ['NaN', { a: { b: [0, Number.NaN] } }, 'data.a.b[1]'],
    ['Infinity', { a: Number.POSITIVE_INFINITY }, 'data.a'],
    ['a function', { a: () => 1 }, 'data.a'],
    ['a map', { a: new Map() }, 'data.a'],
    ['undefined in an array', { a: [1, undefined] }, 'data.a[1]'],
  ])('refuses %s and says where', (_, value, path) => {
    expect(() => plainJson(value, 'data')).toThrow(expect.objectContaining({ code: 'event.not-plain-json', data: { path } }));
  });

  it('refuses what contains itself', () => {
    const round: Record<string, unknown> = {};
    round['self'] = round;
    expect(() => plainJson(round, 'data')).toThrow(/levels deep/);
  });
});
