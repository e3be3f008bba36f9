import type { Fact } from '@tumor-board/oncology';
import { describe, expect, it } from 'vitest';
import { baseline, cycles, lungLesion, radiotherapy, recordOf, scan, systemic } from '../pathway/pathway.fixture.js';
import { matchTrial } from './match-trial.js';
import { monthsAfter } from './treatment-criteria.js';
import { withStatus } from './trial.js';
import { trialSubject } from './trial-subject.js';
import { TRIALS, trialOf } from './trials.js';

const ASKED = '2025-04-20';
const subjectOf = (facts: readonly Fact[], on = ASKED) => trialSubject(recordOf(facts), { validOn: on });
const recent = { on: '2025-04-14', bilirubinUln: 0.8, altUln: 1.1 };
const laboratory: Fact = {
  type: 'FitnessRecorded',
  id: 'labs',
  hemoglobinGL: 118,
  neutrophilsE9L: 2.4,
  plateletsE9L: 180,
  creatinineClearanceMlMin: 88,
  ...recent,
};
const responder = (changes: Parameters<typeof baseline>[0] = {}): Fact[] => [
  ...baseline({ lesions: [lungLesion({ count: 4 })], ...changes }),
  systemic(),
  cycles('2025-04-14', 4),
  scan('2025-04-15', 20, { id: 'scan' }),
  laboratory,
];
const match = (trial: string, facts: readonly Fact[], on = ASKED) => matchTrial(trialOf(trial), subjectOf(facts, on));
const outcome = (trial: string, criterion: string, facts: readonly Fact[], on = ASKED) =>
  match(trial, facts, on).criteria.find((one) => one.criterion === criterion)?.outcome;

describe('a responder to chemotherapy with an anti-PD-1 agent', () => {
  it('may match the trial of immediate against salvage radiotherapy; a person judges the rest', () => {
    const { overall, recruiting, criteria, text } = match('NCT07235319', responder());
    expect(overall).toBe('possible');
    expect(recruiting).toBe('unknown');
    expect(criteria.filter(({ outcome: one }) => one !== 'met').map(({ criterion, waitsFor }) => [criterion, waitsFor])).toEqual([
      ['ast', 'person'],
      ['inr', 'person'],
    ]);
    expect(text).toMatch(/recruits is not known.*A match is not eligibility\.$/);
  });

  it('is excluded by what is not met, each criterion with its facts', () => {
    const { overall, criteria, text } = match('NCT07235319', responder({ histology: { histology: 'keratinising' } }));
    expect(overall).toBe('excluded');
    expect(criteria.find(({ criterion }) => criterion === 'histology')).toMatchObject({ outcome: 'not-met', facts: ['histology'] });
    expect(text).toContain('Not met: non-keratinising carcinoma.');
  });

  it('is unknown without a fact that the trial asks for', () => {
    expect(match('NCT07235319', responder({ ecog: null })).overall).toBe('unknown');
    expect(match('NCT07235319', responder({ ecog: null })).text).toContain('Not known: ECOG 0 to 1.');
  });
});

describe('the limits of a criterion', () => {
  it.each([
    [17, 'not-met'],
    [18, 'met'],
    [70, 'met'],
    [71, 'not-met'],
  ])('age %i is %s for 18 to 70', (ageYears, expected) => {
    const subject = { ...subjectOf(responder()), patient: { ageYears, sex: 'male' as const } };
    expect(matchTrial(trialOf('NCT07235319'), subject).criteria[0]?.outcome).toBe(expected);
  });

  it.each([
    ['medifind-337270924', 4, 'met'],
    ['medifind-337270924', 5, 'not-met'],
    ['medifind-341790219', 5, 'met'],
    ['medifind-341790219', 6, 'not-met'],
  ])('%s with %i lesions: %s, as "fewer than 5" and "at most 5" are worded', (trial, count, expected) => {
    expect(outcome(trial, 'lesions', responder({ lesions: [lungLesion({ count })] }))).toBe(expected);
  });

  it('at most 3 in each organ is not at most 3 in all', () => {
    const two = [lungLesion({ count: 3 }), lungLesion({ id: 'M2', organ: 'bone', count: 2 })];
    expect(outcome('medifind-341790219', 'lesions-per-organ', responder({ lesions: two }))).toBe('met');
    expect(outcome('medifind-341790219', 'lesions-per-organ', responder({ lesions: [lungLesion({ count: 4 })] }))).toBe('not-met');
  });

  it.each<[string, Partial<Parameters<typeof lungLesion>[0]>, string]>([
    ['50 mm in the lung', { sizeMm: 50 }, 'met'],
    ['51 mm in the lung', { sizeMm: 51 }, 'not-met'],
    ['60 mm in bone', { organ: 'bone', sizeMm: 60 }, 'met'],
    ['61 mm in bone', { organ: 'bone', sizeMm: 61 }, 'not-met'],
    ['30 mm in the brain', { organ: 'other', site: 'Brain', sizeMm: 30 }, 'met'],
    ['31 mm in the brain', { organ: 'other', site: 'brain', sizeMm: 31 }, 'not-met'],
    ['51 mm that may be nothing', { sizeMm: 51, certainty: 'equivocal' }, 'unknown'],
  ])('a lesion of %s is %s', (_, changes, expected) => {
    expect(outcome('medifind-341790219', 'size', responder({ lesions: [lungLesion({ id: 'M9', ...changes })] }))).toBe(expected);
  });

  it('a lesion of unknown size is unknown', () => {
    const { sizeMm: _, ...unsized } = lungLesion();
    expect(outcome('medifind-341790219', 'size', responder({ lesions: [unsized] }))).toBe('unknown');
  });

  it.each<[string, Partial<Parameters<typeof lungLesion>[0]>, object, string]>([
    ['a count that is at least 4', { count: 4, countIsExact: false }, {}, 'unknown'],
    ['a count that is at least 6', { count: 6, countIsExact: false }, {}, 'not-met'],
    ['4 lesions with the liver not imaged', { count: 4 }, { liver: false }, 'unknown'],
    ['6 equivocal lesions', { count: 6, certainty: 'equivocal' }, {}, 'unknown'],
    ['4 equivocal lesions', { count: 4, certainty: 'equivocal' }, {}, 'met'],
  ])('%s: %s', (_, changes, imaged, expected) => {
    expect(outcome('medifind-337270924', 'lesions', responder({ lesions: [lungLesion(changes)], imaged }))).toBe(expected);
  });

  it('laboratory values count for 14 days and then say nothing', () => {
    expect(outcome('NCT07235319', 'plateletsE9L', responder(), '2025-04-28')).toBe('met');
    expect(outcome('NCT07235319', 'plateletsE9L', responder(), '2025-04-29')).toBe('unknown');
  });

  it('a clearance below 60 does not fail where serum creatinine would do as well, and fails where it would not', () => {
    const low = responder().map((fact) => (fact.id === 'labs' ? { ...laboratory, creatinineClearanceMlMin: 59 } : fact));
    expect(outcome('NCT07235319', 'creatinineClearanceMlMin', low)).toBe('unknown');
    expect(outcome('medifind-337270924', 'creatinineClearanceMlMin', low)).toBe('not-met');
  });

  it('ALT of 3 × the limit depends on the liver', () => {
    const alt = (changes: Parameters<typeof baseline>[0]) =>
      outcome(
        'NCT07235319',
        'altUln',
        responder(changes).map((fact) => (fact.id === 'labs' ? { ...laboratory, altUln: 3 } : fact)),
      );
    expect(alt({})).toBe('not-met');
    expect(alt({ lesions: [lungLesion({ organ: 'liver' })] })).toBe('met');
    expect(alt({ lesions: null })).toBe('unknown');
    expect(alt({ lesions: [lungLesion({ organ: 'liver', certainty: 'equivocal' })] })).toBe('unknown');
  });

  it.each([
    [3, 'unknown'],
    [4, 'met'],
    [6, 'met'],
    [7, 'not-met'],
  ])('a response after %i cycles is %s for 4 to 6', (count, expected) => {
    const facts = responder().map((fact) => (fact.type === 'SystemicTherapyCyclesCompleted' ? cycles(fact.on, count) : fact));
    expect(outcome('NCT07235319', 'response', facts)).toBe(expected);
  });

  it('stable disease and progression are no response', () => {
    const measuring = (mm: number) => responder().map((fact) => (fact.id === 'scan' ? scan('2025-04-15', mm) : fact));
    expect(outcome('NCT07235319', 'response', measuring(36))).toBe('not-met');
    expect(outcome('medifind-337270924', 'response', measuring(36))).toBe('met');
    expect(outcome('medifind-337270924', 'response', measuring(60))).toBe('not-met');
  });

  it('disease without measurable targets is not called a failed response', () => {
    const facts = responder().flatMap((fact): Fact[] =>
      fact.type === 'BaselineLesionsMeasured' || fact.type === 'ResponseAssessed' ? [{ ...fact, targets: [] }] : [fact],
    );
    expect(outcome('NCT07235319', 'measurable', facts)).toBe('not-met');
    const response = match('NCT07235319', facts).criteria.find(({ criterion }) => criterion === 'response');
    expect(response).toMatchObject({ outcome: 'unknown', waitsFor: 'person', text: expect.stringContaining('no measurable target') });
  });

  it('consolidation asks for the scan 3 months after radiotherapy, not an earlier one', () => {
    const irradiated = [...responder(), radiotherapy('2025-05-31')];
    const response = (...facts: Fact[]) => outcome('medifind-341790219', 'response', [...irradiated, ...facts], '2025-12-01');
    expect(response(scan('2025-08-30', 20))).toBe('unknown');
    expect(response(scan('2025-08-31', 20))).toBe('met');
    expect(response(scan('2025-08-31', 0, { nonTarget: 'CR' }))).toBe('not-met');
  });

  it('months are counted in the calendar', () => {
    expect(monthsAfter('2025-11-30', 3)).toBe('2026-02-28');
    expect(monthsAfter('2025-01-15', 3)).toBe('2025-04-15');
    expect(monthsAfter('2025-12-31', 12)).toBe('2026-12-31');
  });
});

describe('the stage that a trial words ambiguously', () => {
  const stage = (count: number) =>
    match('medifind-570611433', responder({ lesions: [lungLesion({ count })] })).criteria.find(({ criterion }) => criterion === 'stage');

  it('is met only where every reading is', () => {
    expect(stage(4)).toMatchObject({ outcome: 'met' });
  });

  it('is left to a person where the readings disagree: few lesions are IVA in TNM-9', () => {
    expect(stage(3)).toMatchObject({
      outcome: 'unknown',
      waitsFor: 'person',
      text: expect.stringContaining('TanyNanyM1, stage IVB (AJCC 9th)'),
    });
  });
});

describe('what the record can only speak against', () => {
  it('no treatment on record does not prove that none was given', () => {
    expect(outcome('medifind-506845179', 'untreated', baseline())).toBe('unknown');
    expect(match('medifind-506845179', baseline()).overall).toBe('possible');
    expect(outcome('medifind-506845179', 'untreated', responder())).toBe('not-met');
  });

  it('de novo disease is excluded where a radically treated primary is asked for', () => {
    expect(match('NCT04944914', baseline()).overall).toBe('excluded');
    expect(match('NCT04944914', []).overall).toBe('unknown');
  });

  it('a second line is not the first, and an unrecorded one is unknown', () => {
    expect(outcome('NCT07235319', 'first-line', [...responder(), systemic('2025-04-18', { line: 2 })])).toBe('not-met');
    expect(outcome('NCT07235319', 'first-line', baseline())).toBe('unknown');
    expect(
      outcome(
        'NCT07235319',
        'chemo-immunotherapy',
        responder().map((fact) => (fact.type === 'SystemicTherapyStarted' ? { ...fact, agents: ['gemcitabine', 'cisplatin'] } : fact)),
      ),
    ).toBe('not-met');
  });
});

describe('the trials', () => {
  it('have numbers of their own, well formed where a register gave them', () => {
    expect(new Set(TRIALS.map(({ id }) => id)).size).toBe(TRIALS.length);
    for (const { id } of TRIALS) expect(id).toMatch(/^(NCT\d{8}|ChiCTR\d{10}|medifind-\d{9})$/);
    expect(TRIALS.filter(({ evidence }) => evidence.length > 0)).toHaveLength(21);
    expect(() => trialOf('NCT00000000')).toThrow(expect.objectContaining({ code: 'knowledge.unknown-trial' }));
  });

  it('are never recruiting on the word of the review', () => {
    expect(TRIALS.filter(({ status }) => status.recruitment === 'recruiting')).toEqual([]);
    const reported = TRIALS.filter(({ status }) => status.recruitment === 'reported');
    expect(reported.map(({ id }) => id)).toEqual(['NCT04974398', 'NCT03924986', 'NCT03581786', 'NCT03129412']);
    for (const { status } of reported) expect(status.asOf).toMatch(/^\d{4}(-\d{2}-\d{2})?$/);
    for (const { status } of TRIALS.filter(({ status: { recruitment } }) => recruitment === 'unknown')) expect(status.asOf).toBeNull();
  });

  it('that have reported are not offered', () => {
    const { overall, recruiting, text } = match('NCT03581786', baseline());
    expect([overall, recruiting]).toEqual(['excluded', 'no']);
    expect(text).toContain('Has reported');
  });

  it('whose criteria were not read match nobody', () => {
    expect(match('NCT05417139', responder())).toMatchObject({
      overall: 'unknown',
      text: expect.stringContaining('criteria were not read'),
    });
  });

  it('take the status that a register gives', () => {
    const open = withStatus(trialOf('NCT07235319'), { recruitment: 'recruiting', asOf: '2026-02-01', source: 'ClinicalTrials.gov' });
    expect(matchTrial(open, subjectOf(responder()))).toMatchObject({ overall: 'possible', recruiting: 'yes' });
    const closed = withStatus(open, { recruitment: 'closed', asOf: '2026-09-01', source: 'ClinicalTrials.gov' });
    expect(matchTrial(closed, subjectOf(responder()))).toMatchObject({ overall: 'excluded', recruiting: 'no' });
  });
});
