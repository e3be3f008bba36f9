import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readCursor, type SortValue, writeCursor } from './cursor.js';

const caseId = randomUUID();
const forged = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a cursor', () => {
  it('is read as it was written', () => {
    const cursor = { order: 'queue', values: ['3', '2026-11-23', '2026-11-23T09:30:00.000001Z', randomUUID(), 'REF-1'], caseId };
    expect(readCursor(writeCursor(cursor), 'queue', ['rank', 'day', 'instant', 'id', 'text'])).toEqual(cursor);
  });

  it.each<[SortValue, string]>([
    ['instant', 'yesterday'],
    ['instant', '2026-11-23'],
    ['instant', '2026-02-30T00:00:00.000000Z'],
    ['instant', '0000-01-01T00:00:00.000000Z'],
    ['day', '2026-02-30'],
    ['day', '0000-01-01'],
    ['rank', '-1'],
    ['rank', '99999'],
    ['id', 'x'],
    ['text', 'a\0b'],
  ])('with a forged %s "%s" is refused before the database sees it', (kind, value) => {
    const read = () => readCursor(forged(['order', [value], caseId]), 'order', [kind]);
    expect(read).toThrow(expect.objectContaining({ code: 'cursor.invalid' }));
  });

  it.each([
    ['no cursor at all', 'nonsense'],
    ['one of another order', forged(['other', ['a'], caseId])],
    ['one with too few values', forged(['order', [], caseId])],
    ['one with too many', forged(['order', ['a', 'b'], caseId])],
    ['one without an id', forged(['order', ['a'], 'x'])],
    ['one of another time', forged(['order', 'a', caseId])],
  ])('is refused: %s', (_, text) => {
    expect(() => readCursor(text, 'order', ['text'])).toThrow(expect.objectContaining({ code: 'cursor.invalid' }));
  });
});
