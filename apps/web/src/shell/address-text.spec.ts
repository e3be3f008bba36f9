import { expect, it } from 'vitest';
import { addressText } from './address-text.js';

it.each([
  ['V22', 'V22'],
  [22, '22'],
  ['', undefined],
  [undefined, undefined],
  [{ search: 'x' }, undefined],
])('%j of an address is the text %j', (value, text) => expect(addressText(value)).toBe(text));
