import { describe, expect, it } from 'vitest';
import { valueText } from './value-text.js';

describe('a value as people read it', () => {
  it.each([
    [undefined, '–'],
    [null, '–'],
    ['', '–'],
    [[], '–'],
    [0, '0'],
    [false, 'false'],
    ['GP', 'GP'],
    [['a', 'b'], 'a, b'],
    [{ option: 'a', 'due-on': null }, 'option: a; due on: –'],
    [[{ what: 'x', owner: { discipline: 'surgery' } }], 'what: x; owner: discipline: surgery'],
  ])('reads %j as %s', (value, text) => expect(valueText(value)).toBe(text));
});
