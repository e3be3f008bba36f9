import { describe, expect, it } from 'vitest';
import { numberOrText } from './typed-number.js';

describe('what is typed into a number field', () => {
  it.each([
    ['12', 12],
    ['12.', 12],
    ['12.5', 12.5],
    ['.5', 0.5],
    ['0.0', 0],
    [' 69.96 ', 69.96],
    ['-1', -1],
    ['1e-7', 1e-7],
  ])('"%s" is the number %d', (typed, number) => expect(numberOrText(typed)).toBe(number));

  it.each(['', '-', '.', '12,5', '70,000', '1.2.3', '0x10', '1e999', '1O', 'II'])('"%s" is none, and stays what was typed', (typed) =>
    expect(numberOrText(typed)).toBe(typed),
  );
});
