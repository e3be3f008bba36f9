import { describe, expect, it } from 'vitest';
import { baseline, lesion, radiotherapy, responded, sayings } from '../panel.fixture.js';

const trials = (facts: Parameters<typeof sayings>[1]) => sayings('clinical-trials', facts);
const laboratory = {
  type: 'FitnessRecorded',
  id: 'laboratory',
  on: '2025-05-20',
  neutrophilsE9L: 3,
  plateletsE9L: 200,
  hemoglobinGL: 120,
  creatinineClearanceMlMin: 80,
  bilirubinUln: 1,
  altUln: 1,
} as const;

describe('the trials agent', () => {
  it('argues for a trial whose recorded criteria are all met, and leaves eligibility to its team', () => {
    const claim = trials(responded({}, laboratory)).find('for', /NCT07235319 .*criteria met, none failed; for a person/);
    expect(claim).toMatchObject({ option: 'Clinical trial', rule: 'panel/clinical-trials/match' });
    expect(claim?.text).toMatch(/whether it recruits is not known/);
  });

  it('wants the trial that asks this very question screened before the first fraction', () => {
    expect(trials(responded({}, laboratory)).find('for', /asks this very question/)?.option).toBe(
      'Trial of immediate against salvage locoregional radiotherapy',
    );
  });

  it('asks for the laboratory values of every open trial in one request', () => {
    const requests = trials(responded()).claims.filter(
      ({ stance, item }) => stance === 'request' && item?.startsWith('laboratory values') === true,
    );
    expect(requests).toHaveLength(1);
    expect(requests[0]?.text).toMatch(
      /NCT07235319 and medifind-337270924 cannot be screened without laboratory values .*hemoglobin.*platelets/,
    );
  });

  it('says what a trial waits for that treatment must bring, and does not ask for it as if it were missing', () => {
    const said = trials(baseline());
    expect(said.find('concern', /NCT07235319 .*it would open after .*complete or partial response after 4 to 6 cycles/)).toBeDefined();
    expect(said.claims.filter(({ stance }) => stance === 'request')).toEqual([]);
  });

  it('says which criterion is not met, with its number', () => {
    const said = trials(baseline({ lesions: [lesion({ count: 6 })] }));
    expect(said.find('concern', /not met: at most 5 lesions \(charted before treatment: in all 6\)/)?.facts).toEqual(['chart']);
  });

  it('never offers a trial of an agent that a guard or the patient rules out', () => {
    for (const facts of [baseline({ fitness: { organTransplant: true } }), baseline({ declines: ['immunotherapy'] })]) {
      const said = trials(facts);
      expect(said.find('for', /anti-PD-1/i)).toBeUndefined();
      expect(said.says(/medifind-506845179 .*not for this patient, it takes an anti-PD-1 agent/)).toBe(true);
    }
  });

  it('never offers a trial of locoregional radiotherapy after it has been given, but one that comes after it', () => {
    const said = trials(responded({}, laboratory, radiotherapy('2025-07-01')));
    expect(said.says(/NCT07235319 .*not for this patient, its radiotherapy has been given \(2025-07-01\)/)).toBe(true);
    expect(said.find('for', /medifind-570611433/)).toBeUndefined();
    expect(said.says(/medifind-341790219 .*its radiotherapy has been given/)).toBe(false);
  });

  it('names the trials that have reported, and offers none of them', () => {
    const said = trials(baseline());
    expect(said.find('concern', /Reported, not offered: .*NCT03581786/)).toBeDefined();
    expect(said.claims.filter(({ stance, text }) => stance === 'for' && text.includes('NCT03581786'))).toEqual([]);
  });
});
