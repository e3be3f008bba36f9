import { describe, expect, it } from 'vitest';
import type { ClinicalFact } from '../facts/clinical-fact.js';
import { chart, day, flagsOf, group, read, short, staging, started } from '../m1-subdivision/recorded-case.fixture.js';
import type { TnmEdition } from './tnm-edition.js';

const groupIn = (edition: TnmEdition, ...facts: ClinicalFact[]): unknown => short(read(facts).stage[edition].group);
const mIn = (edition: TnmEdition, ...facts: ClinicalFact[]): unknown => short(read(facts).stage[edition].m);
const codesOf = (...facts: ClinicalFact[]): string[] => read(facts).alerts.map(({ code }) => code);
const open = (possible: string[], ...missing: string[]) => ({ possible, missing });

describe('stage groups without metastasis', () => {
  it.each([
    ['Tis N0', '0', '0'],
    ['T0 N1', 'II', 'IB'],
    ['T0 N2', 'III', 'II'],
    ['T0 N3', 'IVA', 'III'],
    ['T1 N0', 'I', 'IA'],
    ['T1 N1', 'II', 'IB'],
    ['T1 N2', 'III', 'II'],
    ['T1 N3', 'IVA', 'III'],
    ['T2 N0', 'II', 'IA'],
    ['T2 N1', 'II', 'IB'],
    ['T2 N2', 'III', 'II'],
    ['T2 N3', 'IVA', 'III'],
    ['T3 N0', 'III', 'II'],
    ['T3 N1', 'III', 'II'],
    ['T3 N2', 'III', 'II'],
    ['T3 N3', 'IVA', 'III'],
    ['T4 N0', 'IVA', 'III'],
    ['T4 N1', 'IVA', 'III'],
    ['T4 N2', 'IVA', 'III'],
    ['T4 N3', 'IVA', 'III'],
  ])('%s M0: %s in TNM-8, %s in TNM-9', (categories, eighth, ninth) => {
    const [t = '', n = ''] = categories.split(' ');
    expect(groupIn('TNM-8', staging(t, n, 'M0'))).toBe(eighth);
    expect(groupIn('TNM-9', staging(t, n, 'M0', { edition: 'TNM-9' }))).toBe(ninth);
  });

  it('enumerates a category that could not be assessed', () => {
    expect(groupIn('TNM-8', staging('TX', 'N1', 'M0'))).toEqual(open(['II', 'III', 'IVA'], 'T category'));
    expect(groupIn('TNM-8', staging('T1', 'NX', 'M0'))).toEqual(open(['I', 'II', 'III', 'IVA'], 'N category'));
    expect(groupIn('TNM-8', staging('T4', 'NX', 'M0')), 'unless it does not matter').toBe('IVA');
    expect(groupIn('TNM-8', staging('TX', 'N3', 'M0'))).toBe('IVA');
    expect(groupIn('TNM-9', staging('TX', 'NX', 'M0', { edition: 'TNM-9' }))).toEqual(
      open(['IA', 'IB', 'II', 'III'], 'T category', 'N category'),
    );
  });

  it('takes no group from a combination that cannot be', () => {
    for (const facts of [staging('Tis', 'N1', 'M0'), staging('T0', 'N0', 'M0')]) {
      expect(read([facts]).stage['TNM-8'].group.status).toBe('indeterminate');
      expect(codesOf(facts)).toEqual(['tnm-combination-impossible']);
    }
    expect(groupIn('TNM-8', staging('Tis', 'N1', 'M0'))).toEqual(open(['0', 'II', 'III', 'IVA'], 'T and N that can stand together'));
  });
});

describe('a record of the other edition', () => {
  const eighth = (n: string, extension?: boolean) =>
    staging('T2', n, 'M0', extension === undefined ? {} : { advancedExtranodalExtension: extension });
  const ninth = (n: string, extension?: boolean) => ({ ...eighth(n, extension), edition: 'TNM-9' as const });

  it('reads N1 and N2 of TNM-8 as N3 of TNM-9 with advanced extranodal extension', () => {
    expect(groupIn('TNM-9', eighth('N2', true))).toBe('III');
    expect(groupIn('TNM-9', eighth('N2', false))).toBe('II');
    expect(groupIn('TNM-9', eighth('N2'))).toEqual(open(['II', 'III'], 'advanced extranodal extension'));
    expect(groupIn('TNM-9', eighth('N1'))).toEqual(open(['IB', 'III'], 'advanced extranodal extension'));
    expect(groupIn('TNM-9', eighth('N0'))).toBe('IA');
    expect(groupIn('TNM-9', eighth('N3'))).toBe('III');
  });

  it('reads N3 of TNM-9 as possibly N1 to N3 of TNM-8, unless there is no extension', () => {
    expect(groupIn('TNM-8', ninth('N3', true))).toEqual(open(['II', 'III', 'IVA'], 'N category of TNM-8'));
    expect(groupIn('TNM-8', ninth('N3', false))).toBe('IVA');
    expect(groupIn('TNM-8', ninth('N3'))).toEqual(open(['II', 'III', 'IVA'], 'advanced extranodal extension'));
    expect(groupIn('TNM-8', ninth('N2'))).toBe('III');
  });

  it('is not used where the edition has its own record of the day', () => {
    const both = [eighth('N2'), ninth('N3')];
    expect(groupIn('TNM-8', ...both)).toBe('III');
    expect(groupIn('TNM-9', ...both)).toBe('III');
  });

  it('raises an alert where N and the extension cannot both hold', () => {
    expect(codesOf(ninth('N1', true))).toEqual(['n-and-extranodal-extension-disagree']);
    expect(groupIn('TNM-9', ninth('N1', true))).toEqual(open(['IB', 'III'], 'N category'));
    expect(codesOf(eighth('N0', true))).toEqual(['n-and-extranodal-extension-disagree']);
  });
});

describe('metastatic disease', () => {
  const m1 = staging('TX', 'NX', 'M1');
  it.each([
    [3, 'M1a', 'IVA'],
    [4, 'M1b', 'IVB'],
  ])('%i lesions are %s of TNM-9, stage %s, whatever T and N', (lesions, m, stage) => {
    const facts = [m1, chart([group('bone', lesions)])];
    expect([mIn('TNM-9', ...facts), groupIn('TNM-9', ...facts)]).toEqual([m, stage]);
    expect([mIn('TNM-8', ...facts), groupIn('TNM-8', ...facts)]).toEqual(['M1', 'IVB']);
  });

  it('is stage IV without more where the count is not known', () => {
    expect(mIn('TNM-9', m1)).toEqual(open(['M1a', 'M1b'], 'chart of the metastases'));
    expect(groupIn('TNM-9', m1)).toEqual(open(['IVA', 'IVB'], 'chart of the metastases'));
    expect(groupIn('TNM-8', m1)).toBe('IVB');
    const uncertain = [m1, chart([group('bone', 3), group('lung', 1, { certainty: 'equivocal' })])];
    expect(groupIn('TNM-9', ...uncertain)).toEqual(open(['IVA', 'IVB'], 'nature of the equivocal lesion lung-1equivocal (lung)'));
  });

  it('is taken as recorded in TNM-9 where no chart settles it', () => {
    const recorded = staging('T3', 'N2', 'M1b', { edition: 'TNM-9' });
    expect(read([recorded]).stage['TNM-9'].m).toMatchObject({ value: 'M1b', flags: ['as-recorded'] });
    expect(read([recorded]).stage['TNM-9'].group).toMatchObject({ value: 'IVB', flags: ['as-recorded'] });
    expect(groupIn('TNM-8', recorded)).toBe('IVB');
    const atLeastTwo = chart([group('lung', 2, { countIsExact: false })]);
    expect(read([recorded, atLeastTwo]).stage['TNM-9'].m).toMatchObject({ value: 'M1b', flags: ['as-recorded'] });
    expect(flagsOf(read([recorded, chart([group('lung', 4)])]).stage['TNM-9'].m)).toEqual([]);
  });

  it('follows the chart where the record disagrees, with an alert', () => {
    const facts = [staging('T3', 'N2', 'M1a', { edition: 'TNM-9' }), chart([group('lung', 4)])];
    expect(mIn('TNM-9', ...facts)).toBe('M1b');
    expect(codesOf(...facts)).toEqual(['recorded-m-and-chart-disagree']);
    expect(groupIn('TNM-8', staging('T1', 'N0', 'M0'), chart([group('lung')]))).toBe('IVB');
    expect(codesOf(staging('T1', 'N0', 'M0'), chart([group('lung')]))).toEqual(['recorded-m-and-chart-disagree']);
    expect(groupIn('TNM-8', staging('T1', 'N0', 'M1'), chart([]))).toBe('I');
    expect(codesOf(staging('T1', 'N0', 'M1'), chart([]))).toEqual(['recorded-m-and-chart-disagree']);
  });

  it('recorded on equivocal lesions stands with an alert', () => {
    const facts = [staging('T1', 'N0', 'M1'), chart([group('lung', 1, { certainty: 'equivocal' })])];
    expect([groupIn('TNM-8', ...facts), mIn('TNM-9', ...facts)]).toEqual(['IVB', 'M1a']);
    expect(codesOf(...facts)).toEqual(['recorded-m-not-certain-on-chart']);
  });

  it('flags a count that only distant nodes carry above 3', () => {
    const m = (...lesions: Parameters<typeof chart>[0]) => read([m1, chart(lesions)]).stage['TNM-9'].m;
    expect(flagsOf(m(group('lung', 3), group('distant-node')))).toEqual(['distant-nodes-decide']);
    expect(flagsOf(m(group('distant-node', 4)))).toEqual(['distant-nodes-decide']);
    expect(flagsOf(m(group('lung', 4), group('distant-node')))).toEqual([]);
    expect(flagsOf(m(group('lung', 2), group('distant-node')))).toEqual([]);
  });

  it('is charted M1 without a staging record, and nothing at all is asked for', () => {
    expect([groupIn('TNM-8', chart([group('lung')])), groupIn('TNM-9', chart([group('lung')]))]).toEqual(['IVB', 'IVA']);
    expect(groupIn('TNM-8', started(1))).toEqual(open(['0', 'I', 'II', 'III', 'IVA', 'IVB'], 'TNM staging'));
    expect(mIn('TNM-9', started(1))).toEqual(open(['M0', 'M1a', 'M1b'], 'TNM staging'));
    expect(groupIn('TNM-8', chart([]))).toEqual(open(['0', 'I', 'II', 'III', 'IVA'], 'TNM staging'));
  });
});

describe('which record counts', () => {
  it('is the last before the first treatment, else the first of all', () => {
    const later = (on: number, t: string) => staging(t, 'N0', 'M0', { on: day(on) });
    expect(groupIn('TNM-8', later(1, 'T1'), later(3, 'T3'), started(4), later(9, 'T4'))).toBe('III');
    expect(groupIn('TNM-8', started(4), later(9, 'T1'), later(10, 'T4'))).toBe('I');
  });
});
