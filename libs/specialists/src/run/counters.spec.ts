import { describe, expect, it } from 'vitest';
import { baseline, cycles, inputOf, lesion, responded, runOf, sample, scan, systemic } from '../panel.fixture.js';
import { agreementWith, countersOf } from './counters.js';
import { deliberate, opinionBy } from './deliberate.js';

const facts = responded();
const run = runOf(facts);

describe('the counters of a run', () => {
  it('count nothing struck, absent or repeated in a first whole run', () => {
    expect(countersOf(run)).toMatchObject({
      release: 'npc-2026.11',
      struck: {},
      absent: [],
      repeats: 0,
      changedMind: [],
      admitted: run.ledger.entries.length,
    });
  });

  it('count every claim of the same run again as a repeat, and no mind changed', () => {
    const { repeats, changedMind, claims } = countersOf(run, runOf(facts));
    expect([repeats, changedMind]).toEqual([claims, []]);
  });

  it('count what was struck by reason and by discipline', () => {
    const input = inputOf(facts);
    const invented = opinionBy({ kind: 'person', account: 'a' }, 'nursing', input.assessment.fingerprint, [
      { stance: 'for', option: 'locoregional-rt', text: 'Go.', facts: ['nobody'], rule: 'P24', evidence: ['smith-2031'] },
    ]);
    const counted = countersOf(deliberate(input, { others: [invented] }));
    expect(counted.struck).toEqual({ 'unknown-fact': 1, 'unknown-evidence': 1 });
    expect(counted.byDiscipline.find(({ discipline }) => discipline === 'nursing')).toMatchObject({ claims: 1, struck: counted.struck });
    expect(counted.admitted).toBe(counted.claims - 1);
  });

  it('name who is absent', () => {
    expect(countersOf(runOf(facts, {}, ['radiology'])).absent).toEqual(['radiology']);
  });

  it('tell who holds something else of the same option than before', () => {
    const stable = [
      ...baseline({ lesions: [lesion({ count: 7 })] }),
      systemic(),
      cycles('2025-03-20', 3),
      scan('2025-03-20', 20),
      sample('2025-03-20', 0),
    ];
    const weaker = [...stable, { type: 'PerformanceStatusRecorded', id: 'now', on: '2025-03-21', ecog: 3 } as const];
    const { changedMind } = countersOf(runOf(weaker), runOf(stable));
    expect(changedMind).toContainEqual({
      discipline: 'palliative-supportive',
      option: 'continue-systemic',
      before: 'for',
      after: 'against',
    });
    expect(changedMind.map(({ discipline }) => discipline)).not.toContain('clinical-trials');
  });

  it('count the options on which the disciplines part', () => {
    const input = inputOf(facts);
    const against = opinionBy({ kind: 'person', account: 'a' }, 'surgery', input.assessment.fingerprint, [
      { stance: 'against', option: 'locoregional-rt', text: 'No.', facts: [], rule: 'P24', evidence: [] },
    ]);
    const before = countersOf(run).dissent;
    expect(countersOf(deliberate(input, { others: [against] })).dissent).toBe(before + 1);
  });
});

describe('the agreement of a synthesis with the decision of the board', () => {
  const fit = runOf(baseline({ lesions: [lesion({ count: 7 })], fitness: { creatinineClearanceMlMin: 42 } }));
  it.each([
    ['start-systemic', 'agreed'],
    ['cisplatin', 'against-veto'],
    ['homeopathy', 'no-option'],
    ['case', 'no-option'],
  ])('%s: %s', (chosen, agreement) => {
    expect(agreementWith(fit, chosen)).toBe(agreement);
  });

  it('sees a decision before the data that were asked for', () => {
    expect(agreementWith(run, 'locoregional-rt')).toBe('before-data');
  });
});
