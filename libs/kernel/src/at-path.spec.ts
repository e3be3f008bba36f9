import { describe, expect, it } from 'vitest';
import { replaceAt, stepsOf } from './at-path.js';

const shout = (found: unknown): unknown => (typeof found === 'string' ? found.toUpperCase() : found);
const at = (value: unknown, path: string): unknown => replaceAt(value, stepsOf(path), shout);

describe('replacing at a path', () => {
  it.each([
    ['title', { title: 'a', other: 'b' }, { title: 'A', other: 'b' }],
    ['replacement.note', { replacement: { note: 'a', on: 'b' } }, { replacement: { note: 'A', on: 'b' } }],
    ['parts[].text', { parts: [{ text: 'a' }, { other: 'b' }, { text: 'c' }] }, { parts: [{ text: 'A' }, { other: 'b' }, { text: 'C' }] }],
    ['words[]', { words: ['a', 'b'] }, { words: ['A', 'B'] }],
    ['rows[].cells[].text', { rows: [{ cells: [{ text: 'a' }] }, { cells: [] }] }, { rows: [{ cells: [{ text: 'A' }] }, { cells: [] }] }],
  ])('%s', (path, value, expected) => {
    const before = structuredClone(value);
    expect(at(value, path)).toEqual(expected);
    expect(value).toEqual(before);
  });

  it.each([
    ['title', { other: 'a' }],
    ['title', { title: undefined }],
    ['replacement.note', { replacement: null }],
    ['parts[].text', { parts: 'a' }],
    ['parts.text', { parts: [{ text: 'a' }] }],
    ['length', ['a']],
    ['toString', {}],
  ])('gives the very value where nothing stands at %s', (path, value) => {
    expect(at(value, path)).toBe(value);
  });
});
