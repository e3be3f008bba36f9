import { arbitraryCase } from '@tumor-board/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint.js';
import { sitePolicy } from './policy.js';
import { knowledgeRelease } from './releases/catalogue.js';

const of = (record: Parameters<typeof fingerprintOf>[0], horizon = {}) => fingerprintOf(record, knowledgeRelease(), sitePolicy(), horizon);

describe('a fingerprint', () => {
  it('is the same whether the record grew fact by fact or was read at once', () => {
    fc.assert(
      fc.property(arbitraryCase({ minLength: 1 }), (record) => {
        record.facts.forEach((_, index) => of({ ...record, facts: record.facts.slice(0, index + 1) }));
        expect(of(record)).toBe(of(structuredClone(record)));
      }),
    );
  });

  it('tells records apart that end with the same fact', () => {
    fc.assert(
      fc.property(arbitraryCase({ minLength: 3 }), (record) => {
        const [first, second, ...rest] = record.facts as [never, never, ...never[]];
        const swapped = { ...record, facts: [second, first, ...rest] };
        expect(of(swapped)).not.toBe(of(record));
        expect(of(record)).toBe(of(structuredClone(record)));
        expect(of(swapped)).toBe(of(structuredClone(swapped)));
      }),
    );
  });
});
