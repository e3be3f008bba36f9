import { describe, expect, it } from 'vitest';
import { baseline, cycles, lesion, progressed, radiotherapy, responded, sample, sayings, scan, systemic } from '../panel.fixture.js';

const oncology = (facts: Parameters<typeof sayings>[1]) => sayings('medical-oncology', facts);
const many = { lesions: [lesion({ count: 7 })] };

describe('medical oncology', () => {
  it('argues for the first line with the figures of its trials', () => {
    const claim = oncology(baseline(many)).find('for', /JUPITER-02: PFS: hazard ratio 0.52 \(95% CI 0.36 to 0.74\)/);
    expect(claim).toMatchObject({
      option: 'start-systemic',
      evidence: expect.arrayContaining(['table-3/jupiter-02', 'table-3/captain-1st']),
    });
  });

  it('argues without anti-PD-1 where a guard rules it out, and then not for trials of it', () => {
    const said = oncology(baseline({ ...many, fitness: { organTransplant: true } }));
    expect(said.find('for', /Gemcitabine and cisplatin. A guard rules out anti-PD-1. GEM20110714/)?.facts).toContain('fitness');
    expect(said.says(/CAPTAIN/)).toBe(false);
  });

  it('offers carboplatin where cisplatin is borderline, with the trial that allowed it', () => {
    const said = oncology(baseline({ ...many, fitness: { creatinineClearanceMlMin: 55 } }));
    expect(said.find('for', /AK105-304/)).toMatchObject({ option: 'Carboplatin in place of cisplatin', evidence: ['later/ak105-304'] });
    expect(oncology(baseline(many)).says(/Carboplatin/)).toBe(false);
  });

  it('counts the cycles that are left to four to six', () => {
    const said = oncology([...baseline(many), systemic(), cycles('2025-03-20', 3), scan('2025-03-20', 20)]);
    expect(said.find('for', /3 cycles completed, 1 to 3 more/)).toMatchObject({
      option: 'continue-systemic',
      facts: ['start', 'cycles-3'],
    });
  });

  it('says that more than six cycles bring nothing, not at six', () => {
    const after = (count: number) => oncology([...baseline(many), systemic(), cycles('2025-05-20', count), scan('2025-05-20', 30)]);
    expect([after(6), after(7)].map((said) => said.says(/more than six bring no gain/))).toEqual([false, true]);
  });

  it('does not count the cycles of maintenance among the six', () => {
    const maintained = (changes: object, ...more: Parameters<typeof oncology>[0]) =>
      oncology([...responded(many), systemic('2025-06-10', { id: 'next', ...changes }), ...more]);
    const alone = { regimen: 'toripalimab', agents: ['toripalimab'] };
    expect(maintained(alone, cycles('2025-09-01', 10)).says(/more than six bring no gain/)).toBe(false);
    expect(maintained({}, cycles('2025-09-01', 10)).says(/10 cycles given: more than six bring no gain/)).toBe(true);
    expect(maintained(alone, cycles('2025-06-01', 7), cycles('2025-09-01', 12)).says(/7 cycles given: more than six/)).toBe(true);
  });

  it('carries the response gate with the rule that gave it', () => {
    expect(oncology(responded()).find('for', /Response gate good/)).toMatchObject({
      rule: 'gate/4',
      facts: expect.arrayContaining(['scan-2025-05-20']),
    });
    expect(oncology(progressed()).find('for', /the last scan shows progression/i)).toMatchObject({ option: 'change-systemic' });
  });

  it('wants an unconfirmed progression confirmed before the line is changed', () => {
    const said = oncology([...baseline(many), systemic(), cycles('2025-03-20', 3), scan('2025-03-20', 60)]);
    expect(said.find('for', /confirm before the line is changed/)).toMatchObject({
      option: 'confirm-progression',
      evidence: ['seymour-2017'],
    });
  });

  it('compares EBV DNA with the limit of capecitabine maintenance, 30,000 included, and calls it another assay', () => {
    const maintained = (value: number) =>
      oncology([...responded({ ebv: { value }, lesions: [lesion({ count: 7 })] }), radiotherapy('2025-07-01')]);
    expect(maintained(30_000).says(/30,000 copies\/mL: within the at most 30,000.*another assay/)).toBe(true);
    expect(maintained(30_001).says(/30,001 copies\/mL: above the at most 30,000/)).toBe(true);
    const negative = { lesions: [lesion({ count: 7 })], histology: { eber: 'negative' as const } };
    expect(oncology([...responded(negative), radiotherapy('2025-07-01')]).says(/the at most 30,000/)).toBe(false);
    expect(maintained(30_000).says(/Anti-PD-1 and capecitabine together are unproven/)).toBe(true);
  });

  it('brings EBV DNA that has not cleared after three cycles to the board, not after two', () => {
    const after = (count: number) => oncology([...baseline(many), systemic(), cycles('2025-03-20', count), sample('2025-03-22', 900)]);
    expect([after(2), after(3)].map((said) => said.says(/not cleared after three/))).toEqual([false, true]);
  });

  it('does not put off the first cycle of symptomatic disease for a missing sample', () => {
    const said = oncology(baseline({ ebv: null }));
    expect(said.find('concern', /first cycle does not wait/)?.rule).toBe('panel/medical-oncology/no-delay');
    expect(said.find('for', /Not on record: baseline EBV DNA/)).toMatchObject({ option: 'complete-baseline' });
  });

  it('shows which guidelines support the step, with their grade, and which differ', () => {
    const claim = oncology(baseline(many)).find('for', /Guidelines that support it: CSCO 2021 \(1A\)/);
    expect(claim).toMatchObject({ option: 'start-systemic', evidence: expect.arrayContaining(['csco-2021']) });
    const upfront = oncology(baseline());
    expect(upfront.find('concern', /another position: CSCO 2021 .*ESMO-EURACAN 2023.*does not speak of ablating/)?.option).toBe(
      'ablate-upfront',
    );
    expect(upfront.find('for', /Systemic therapy comes first in CSCO 2021/)?.option).toMatch(/^Start systemic therapy first/);
    expect(oncology(baseline({ ebv: null })).says(/Guidelines|differs/)).toBe(false);
  });

  it('says in a second line that the evidence is of the first', () => {
    const said = oncology([...progressed(), systemic('2025-05-01', { id: 'second', line: 2, agents: ['capecitabine'] })]);
    expect(said.says(/Line 2: the trials behind the strategy are of the first line/)).toBe(true);
  });
});
