import { describe, expect, it } from 'vitest';
import { comparableNumber, comparablePerson } from './patient-likeness.js';

describe('two record numbers', () => {
  it.each([
    ['H-0042', ' h-0042 ', true],
    ['H-0042', 'H- 00 42', true],
    ['Ｈ００４２', 'H0042', true],
    ['H-0042', 'H0042', false],
    ['H-0042', 'H-0043', false],
  ])('"%s" and "%s" are one: %s', (one, other, same) => {
    expect(comparableNumber(one) === comparableNumber(other)).toBe(same);
  });
});

describe('two records', () => {
  const chan = { name: 'Chan Tai Man', birthDate: '1961-04-30' };

  it.each([
    [{ name: 'TAI MAN, Chan', birthDate: '1961-04-30' }, true],
    [{ name: 'Chan Tai Man', birthDate: '1961-04-03' }, false],
    [{ name: 'Chan Tai', birthDate: '1961-04-30' }, false],
  ])('may be of one person: %o: %s', (other, same) => {
    expect(comparablePerson(other) === comparablePerson(chan)).toBe(same);
  });
});
