import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { BlindIndex } from './blind-index.js';

const index = new BlindIndex(randomBytes(32));
const finds = (search: string, text: string): boolean => {
  const stored = index.tokensOf('title', text);
  return index.tokensFor('title', search)?.every((token) => stored.includes(token)) ?? false;
};

describe('a blind index', () => {
  it.each([
    ['zeta', 'Zeta title', true],
    ['ZET', 'Zeta title', true],
    ['title zeta', 'Zeta title', true],
    ['ze', 'Zeta title', false],
    ['eta', 'Zeta title', false],
    ['zeta other', 'Zeta title', false],
    ['M1', 'an M1 case', true],
    ['stage-IV', 'Stage IV disease', true],
    ['mu\u0308ller', 'Frau M\u00fcller', true],
    ['鼻咽癌', '鼻咽癌 病例', true],
    ['x'.repeat(40), `${'x'.repeat(24)}y`, true],
    [' - ', 'anything', false],
  ])('searching "%s" in "%s": %s', (search, text, expected) => {
    expect(finds(search, text)).toBe(expected);
  });

  it('gives other tokens for other kinds of text and under other keys', () => {
    const tokens = index.tokensOf('title', 'word');
    expect(index.tokensOf('title', 'word')).toEqual(tokens);
    for (const others of [index.tokensOf('name', 'word'), new BlindIndex(randomBytes(32)).tokensOf('title', 'word')]) {
      expect(others.filter((token) => tokens.includes(token))).toEqual([]);
    }
  });

  it('stands for a whole text by one token, other than those of its words', () => {
    const whole = index.exactly('number', 'H-0042');
    expect(index.exactly('number', 'H-0042')).toBe(whole);
    const others = [
      index.exactly('number', 'H-0043'),
      index.exactly('name', 'H-0042'),
      new BlindIndex(randomBytes(32)).exactly('number', 'H-0042'),
    ];
    expect(others).not.toContain(whole);
    expect(index.tokensOf('number', 'H-0042')).not.toContain(whole);
  });
});
