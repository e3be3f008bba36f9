import type { Fact } from '@tumor-board/oncology';
import { describe, expect, it } from 'vitest';
import { isEvidenceId } from '../evidence/register.js';
import { assessed, baseline, cycles, ended, lungLesion, newLesion, radiotherapy, sample, scan, systemic } from './pathway.fixture.js';
import { PATHWAY_RULES } from './rules.js';

const row = (facts: Fact[], policy = {}) => {
  const { nextStep } = assessed(facts, policy);
  return [nextStep.because[0]?.rule, nextStep.code];
};
const widespread = [lungLesion({ count: 7 })];
const bones = [{ id: 'M1', organ: 'bone' as const, count: 3, countIsExact: true, certainty: 'definite' as const, sizeMm: 20 }];
const induced = (lesions = widespread) => [...baseline({ lesions }), systemic()];
const ct1 = '2025-03-10';
const ct2 = '2025-05-12';

describe('the pathway table', () => {
  it('cites only sources that the register holds', () => {
    for (const rule of PATHWAY_RULES) for (const id of rule.evidence) expect(isEvidenceId(id), `${rule.id} cites ${id}`).toBe(true);
  });

  it('numbers its rows in the order in which they are tried', () => {
    expect(PATHWAY_RULES.map((rule) => rule.id)).toEqual(PATHWAY_RULES.map((_, index) => `P${String(index + 1).padStart(2, '0')}`));
  });

  it.each<[string, Fact[], string, string]>([
    ['a recorded death', [...induced(), { type: 'DeathRecorded', on: '2025-02-01' }], 'P01', 'supportive-care'],
    ['M0 disease', baseline({ lesions: [], staging: { m: 'M0' } }), 'P02', 'board-discussion'],
    ['no EBV DNA before treatment', baseline({ ebv: null }), 'P03', 'complete-baseline'],
    ['EBER not known', baseline({ histology: { eber: 'unknown' } }), 'P03', 'complete-baseline'],
    ['a liver that was not imaged', baseline({ imaged: { liver: false } }), 'P03', 'complete-baseline'],
    ['no creatinine clearance', baseline({ fitness: { creatinineClearanceMlMin: undefined } }), 'P03', 'complete-baseline'],
    ['only an equivocal metastasis', baseline({ lesions: [lungLesion({ certainty: 'equivocal' })] }), 'P03', 'complete-baseline'],
    [
      'all treatment declined',
      [...baseline(), { type: 'PatientPreferenceRecorded', on: '2025-01-08', declines: ['all treatment'] }],
      'P04',
      'supportive-care',
    ],
    ['ECOG 4', baseline({ ecog: 4 }), 'P05', 'supportive-care'],
    [
      'systemic therapy declined',
      [...baseline(), { type: 'PatientPreferenceRecorded', on: '2025-01-08', declines: ['chemotherapy'] }],
      'P06',
      'board-discussion',
    ],
    ['ECOG 3', baseline({ ecog: 3 }), 'P07', 'board-discussion'],
    ['pregnancy', baseline({ fitness: { pregnant: true } }), 'P08', 'board-discussion'],
    ['one small lung metastasis', baseline(), 'P09', 'ablate-upfront'],
    ['a metastasis of exactly 50 mm', baseline({ lesions: [lungLesion({ sizeMm: 50 })] }), 'P09', 'ablate-upfront'],
    ['two liver metastases', baseline({ lesions: [lungLesion({ organ: 'liver', count: 2 })] }), 'P09', 'ablate-upfront'],
    ['a metastasis of 51 mm', baseline({ lesions: [lungLesion({ sizeMm: 51 })] }), 'P10', 'start-systemic'],
    ['a metastasis of unknown size', baseline({ lesions: [lungLesion({ sizeMm: undefined })] }), 'P10', 'start-systemic'],
    ['three lung metastases', baseline({ lesions: [lungLesion({ count: 3 })] }), 'P10', 'start-systemic'],
    ['bone metastases', baseline({ lesions: bones }), 'P10', 'start-systemic'],
    ['widespread disease', baseline({ lesions: widespread }), 'P10', 'start-systemic'],
    [
      'an ablated metastasis before systemic therapy',
      [...baseline(), { type: 'LocalTherapyDelivered', on: '2025-01-10', modality: 'rfa', lesions: ['M1'] }],
      'P10',
      'start-systemic',
    ],
    ['the first cycles, no scan yet', [...induced(), cycles('2025-02-20', 2)], 'P28', 'continue-systemic'],
    ['six cycles without a scan', [...induced(), cycles('2025-05-20', 6)], 'P27', 'repeat-imaging'],
    ['progression under anti-PD-1 in a stable patient', [...induced(), scan(ct1, 50)], 'P11', 'confirm-progression'],
    ['the same, stability not recorded', [...induced(), scan(ct1, 50, { clinicallyStable: undefined })], 'P12', 'board-discussion'],
    ['the same in a worsening patient', [...induced(), scan(ct1, 50, { clinicallyStable: false })], 'P14', 'change-systemic'],
    ['progression confirmed after four weeks', [...induced(), scan(ct1, 50), scan('2025-04-07', 56)], 'P14', 'change-systemic'],
    [
      'one new lesion while the target responds',
      [
        ...baseline({ lesions: widespread }),
        systemic('2025-01-13', { agents: ['gemcitabine', 'cisplatin'] }),
        scan(ct1, 20, { newLesions: [newLesion('N1', 'liver')] }),
      ],
      'P13',
      'board-discussion',
    ],
    ['therapy ended for progression', [...induced(), ended('2025-03-01', 'progression')], 'P14', 'change-systemic'],
    ['a target that was not evaluated', [...induced(), scan(ct1, 20, { targets: [] })], 'P15', 'repeat-imaging'],
    [
      'PR while EBV DNA rises',
      [...induced(), sample('2025-02-03', 1000), sample('2025-03-10', 9000), cycles(ct1, 3), scan(ct1, 20)],
      'P16',
      'board-discussion',
    ],
    [
      'SD with detectable EBV DNA after four cycles, oligometastatic',
      [...baseline({ lesions: bones }), systemic(), cycles('2025-04-14', 4), sample('2025-04-14', 900), scan('2025-04-15', 38)],
      'P17',
      'board-discussion',
    ],
    [
      'the same, widespread',
      [...induced(), cycles('2025-04-14', 4), sample('2025-04-14', 900), scan('2025-04-15', 38)],
      'P18',
      'change-systemic',
    ],
    ['PR after three cycles', [...induced(), cycles(ct1, 3), scan(ct1, 20)], 'P26', 'continue-systemic'],
    ['PR after four cycles', [...induced(), cycles('2025-04-14', 4), scan('2025-04-15', 20)], 'P24', 'locoregional-rt'],
    ['SD with cleared EBV DNA after six cycles', [...induced(), cycles(ct2, 6), sample(ct2, 0), scan(ct2, 38)], 'P24', 'locoregional-rt'],
    [
      'PR after six cycles, radiotherapy declined',
      [...induced(), cycles(ct2, 6), scan(ct2, 20), { type: 'PatientPreferenceRecorded', on: ct2, declines: ['radiotherapy'] }],
      'P23',
      'maintenance',
    ],
    [
      'PR after six cycles at ECOG 3',
      [...induced(), cycles(ct2, 6), scan(ct2, 20), { type: 'PerformanceStatusRecorded', on: ct2, ecog: 3 }],
      'P22',
      'board-discussion',
    ],
    [
      'PR, ended for toxicity after two cycles',
      [...induced(), cycles('2025-02-20', 2), ended('2025-03-01', 'toxicity'), scan(ct1, 20)],
      'P25',
      'board-discussion',
    ],
    ['SD after three cycles', [...induced(), cycles(ct1, 3), scan(ct1, 38)], 'P29', 'continue-systemic'],
    ['SD after six cycles, EBV DNA not known', [...induced(), cycles(ct2, 6), scan(ct2, 38)], 'P30', 'board-discussion'],
    [
      'radiotherapy given, bone metastases untreated',
      [...baseline({ lesions: bones }), systemic(), cycles(ct2, 6), scan(ct2, 20), radiotherapy('2025-07-01')],
      'P19',
      'consolidate-metastases',
    ],
    [
      'the same where only "at least" so many are known, which may be more than few',
      [
        ...baseline({ lesions: bones.map((lesion) => ({ ...lesion, countIsExact: false })) }),
        systemic(),
        cycles(ct2, 6),
        scan(ct2, 20),
        radiotherapy('2025-07-01'),
      ],
      'P21',
      'maintenance',
    ],
    [
      'radiotherapy given, widespread disease',
      [...induced(), cycles(ct2, 6), scan(ct2, 20), radiotherapy('2025-07-01')],
      'P21',
      'maintenance',
    ],
    [
      'maintenance for two years',
      [
        ...induced(),
        cycles(ct2, 6),
        scan(ct2, 20),
        radiotherapy('2025-07-01'),
        systemic('2025-07-15', { regimen: 'toripalimab', agents: ['toripalimab'] }),
        scan('2027-07-15', 18),
      ],
      'P20',
      'surveillance',
    ],
    [
      'a second line just begun',
      [
        ...induced(),
        scan(ct1, 50, { clinicallyStable: false }),
        systemic('2025-04-01', { line: 2, agents: ['capecitabine'], regimen: 'capecitabine' }),
      ],
      'P28',
      'continue-systemic',
    ],
  ])('meets %s', (_situation, facts, rule, code) => {
    expect(row(facts)).toEqual([rule, code]);
  });
});

describe('maintenance without radiotherapy', () => {
  const declined = (...declines: string[]): Fact => ({ type: 'PatientPreferenceRecorded', on: ct2, declines });
  const treated = [systemic(), cycles(ct2, 6), scan(ct2, 20)];
  const responded = (...more: readonly Fact[]) => assessed([...baseline({ lesions: widespread }), ...treated, ...more]).nextStep;

  it('names the agent that may be given', () => {
    expect(responded(declined('radiotherapy'))).toMatchObject({ code: 'maintenance', regimen: ['anti-PD-1'] });
    expect(responded(declined('radiotherapy', 'immunotherapy'))).toMatchObject({ code: 'maintenance', regimen: ['capecitabine'] });
  });

  it('names no agent that a guard blocks or the patient declines, and says so', () => {
    const deficient = baseline({ lesions: widespread, fitness: { dpyd: 'deficient' } });
    for (const nothingLeft of [
      assessed([...deficient, ...treated, declined('radiotherapy', 'immunotherapy')]).nextStep,
      responded(declined('radiotherapy', 'maintenance')),
    ]) {
      expect(nothingLeft).toMatchObject({ code: 'maintenance', regimen: [] });
      expect(nothingLeft.because.map(({ rule }) => rule)).toContain('maintenance/nothing-further');
    }
  });

  it('is not proposed to go on after two years', () => {
    const begun = systemic('2025-07-15', { regimen: 'toripalimab', agents: ['toripalimab'] });
    const after = (on: string) => responded(declined('radiotherapy'), begun, scan(on, 18));
    expect(after('2027-07-14').regimen).toEqual(['anti-PD-1']);
    expect(after('2027-07-15').regimen).toEqual([]);
  });
});

describe('an agent', () => {
  const needsOf = (facts: Fact[]) => assessed(facts).nextStep;
  const wish = (...declines: string[]): Fact => ({ type: 'PatientPreferenceRecorded', on: '2025-01-08', declines });
  const start = (...more: Fact[]) => needsOf([...baseline({ lesions: widespread }), ...more]).regimen;

  it('that the patient declines by name is not named, and "platinum" means both', () => {
    expect(start()).toEqual(['gemcitabine', 'cisplatin', 'anti-PD-1']);
    expect(start(wish('cisplatin'))).toEqual(['gemcitabine', 'carboplatin', 'anti-PD-1']);
    expect(start(wish('any platinum'))).toEqual(['gemcitabine', 'anti-PD-1']);
    expect(start(wish('gemcitabine', 'carboplatin'))).toEqual(['cisplatin', 'anti-PD-1']);
    const { blocked } = needsOf([...baseline({ lesions: widespread }), wish('any platinum', 'capecitabine')]);
    expect(blocked.map(({ option }) => option)).toEqual(['cisplatin', 'carboplatin', 'capecitabine']);
  });

  it('against PD-1 is not named while an immune-related event holds it, and is again when that has resolved', () => {
    const after = (event: object): Fact[] => [
      ...induced(),
      cycles(ct2, 6),
      scan(ct2, 20),
      radiotherapy('2025-07-01'),
      { type: 'AdverseEventRecorded', on: '2025-07-02', term: 'Pneumonitis', grade: 2, immuneRelated: true, ...event } as Fact,
    ];
    const held = needsOf(after({}));
    expect(held).toMatchObject({ code: 'maintenance', regimen: ['capecitabine'] });
    expect(held.blocked.find(({ option }) => option === 'anti-PD-1')?.because[0]?.text).toContain('hold until grade 1 or less');
    expect(needsOf(after({ resolvedToGrade: 1 })).regimen).toEqual(['anti-PD-1']);
    expect(needsOf(after({ term: 'Myasthenia', grade: 1 })).regimen).toEqual(['capecitabine']);
  });

  it('has its full dose printed only for who may have it', () => {
    const maintained = (dpyd: 'normal' | 'partial' | undefined) =>
      needsOf([
        ...baseline({ lesions: widespread, fitness: { dpyd } }),
        systemic(),
        cycles(ct2, 6),
        scan(ct2, 20),
        radiotherapy('2025-07-01'),
      ]);
    const titles = (dpyd: 'normal' | 'partial' | undefined) => maintained(dpyd).alternatives.map(({ title }) => title);
    expect(titles('normal')).toContain('Capecitabine 1,000 mg/m² twice daily, days 1–14 every three weeks');
    expect(titles('partial')).toContain('Capecitabine, at a dose that DPYD and kidneys allow');
    expect(titles(undefined)).toContain('Capecitabine, at a dose that DPYD and kidneys allow');
    expect(
      maintained('partial')
        .because.map(({ text }) => text)
        .join(),
    ).toContain('dose reduced by about 50 %');
  });
});

describe('local therapy to the metastases after radiotherapy', () => {
  const after = (...more: Fact[]) =>
    assessed([...baseline({ lesions: bones }), systemic(), cycles(ct2, 6), scan(ct2, 20), radiotherapy('2025-07-01'), ...more]).nextStep;

  it('asks for a scan when the last one is from before radiotherapy', () => {
    expect(after().needs).toContain('response scan after locoregional radiotherapy');
    expect(after(scan('2025-09-20', 18)).needs).not.toContain('response scan after locoregional radiotherapy');
  });
});

describe('the proposal', () => {
  it('names facts, rule and evidence in its reasons', () => {
    const { nextStep } = assessed([...induced(), cycles('2025-04-14', 4), scan('2025-04-15', 20)]);
    expect(nextStep.because.flatMap((reason) => reason.facts).length).toBeGreaterThan(0);
    expect(nextStep.because.every((reason) => reason.rule !== undefined)).toBe(true);
    expect(nextStep.because.some((reason) => reason.evidence?.includes('you-2020'))).toBe(true);
    expect(nextStep.evidence).toContain('liu-2023');
  });

  it('gives locoregional radiotherapy its dose and concurrent cisplatin', () => {
    const { nextStep } = assessed([...induced(), cycles('2025-04-14', 4), scan('2025-04-15', 20)]);
    expect(nextStep).toMatchObject({ doseGy: [66, 70], concurrent: 'cisplatin' });
    expect(nextStep.alternatives.map((alternative) => alternative.evidence)).toContainEqual(['yao-2023']);
  });

  it('leaves cisplatin out and says why when creatinine clearance is below the site limit', () => {
    const { nextStep } = assessed(baseline({ lesions: widespread, fitness: { creatinineClearanceMlMin: 49.9 } }));
    expect(nextStep.regimen).toEqual(['gemcitabine', 'carboplatin', 'anti-PD-1']);
    expect(nextStep.blocked.find((blocked) => blocked.option === 'cisplatin')?.because[0]?.facts).toEqual(['fitness']);
  });

  it('gives cisplatin at exactly the site limit, with a caution', () => {
    const { nextStep } = assessed(baseline({ lesions: widespread, fitness: { creatinineClearanceMlMin: 50 } }));
    expect(nextStep.regimen).toContain('cisplatin');
    expect(nextStep.because.some((reason) => reason.facts.includes('fitness'))).toBe(true);
  });

  it('leaves anti-PD-1 out after an organ transplant', () => {
    const { nextStep } = assessed(baseline({ lesions: widespread, fitness: { organTransplant: true } }));
    expect(nextStep.regimen).toEqual(['gemcitabine', 'cisplatin']);
    expect(nextStep.blocked.map((blocked) => blocked.option)).toContain('anti-PD-1');
  });

  it('defers ablation of a metastasis above 50 mm, by the larger of charted and measured size', () => {
    const facts = baseline({ lesions: [lungLesion({ sizeMm: 48 })] }).map((fact) =>
      fact.type === 'BaselineLesionsMeasured'
        ? {
            ...fact,
            targets: [
              ...fact.targets,
              { lesion: 'L', chartedAs: 'M1', organ: 'lung', kind: 'non-nodal' as const, state: 'measured' as const, mm: 52 },
            ],
          }
        : fact,
    );
    expect(assessed(facts).nextStep).toMatchObject({ code: 'start-systemic', ablation: 'deferred' });
  });

  it('follows the site policy on how many lesions are ablated up front', () => {
    const three = baseline({ lesions: [lungLesion({ count: 3 })] });
    expect(row(three, { upfrontAblationMax: 3 })).toEqual(['P09', 'ablate-upfront']);
  });

  it('blocks radical radiotherapy after progression', () => {
    const { nextStep } = assessed([...induced(), scan(ct1, 50, { clinicallyStable: false })]);
    expect(nextStep.blocked.map((blocked) => blocked.option)).toContain('radical locoregional radiotherapy');
  });

  it('raises the discordance of progression with cleared EBV DNA', () => {
    const assessment = assessed([...induced(), cycles(ct1, 3), sample(ct1, 0), scan(ct1, 50, { clinicallyStable: false })]);
    expect(assessment.response.gate).toBe('conflict');
    expect(assessment.alerts.map((alert) => alert.code)).toContain('scan-marker-discordance');
    expect(assessment.nextStep.code).toBe('change-systemic');
  });
});

describe('the alerts of a case', () => {
  const codes = (facts: Fact[]) => assessed(facts).alerts.map((alert) => alert.code);

  it.each([
    [49, ['locoregional-dose-no-benefit']],
    [64, ['locoregional-dose-undefined-ground']],
    [66, []],
    [70, []],
    [74, ['locoregional-dose-above-recommendation']],
  ])('about locoregional radiotherapy of %i Gy are %j', (doseGy, expected) => {
    expect(codes([...induced(), cycles(ct2, 6), scan(ct2, 20), radiotherapy('2025-07-01', { doseGy })])).toEqual(expected);
  });

  it.each([
    [40, 5, []],
    [35, 5, ['metastasis-dose-below-target']],
  ])('about %i Gy in %i fractions to a metastasis are %j', (doseGy, fractions, expected) => {
    expect(codes([...induced(), radiotherapy('2025-02-01', { target: 'metastasis', lesions: ['M1'], doseGy, fractions })])).toEqual(
      expected,
    );
  });

  it('name a therapy that a guard now rules out', () => {
    expect(codes([...induced(), { type: 'FitnessRecorded', on: '2025-03-01', creatinineClearanceMlMin: 40 }])).toEqual([
      'cisplatin-given-against-guard',
    ]);
  });

  it('name keratinising carcinoma with positive EBER', () => {
    expect(codes(baseline({ histology: { histology: 'keratinising' } }))).toEqual(['keratinising-eber-positive']);
  });
});
