import { M1_SYSTEMS } from '@tumor-board/oncology';
import { describe, expect, it } from 'vitest';
import { citedRegister } from './cited-entry.js';
import { REVIEW_TABLES } from './evidence-entry.js';
import { evidenceOf, findEvidence } from './find-evidence.js';

const ids = (filter: Parameters<typeof findEvidence>[0]): string[] => findEvidence(filter).map(({ id }) => id);

describe('finding evidence', () => {
  it('gives the whole register when nothing narrows it', () => {
    expect(findEvidence({})).toEqual(citedRegister());
    expect(findEvidence({ search: '  ' })).toHaveLength(citedRegister().length);
  });

  it.each([
    ['a citation', 'J CLIN oncol 2021;39:3273'],
    ['a population', 'bone ONLY'],
    ['an endpoint by its abbreviation', 'dmfs'],
    ['an endpoint in words', 'locoregional recurrence-free'],
    ['a treatment', 'toripalimab'],
    ['a registration', 'nct03581786'],
  ])('finds the words of %s, whatever their case', (_what, search) => {
    const found = findEvidence({ search });
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(citedRegister().length / 2);
  });

  it('asks for every word', () => {
    expect(ids({ search: 'toripalimab progression-free' })).toContain('table-3/jupiter-02');
    expect(ids({ search: 'toripalimab hepatectomy' })).toEqual([]);
  });

  it('finds the rows of each table in their order', () => {
    for (const table of REVIEW_TABLES) {
      const rows = findEvidence({ table }).map(({ place }) => (place.in === 'table' && place.table === table ? place.row : undefined));
      expect(rows).toEqual(rows.map((_row, index) => index + 1));
      expect(rows.length).toBeGreaterThan(0);
    }
  });

  it('finds what is about a published system', () => {
    for (const system of M1_SYSTEMS) expect(ids({ system })[0]).toMatch(/^table-2\//);
    expect(ids({ system: 'YAO23', table: 3 })).toEqual([]);
  });

  it('finds entries by their ids and by those of their sources, several at once', () => {
    expect(ids({ ids: ['yao-2023'] })).toEqual(['table-2/yao-2023', 'radiotherapy/yao-2023']);
    expect(ids({ ids: ['later/jupiter-02-final', 'yao-2023', 'nobody-1999'] })).toHaveLength(3);
    expect(ids({ ids: [] })).toEqual([]);
  });
});

describe('the evidence of an id', () => {
  it('is an entry with its sources', () => {
    const { entries, sources } = evidenceOf('table-2/yao-2023');
    expect(entries.map(({ id }) => id)).toEqual(['table-2/yao-2023']);
    expect(sources.map(({ id }) => id)).toEqual(['yao-2023']);
  });

  it('is a source with every entry that reports it, or none', () => {
    expect(evidenceOf('yao-2023').entries).toHaveLength(2);
    expect(evidenceOf('product-rule')).toMatchObject({ sources: [{ id: 'product-rule', licence: { terms: 'own' } }], entries: [] });
  });

  it.each(['yao-2024', '', 'table-2', 'constructor'])('of "%s" is unknown', (id) => {
    expect(() => evidenceOf(id)).toThrow(expect.objectContaining({ code: 'knowledge.unknown-evidence' }));
  });
});
