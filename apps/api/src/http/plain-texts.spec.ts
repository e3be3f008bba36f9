import { describe, expect, it } from 'vitest';
import { textFaults } from './plain-texts.js';

describe('the texts of a request', () => {
  it('are named by their path when nothing can keep them', () => {
    const body = { login: 'a\0b', facts: [{ note: 'fine' }, { note: '\ud800' }], count: 1, none: null };
    expect(textFaults(body).map(({ path }) => path)).toEqual(['login', 'facts[1].note']);
    expect(textFaults('a\0')).toMatchObject([{ path: '(whole)' }]);
  });

  it('are looked for no deeper than schemas go', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown;
    expect(textFaults(deep)).toEqual([]);
  });

  it('may hold any whole character', () => {
    expect(textFaults({ note: '鼻咽癌 😀 \n\t \\u0000' })).toEqual([]);
  });
});
