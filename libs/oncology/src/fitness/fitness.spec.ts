import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClinicalFact, IdentifiedFact } from '../facts/clinical-fact.js';
import { timelineOf } from '../facts/timeline.js';
import { fitness } from './fitness.js';
import { AGENT_CLASSES, type AgentClass } from './guard.js';

type Recorded = Omit<Extract<ClinicalFact, { type: 'FitnessRecorded' }>, 'type' | 'on' | 'id' | 'knownOn'>;
type Event = Omit<Extract<ClinicalFact, { type: 'AdverseEventRecorded' }>, 'type' | 'on' | 'id' | 'knownOn'>;

const WELL: Recorded = {
  creatinineClearanceMlMin: 95,
  hearingLossGrade: 0,
  neuropathyGrade: 0,
  neutrophilsE9L: 3.2,
  plateletsE9L: 220,
  hemoglobinGL: 132,
  bilirubinUln: 0.6,
  altUln: 0.8,
  hbsAg: 'negative',
  dpyd: 'normal',
  autoimmuneDisease: 'none',
  organTransplant: false,
};
const day = (n: number): string => `2025-01-${String(n).padStart(2, '0')}`;
const recorded = (values: Recorded, on = day(6)): ClinicalFact => ({ type: 'FitnessRecorded', on, ...values });
const ecog = (value: 0 | 1 | 2 | 3 | 4): ClinicalFact => ({ type: 'PerformanceStatusRecorded', on: day(6), ecog: value });
const event = (values: Event, on = day(10)): ClinicalFact => ({ type: 'AdverseEventRecorded', on, ...values });
const irae = (term: string, grade: Event['grade'], resolvedToGrade?: number): ClinicalFact =>
  event({ term, grade, immuneRelated: true, ...(resolvedToGrade === undefined ? {} : { resolvedToGrade }) });

const MAN = { ageYears: 50, sex: 'male' } as const;
const judge = (facts: readonly ClinicalFact[], patient: Parameters<typeof fitness>[1] = MAN, limits?: { cisplatinCrClMin: number }) =>
  fitness(timelineOf(facts.map((fact, index): IdentifiedFact => ({ ...fact, id: fact.id ?? `f${index + 1}` }))), patient, limits);
const well = (changes: Recorded = {}, ...more: ClinicalFact[]) => judge([ecog(0), recorded({ ...WELL, ...changes }), ...more]);
const without = (item: keyof Recorded) => {
  const { [item]: _, ...rest } = WELL;
  return judge([ecog(0), recorded(rest)]);
};

describe('a well patient', () => {
  it('is fit for every group of agents and needs nothing', () => {
    const verdicts = well();
    for (const agent of AGENT_CLASSES) expect(verdicts[agent]).toMatchObject({ verdict: 'eligible', needs: [] });
  });

  it('is told which facts were read', () => {
    expect(well().cisplatin.because).toEqual([
      { text: 'nothing recorded speaks against it', facts: ['f2', 'f1'], rule: 'fitness.cisplatin/eligible' },
    ]);
  });
});

describe('cisplatin', () => {
  it.each<[Recorded, string]>([
    [{ creatinineClearanceMlMin: 49.9 }, 'blocked'],
    [{ creatinineClearanceMlMin: 50 }, 'caution'],
    [{ creatinineClearanceMlMin: 59.9 }, 'caution'],
    [{ creatinineClearanceMlMin: 60 }, 'eligible'],
    [{ hearingLossGrade: 1 }, 'caution'],
    [{ hearingLossGrade: 2 }, 'blocked'],
    [{ neuropathyGrade: 1 }, 'caution'],
    [{ neuropathyGrade: 2 }, 'blocked'],
    [{ neutrophilsE9L: 1.5 }, 'eligible'],
    [{ neutrophilsE9L: 1.4 }, 'blocked'],
    [{ plateletsE9L: 100 }, 'eligible'],
    [{ plateletsE9L: 99 }, 'blocked'],
    [{ hemoglobinGL: 90 }, 'eligible'],
    [{ hemoglobinGL: 89 }, 'blocked'],
    [{ pregnant: true }, 'blocked'],
  ])('with %o is %s', (values, verdict) => {
    expect(well(values).cisplatin.verdict).toBe(verdict);
  });

  it.each([
    [1, 'eligible'],
    [2, 'caution'],
    [3, 'blocked'],
    [4, 'blocked'],
  ] as const)('at ECOG %d is %s', (grade, verdict) => {
    expect(judge([ecog(grade), recorded(WELL)]).cisplatin.verdict).toBe(verdict);
  });

  it.each([
    [69, 'eligible'],
    [70, 'caution'],
  ])('at %d years is %s', (ageYears, verdict) => {
    expect(judge([ecog(0), recorded(WELL)], { ageYears, sex: 'male' }).cisplatin.verdict).toBe(verdict);
  });

  it('takes its lowest creatinine clearance from the site policy', () => {
    const facts = [ecog(0), recorded({ ...WELL, creatinineClearanceMlMin: 55 })];
    expect(judge(facts, MAN, { cisplatinCrClMin: 60 }).cisplatin.verdict).toBe('blocked');
    expect(judge(facts, MAN, { cisplatinCrClMin: 40 }).cisplatin.verdict).toBe('caution');
  });

  it('names the fact, the rule and the evidence when it is blocked', () => {
    expect(well({ creatinineClearanceMlMin: 42 }).cisplatin.because).toEqual([
      {
        text: 'creatinine clearance 42 mL/min (limit: below 50): no cisplatin',
        facts: ['f2'],
        rule: 'fitness.cisplatin/crcl',
        evidence: ['ahn-2016', 'clinical-consensus-cisplatin'],
      },
    ]);
  });

  it('is unknown, never fit, without a creatinine clearance', () => {
    expect(without('creatinineClearanceMlMin').cisplatin).toMatchObject({ verdict: 'unknown', needs: ['creatinine clearance'] });
  });

  it('stays blocked without a creatinine clearance when something else blocks it', () => {
    expect(judge([ecog(3)]).cisplatin.verdict).toBe('blocked');
  });

  it('asks for a hearing test and HBsAg that were not recorded', () => {
    expect(without('hearingLossGrade').cisplatin).toMatchObject({ verdict: 'eligible', needs: ['hearing test'] });
    expect(without('hbsAg').cisplatin.needs).toEqual(['HBsAg']);
  });

  it.each([
    ['tinnitus', undefined],
    ['Peripheral sensory neuropathy', undefined],
    ['acute kidney injury', undefined],
    ['vomiting', 'Cisplatin'],
  ])('is blocked by %s of grade 2 until it is down to grade 1', (term, attributedTo) => {
    const toxicity = { term, grade: 2, immuneRelated: false, ...(attributedTo === undefined ? {} : { attributedTo }) } as const;
    expect(well({}, event(toxicity)).cisplatin.verdict).toBe('blocked');
    expect(well({}, event({ ...toxicity, resolvedToGrade: 0 })).cisplatin.verdict).toBe('eligible');
    expect(well({}, event(toxicity), event({ ...toxicity, resolvedToGrade: 1 }, day(20))).cisplatin.verdict).not.toBe('blocked');
  });

  it('is not blocked by an event of the adrenal gland, which is not the kidney', () => {
    expect(well({}, irae('Adrenal insufficiency', 2)).cisplatin.verdict).toBe('eligible');
    expect(well({}, irae('Renal failure', 2)).cisplatin.verdict).toBe('blocked');
  });

  it('is blocked by an allergy whose term names it', () => {
    const allergy = (term: string) => well({}, event({ term, grade: 3, immuneRelated: false })).cisplatin.verdict;
    expect(allergy('Anaphylaxis to cisplatin')).toBe('blocked');
    expect(allergy('Anaphylaxis to peanuts')).toBe('eligible');
  });

  it('is not blocked by toxicity of another agent', () => {
    expect(well({}, event({ term: 'rash', grade: 3, immuneRelated: false, attributedTo: 'gemcitabine' })).cisplatin.verdict).toBe(
      'eligible',
    );
  });

  it('is blocked for good by an allergy to platinum', () => {
    const allergy = { term: 'allergic reaction', grade: 2, immuneRelated: false, attributedTo: 'cisplatin', resolvedToGrade: 0 } as const;
    expect(well({}, event(allergy)).cisplatin.because.map((reason) => reason.rule)).toEqual(['fitness.cisplatin/allergy']);
    expect(well({}, event(allergy)).carboplatin.verdict).toBe('blocked');
  });
});

describe('partial records of fitness', () => {
  it('do not erase what an earlier record says', () => {
    const later = judge([ecog(0), recorded({ ...WELL, hearingLossGrade: 2 }), recorded({ plateletsE9L: 180 }, day(20))]);
    expect(later.cisplatin.because[0]).toMatchObject({ rule: 'fitness.cisplatin/hearing', facts: ['f2'] });
  });

  it('replace the items they do name', () => {
    expect(judge([ecog(0), recorded({ ...WELL, plateletsE9L: 80 }), recorded({ plateletsE9L: 180 }, day(20))]).cisplatin.verdict).toBe(
      'eligible',
    );
  });
});

describe('an anti-PD-1 agent', () => {
  it('is blocked after an organ transplant, and only the board overrides', () => {
    const { antiPd1 } = well({ organTransplant: true });
    expect(antiPd1.verdict).toBe('blocked');
    expect(antiPd1.because[0]?.text).toBe('organ transplant yes: no anti-PD-1 agent; only the board overrides');
  });

  it.each<[Recorded, string]>([
    [{ autoimmuneDisease: 'active' }, 'blocked'],
    [{ autoimmuneDisease: 'controlled' }, 'caution'],
    [{ pregnant: true }, 'blocked'],
    [{ bilirubinUln: 1.6 }, 'caution'],
    [{ altUln: 2.5 }, 'eligible'],
    [{ altUln: 2.6 }, 'caution'],
  ])('with %o is %s', (values, verdict) => {
    expect(well(values).antiPd1.verdict).toBe(verdict);
  });

  it('allows ALT up to five times the limit with liver metastases', () => {
    const charted = (certainty: 'definite' | 'equivocal'): ClinicalFact => ({
      type: 'MetastasesCharted',
      on: day(6),
      lesions: [{ id: 'M1', organ: 'liver', count: 1, countIsExact: true, certainty }],
      organsImaged: { liver: true, lung: true, bone: true, distantNode: true },
    });
    expect(well({ altUln: 4 }, charted('definite')).antiPd1.verdict).toBe('eligible');
    expect(well({ altUln: 5.1 }, charted('definite')).antiPd1.verdict).toBe('caution');
    expect(well({ altUln: 4 }, charted('equivocal')).antiPd1.verdict).toBe('caution');
  });

  it('needs HBV DNA and prophylaxis when HBsAg is positive', () => {
    expect(well({ hbsAg: 'positive' }).antiPd1).toMatchObject({ verdict: 'eligible', needs: ['HBV DNA and antiviral prophylaxis'] });
  });

  it('is unknown while transplant or autoimmune disease is not recorded', () => {
    expect(without('organTransplant').antiPd1).toMatchObject({ verdict: 'unknown', needs: ['whether there is an organ transplant'] });
    expect(without('autoimmuneDisease').antiPd1.verdict).toBe('unknown');
  });

  it('is given with caution for keratinising carcinoma', () => {
    const keratinising: ClinicalFact = { type: 'HistologyReported', on: day(6), histology: 'keratinising', eber: 'negative' };
    expect(well({}, keratinising).antiPd1.because[0]).toMatchObject({ evidence: ['fda-penpulimab-2025'] });
  });

  it.each([
    ['colitis', 1, undefined, 'eligible'],
    ['colitis', 2, undefined, 'caution'],
    ['colitis', 2, 1, 'eligible'],
    ['colitis', 3, undefined, 'blocked'],
    ['colitis', 3, 2, 'blocked'],
    ['colitis', 3, 1, 'caution'],
    ['colitis', 4, 0, 'blocked'],
    ['adrenal insufficiency', 4, undefined, 'blocked'],
    ['adrenal insufficiency', 4, 1, 'caution'],
    ['hypothyroidism', 1, undefined, 'eligible'],
    ['hypothyroidism', 2, undefined, 'caution'],
    ['myocarditis', 1, undefined, 'caution'],
    ['myocarditis', 1, 0, 'eligible'],
    ['myocarditis', 2, 0, 'blocked'],
    ['pneumonitis', 2, 0, 'eligible'],
    ['Pneumonitis', 3, 0, 'blocked'],
    ['Guillain-Barré syndrome', 1, 0, 'blocked'],
    ['limbic encephalitis', 2, 0, 'blocked'],
    ['Stevens-Johnson syndrome', 3, 0, 'blocked'],
    ['toxic epidermal necrolysis', 4, 0, 'blocked'],
  ] as const)('after immune-related %s of grade %d, resolved to %s, is %s', (term, grade, resolved, verdict) => {
    expect(well({}, irae(term, grade, resolved)).antiPd1.verdict).toBe(verdict);
  });

  it('resumes after a later record says that the event has resolved', () => {
    const held = irae('colitis', 3);
    expect(well({}, held, irae('colitis', 3, 1)).antiPd1).toMatchObject({
      verdict: 'caution',
      needs: ['steroid taper of at least 4 weeks and less than 10 mg of prednisone-equivalent a day before resuming'],
    });
  });

  it('is not held by an event that is not immune-related', () => {
    expect(well({}, event({ term: 'pneumonitis', grade: 3, immuneRelated: false })).antiPd1.verdict).toBe('eligible');
  });
});

describe('a fluoropyrimidine', () => {
  it.each<[Recorded, string]>([
    [{ dpyd: 'deficient' }, 'blocked'],
    [{ dpyd: 'partial' }, 'caution'],
    [{ creatinineClearanceMlMin: 29 }, 'blocked'],
    [{ creatinineClearanceMlMin: 30 }, 'caution'],
    [{ creatinineClearanceMlMin: 50 }, 'caution'],
    [{ creatinineClearanceMlMin: 51 }, 'eligible'],
  ])('with %o is %s', (values, verdict) => {
    expect(well(values).fluoropyrimidine.verdict).toBe(verdict);
  });

  it('needs the DPYD genotype first', () => {
    expect(without('dpyd').fluoropyrimidine).toMatchObject({ verdict: 'unknown', needs: ['DPYD genotype'] });
  });
});

describe('carboplatin and gemcitabine', () => {
  it('are not blocked by a creatinine clearance that blocks cisplatin', () => {
    expect(well({ creatinineClearanceMlMin: 42 })).toMatchObject({
      carboplatin: { verdict: 'eligible' },
      gemcitabine: { verdict: 'eligible' },
    });
  });
  it('are held with few neutrophils', () => {
    expect(well({ neutrophilsE9L: 1 })).toMatchObject({ carboplatin: { verdict: 'blocked' }, gemcitabine: { verdict: 'blocked' } });
  });
});

describe('pregnancy', () => {
  it('is asked for in a woman and not in a man', () => {
    const facts = [ecog(0), recorded(WELL)];
    expect(judge(facts, { ageYears: 40, sex: 'female' }).cisplatin.needs).toEqual(['pregnancy status, where it can apply']);
    expect(judge(facts).cisplatin.needs).toEqual([]);
  });
});

describe('the law that no verdict improves when a value gets worse', () => {
  const SEVERITY = { eligible: 0, caution: 1, unknown: 2, blocked: 3 } as const;
  const improved = (worse: ReturnType<typeof judge>, better: ReturnType<typeof judge>): AgentClass[] =>
    AGENT_CLASSES.filter((agent) => SEVERITY[worse[agent].verdict] < SEVERITY[better[agent].verdict]);
  const LOWER_IS_WORSE = ['creatinineClearanceMlMin', 'neutrophilsE9L', 'plateletsE9L', 'hemoglobinGL'] as const;
  const HIGHER_IS_WORSE = ['hearingLossGrade', 'neuropathyGrade', 'bilirubinUln', 'altUln'] as const;
  const around = fc.record({
    creatinineClearanceMlMin: fc.integer({ min: 20, max: 120 }),
    neutrophilsE9L: fc.double({ min: 0, max: 6, noNaN: true }),
    plateletsE9L: fc.integer({ min: 20, max: 300 }),
    hemoglobinGL: fc.integer({ min: 60, max: 160 }),
    hearingLossGrade: fc.integer({ min: 0, max: 4 }),
    neuropathyGrade: fc.integer({ min: 0, max: 4 }),
    bilirubinUln: fc.double({ min: 0, max: 6, noNaN: true }),
    altUln: fc.double({ min: 0, max: 8, noNaN: true }),
  });

  it('holds for every recorded measurement', () => {
    fc.assert(
      fc.property(around, around, (one, other) => {
        const [better, worse] = [{ ...WELL }, { ...WELL }];
        for (const item of LOWER_IS_WORSE) {
          better[item] = Math.max(one[item], other[item]);
          worse[item] = Math.min(one[item], other[item]);
        }
        for (const item of HIGHER_IS_WORSE) {
          better[item] = Math.min(one[item], other[item]);
          worse[item] = Math.max(one[item], other[item]);
        }
        expect(improved(judge([ecog(1), recorded(worse)]), judge([ecog(1), recorded(better)]))).toEqual([]);
      }),
    );
  });

  it('holds for the grade of an adverse event and for what it came down to', () => {
    const terms = fc.constantFrom('colitis', 'myocarditis', 'pneumonitis', 'hypothyroidism', 'encephalitis', 'tinnitus', 'diarrhoea');
    const grades = fc.integer({ min: 1, max: 5 }) as fc.Arbitrary<Event['grade']>;
    const resolved = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined });
    fc.assert(
      fc.property(terms, fc.boolean(), grades, grades, resolved, (term, immuneRelated, one, other, resolvedToGrade) => {
        const at = (grade: Event['grade']) =>
          well({}, event({ term, grade, immuneRelated, ...(resolvedToGrade === undefined ? {} : { resolvedToGrade }) }));
        expect(improved(at(one > other ? one : other), at(one > other ? other : one))).toEqual([]);
      }),
    );
    fc.assert(
      fc.property(terms, fc.boolean(), grades, fc.integer({ min: 0, max: 3 }), (term, immuneRelated, grade, resolvedToGrade) => {
        const now = { term, grade, immuneRelated };
        expect(
          improved(well({}, event({ ...now, resolvedToGrade: resolvedToGrade + 1 })), well({}, event({ ...now, resolvedToGrade }))),
        ).toEqual([]);
      }),
    );
  });
});
