import { describe, expect, it } from 'vitest';
import { caseIdFor, derivedId } from './derived-id.js';

describe('a derived id', () => {
  it('is a UUID of version 5 and always the same', () => {
    expect(derivedId('case', 'default', 'C-1')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    // Written down: files imported by an earlier version must find their cases again.
    expect(caseIdFor('default', 'C-1')).toBe('7a5bd71b-a429-586e-8b76-708d339a21f6');
  });

  it('tells apart lists whose texts only join to the same', () => {
    expect(derivedId('ab', 'c')).not.toBe(derivedId('a', 'bc'));
    expect(caseIdFor('north', 'C-1')).not.toBe(caseIdFor('south', 'C-1'));
  });
});
