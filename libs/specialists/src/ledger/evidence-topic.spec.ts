import { EVIDENCE_REGISTER, REGISTER_SOURCES } from '@tumor-board/knowledge';
import { describe, expect, it } from 'vitest';
import { topicsOf, topicsOfOption } from './evidence-topic.js';

describe('what evidence is about', () => {
  it('is known of every entry of the register', () => {
    expect(EVIDENCE_REGISTER.map(({ id }) => id).filter((id) => topicsOf(id).length === 0)).toEqual([]);
  });

  it('is known of every source', () => {
    expect(REGISTER_SOURCES.map(({ id }) => id).filter((id) => topicsOf(id).length === 0)).toEqual([]);
  });

  it('is nothing for an id that the register does not hold', () => {
    expect(topicsOf('smith-2031')).toEqual([]);
  });

  it.each([
    ['table-3/jupiter-02', 'systemic therapy'],
    ['table-5/zou-2017', 'locoregional radiotherapy'],
    ['table-6/pan-2011', 'local treatment'],
    ['text/sun-2020-capecitabine', 'maintenance'],
    ['text/wang-2010', 'marker'],
  ])('%s is about %s', (id, topic) => {
    expect(topicsOf(id)).toContain(topic);
  });

  it.each([
    ['Carboplatin in place of cisplatin', 'systemic therapy'],
    ['Capecitabine 1,000 mg/m² twice daily, days 1–14 every three weeks', 'maintenance'],
    ['Palliative radiotherapy for symptoms', 'locoregional radiotherapy'],
    ['Clinical trial', 'trials'],
    ['Best supportive care', 'fitness'],
  ])('the option "%s" turns on %s', (title, topic) => {
    expect(topicsOfOption({ option: title, kind: 'alternative', title, evidence: [] })).toContain(topic);
  });
});
