import { describe, expect, it } from 'vitest';
import { derivedId } from './derived-id.js';

describe('a derived id', () => {
  it('is a UUID of version 5', () => {
    expect(derivedId('case', 'default', 'C-1')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('is the same for the same texts for ever: streams are found by it', () => {
    expect(derivedId('case', 'default', 'C-1')).toBe('7a5bd71b-a429-586e-8b76-708d339a21f6');
  });

  it('tells apart lists whose texts only join to the same', () => {
    expect(derivedId('ab', 'c')).not.toBe(derivedId('a', 'bc'));
  });
});
