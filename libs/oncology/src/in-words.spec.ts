import { describe, expect, test } from 'vitest';
import { inWords } from './in-words.js';

describe('a code in words', () => {
  test.each([
    ['not-done', 'not done'],
    ['surveillance', 'surveillance'],
    ['locoregional-rt', 'locoregional radiotherapy'],
    ['overdue-ebv-dna', 'overdue EBV DNA'],
    ['re-evaluation', 're-evaluation'],
    ['non-keratinising-undifferentiated', 'non-keratinising, undifferentiated'],
    ['constructor', 'constructor'],
  ])('%s is said as "%s"', (code, words) => {
    expect(inWords(code)).toBe(words);
  });
});
