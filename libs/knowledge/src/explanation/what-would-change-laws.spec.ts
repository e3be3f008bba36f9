import { parseCaseFile } from '@tumor-board/oncology';
import { arbitraryCase } from '@tumor-board/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, type CaseRecord } from '../assess.js';
import { sitePolicy } from '../policy.js';
import { knowledgeRelease } from '../releases/catalogue.js';
import { PARTS } from './part.js';
import { partValue } from './part-value.js';
import { type ChangingFacts, whatWouldChange } from './what-would-change.js';

const release = knowledgeRelease('npc-2023.08');
const policy = sitePolicy();

/** Every part of a list but the whole, the empty one included. */
const properParts = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: (1 << items.length) - 1 }, (_, bits) => items.filter((_item, index) => (bits & (1 << index)) !== 0));

describe('what would change any part of any case', () => {
  const added = (record: CaseRecord, facts: ChangingFacts['facts']) => ({ ...record, facts: [...record.facts, ...facts] });
  const valueIn = (record: CaseRecord, part: (typeof PARTS)[number]) => partValue(assess(record, release, policy), part).value;

  it('adding the facts of a set gives its value, and adding some of them does not', () => {
    fc.assert(
      fc.property(arbitraryCase(), fc.constantFrom(...PARTS), (record, part) => {
        const { sets, value } = whatWouldChange(record, release, policy, part, { maxAssessments: 120, limit: 8 });
        for (const set of sets) {
          expect(set.value).not.toBe(value);
          expect(valueIn(added(record, set.facts), part)).toBe(set.value);
          for (const some of properParts(set.facts)) expect(valueIn(added(record, some), part)).not.toBe(set.value);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('every set settles an open part', () => {
    fc.assert(
      fc.property(arbitraryCase(), fc.constantFrom(...PARTS), (record, part) => {
        const { settled, sets } = whatWouldChange(record, release, policy, part, { maxFacts: 1 });
        expect(sets.every((set) => set.settled || settled)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('the facts of a set could be recorded: the case file with them is valid', () => {
    fc.assert(
      fc.property(arbitraryCase(), fc.constantFrom(...PARTS), (record, part) => {
        for (const { facts } of whatWouldChange(record, release, policy, part, { maxAssessments: 100 }).sets) {
          expect(() => parseCaseFile({ ...record, facts: [...record.facts, ...facts] })).not.toThrow();
        }
      }),
      { numRuns: 40 },
    );
  });
});
