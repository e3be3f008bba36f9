import { describe, expect, it } from 'vitest';
import { fieldWords, valueText } from './value-text.js';

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

describe('a name that programs use', () => {
  it.each([
    ['dueOn', 'due on'],
    ['default-edition', 'default edition'],
    ['listReadLog', 'list read log'],
  ])('reads %s as %s', (field, text) => expect(fieldWords(field)).toBe(text));
});
