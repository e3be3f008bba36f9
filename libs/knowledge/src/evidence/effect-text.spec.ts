import { describe, expect, it } from 'vitest';
import { citedRegister, citedSource } from './cited-entry.js';
import { effectText } from './effect-text.js';
import { EVIDENCE_REGISTER, evidenceEntry } from './evidence-register.js';

const linesOf = (id: string): string[] => {
  const { effects, groups } = evidenceEntry(id);
  return effects.map((effect) => effectText(effect, groups));
};

describe('an effect in words', () => {
  it.each([
    [
      'table-3/gem20110714',
      [
        'median PFS: gemcitabine + cisplatin 7 months, fluorouracil + cisplatin 5.6 months',
        'PFS: hazard ratio 0.55 (95% CI 0.44 to 0.68), gemcitabine + cisplatin against fluorouracil + cisplatin (P<0.0001)',
      ],
    ],
    ['table-2/zou-2017', ['3-year OS: M1a 54.5 to 72.8%, M1b 34.3 to 41.6%, M1c 22.6 to 23.6% (P<0.001)']],
    ['table-2/yang-2021', ['low: OS: better with chemotherapy + locoregional radiotherapy (P=0.039)']],
    ['text/hui-2004', ['median OS: lung only 3.9 years, other sites at most 1.9 years']],
    ['text/lee-2012', ['5-year DSS: M1 20%, M0 more than 70%']],
    [
      'text/rationale-309-pfs2',
      ['median PFS2: tislelizumab + chemotherapy not reached, placebo + chemotherapy 13.9 months', 'PFS2: risk lower by 62%'],
    ],
    ['text/zheng-2022-cycles', ['5-year OS: about 20 percentage points better']],
    ['text/chen-2013-cycles', ['OS: no difference shown']],
    ['table-5/du-2022', ['5-year PFS: 34.2%']],
  ])('of %s', (id, lines) => {
    expect(linesOf(id).slice(0, lines.length)).toEqual(lines);
  });

  it('leaves nothing unsaid of any entry', () => {
    const lines = EVIDENCE_REGISTER.flatMap(({ id }) => linesOf(id));
    expect(lines.filter((line) => /undefined|NaN|\[object/.test(line))).toEqual([]);
    expect(new Set(lines).size).toBeGreaterThan(100);
  });
});

describe('the register written out', () => {
  it('carries citation, reference, DOI and licence of every source', () => {
    const yao = citedRegister().find(({ id }) => id === 'table-2/yao-2023');
    expect(yao?.sources).toMatchObject([
      { id: 'yao-2023', reviewReference: 27, doi: '10.1186/s13014-022-02168-2', licence: { terms: 'not checked' } },
    ]);
    expect(citedRegister()).toHaveLength(EVIDENCE_REGISTER.length);
    expect(citedSource('liu-2023')).toMatchObject({ doi: '10.21037/cco-23-32', licence: { terms: 'CC BY-NC-ND 4.0' } });
    expect(citedSource('verma-2017')).not.toHaveProperty('doi');
  });
});
