import type { Fact, FactOf } from '@tumor-board/oncology';
import { describe, expect, it } from 'vitest';
import {
  baseline,
  cycles,
  ended,
  lungLesion,
  newLesion,
  radiotherapy,
  recordOf,
  sample,
  scan,
  systemic,
} from '../pathway/pathway.fixture.js';
import { type SitePolicy, sitePolicy } from '../policy.js';
import { knowledgeRelease } from '../releases/catalogue.js';
import { PARTS } from './part.js';
import { type ChangingFacts, type WhatWouldChangeOptions, whatWouldChange } from './what-would-change.js';

const release = knowledgeRelease('npc-2023.08');
const ask = (facts: readonly Fact[], part: string, options: WhatWouldChangeOptions & { policy?: Partial<SitePolicy> } = {}) =>
  whatWouldChange(recordOf(facts), release, sitePolicy(options.policy ?? {}), part, { limit: 100, ...options });
/** Each set in words, with the value that results. */
const inWords = (sets: readonly ChangingFacts[]): string[] =>
  sets.map(({ assumptions, value }) => `${assumptions.map(({ label }) => label).join(' and ')} → ${value}`);
const answers = (...asked: Parameters<typeof ask>): string[] => inWords(ask(...asked).sets);

const widespread = (changes: Parameters<typeof baseline>[0] = {}) => baseline({ lesions: [lungLesion({ count: 6 })], ...changes });
const responding = [...widespread(), systemic(), cycles('2025-03-03', 3), scan('2025-03-05', 20)];

describe('what would settle an open finding', () => {
  it('is the missing baseline sample, on either side of the paper’s own cut-off', () => {
    const { value, settled, sets } = ask(widespread({ ebv: null }), 'm1.YAO23');
    expect({ value, settled }).toEqual({ value: 'high or intermediate?', settled: false });
    expect(inWords(sets)).toEqual(
      expect.arrayContaining([
        'baseline EBV DNA below 62,000 copies/mL → intermediate',
        'baseline EBV DNA above 62,000 copies/mL → high',
        'EBER negative → not applicable',
      ]),
    );
    expect(sets[0]?.assumptions[0]?.kind).toBe('missing');
    expect(sets[0]?.facts).toMatchObject([{ type: 'EbvDnaMeasured', on: '2025-01-07', value: 31_000, specimen: 'plasma' }]);
  });

  it('is a sample before treatment also when treatment has begun: it is dated before it and known now', () => {
    const [first] = ask([...widespread({ ebv: null }), systemic(), scan('2025-03-05', 20)], 'm1.YAO23').sets;
    expect(first?.facts).toMatchObject([{ type: 'EbvDnaMeasured', on: '2025-01-07', knownOn: '2025-03-05' }]);
    expect(first?.value).toBe('intermediate');
  });

  it('is a sample in copies/mL beside one in IU/mL, which is not rewritten', () => {
    const sets = ask(widespread({ ebv: { unit: 'IU/mL' } }), 'm1.YAO23').sets;
    expect(sets.filter(({ assumptions }) => assumptions[0]?.label.startsWith('baseline'))).toMatchObject([
      { facts: [{ type: 'EbvDnaMeasured', unit: 'copies/mL' }], value: 'intermediate' },
      { facts: [{ type: 'EbvDnaMeasured', unit: 'copies/mL' }], value: 'high' },
    ]);
  });

  it('is the nature of an equivocal lesion', () => {
    const lesions = [lungLesion(), lungLesion({ id: 'M2', organ: 'liver', certainty: 'equivocal' })];
    expect(answers(baseline({ lesions }), 'm1.YAO23')).toEqual(
      expect.arrayContaining(['equivocal: M2 (liver) is a metastasis → intermediate', 'equivocal: M2 (liver) is not a metastasis → low']),
    );
  });

  it('is the imaging of an organ: nothing more, or one metastasis', () => {
    const facts = baseline({ imaged: { liver: false } });
    expect(answers(facts, 'm1.ZOU17')).toEqual(
      expect.arrayContaining(['imaging of the liver shows nothing more → M1a', 'imaging of the liver shows one metastasis more → M1c']),
    );
  });

  it('is the exact number of lesions', () => {
    const facts = baseline({ lesions: [lungLesion({ count: 3, countIsExact: false })] });
    const settling = answers(facts, 'oligometastatic', { policy: { oligometastaticMax: 4 } });
    expect(settling).toEqual(
      expect.arrayContaining([
        'M1 (lung) counts exactly 3 → true',
        'M1 (lung) counts exactly 4 → true',
        'M1 (lung) counts exactly 5 → false',
      ]),
    );
  });

  it('is a chart, where there is none', () => {
    const { sets } = ask(baseline({ lesions: null }), 'stage.TNM-9.group');
    expect(inWords(sets)).toContain('metastases charted, every organ imaged: 4 in the lungs, nothing else → IVB');
    expect(sets.every(({ assumptions }) => assumptions.length === 1)).toBe(true);
  });

  it('is therapy and then a sample, together, where a paper reads the sample after chemotherapy', () => {
    const boneOnly = baseline({ lesions: [lungLesion({ organ: 'bone' })] });
    const settling = answers(boneOnly, 'm1.SUN19');
    const therapy = 'first-line systemic therapy is given for four cycles (gemcitabine, cisplatin, anti-PD-1)';
    expect(settling).toEqual(
      expect.arrayContaining([
        `${therapy} and next EBV DNA not detected at the same assay → low`,
        `${therapy} and next EBV DNA detected at the same assay → intermediate`,
      ]),
    );
  });

  it('is what an external centre reports, where a paper’s model was never published', () => {
    expect(answers(baseline(), 'm1.JIANG16')).toEqual(
      expect.arrayContaining([
        'an external centre reports the class of JIANG16: M1a → M1a',
        'an external centre reports the class of JIANG16: M1b → M1b',
      ]),
    );
    const settling = answers(baseline(), 'm1.QIU22');
    expect(settling).toContain('an external centre reports PET-CT parameter score: low → M1a');
    expect(settling).toContain(
      'an external centre reports PET-CT parameter score: high and an external centre reports EBV DNA by the paper’s own cut-off: high → M1c',
    );
  });

  it('is a cut-off that the site registered, where the paper gives none', () => {
    const registered = { policy: { localCutoffs: { QIU22: { ebvDnaCopiesPerMl: 7_500 } } } };
    const settling = answers(baseline({ ebv: null }), 'm1.QIU22', registered);
    expect(settling).toContain('baseline EBV DNA below 7,500 copies/mL and an external centre reports PET-CT parameter score: high → M1b');
  });

  it('is nothing where no assumption of the catalogue helps, and the search says how far it went', () => {
    const { sets, searched } = ask(baseline({ ebv: null, ecog: null, fitness: null, histology: null }), 'm1.SHEN16', { maxFacts: 1 });
    expect(sets.every(({ settled }) => settled || sets.length === 0)).toBe(true);
    expect(searched.complete).toBe(true);
  });
});

describe('what would change a settled finding', () => {
  it('is another value of the recorded sample, as a correction of it', () => {
    const { sets } = ask(widespread({ ebv: { value: 10_000 } }), 'm1.YAO23');
    const above = sets.find(({ value }) => value === 'high');
    expect(above).toMatchObject({
      assumptions: [{ label: 'baseline EBV DNA above 62,000 copies/mL', kind: 'correction' }],
      facts: [{ type: 'FactCorrected', corrects: 'e0', replacement: { type: 'EbvDnaMeasured', assay: 'LabA-BamHIW', value: 124_000 } }],
    });
  });

  it('is one more metastasis, in an organ that matters to the rule', () => {
    expect(answers(baseline(), 'm1.YAO23', { maxFacts: 1 })).toEqual([
      'one more metastasis, in the liver → intermediate',
      'M1 (lung) is not a metastasis → not applicable',
    ]);
  });

  it('is two lesions more where one is not enough, told as one correction of the chart', () => {
    const facts = baseline({ lesions: [lungLesion({ count: 2 })] });
    const sets = ask(facts, 'stage.TNM-9.m').sets.filter(({ value }) => value === 'M1b');
    expect(sets.length).toBeGreaterThan(0);
    for (const { assumptions, facts: changed } of sets) {
      expect(assumptions).toHaveLength(2);
      expect(changed).toHaveLength(1);
      expect((changed[0] as { replacement: FactOf<'MetastasesCharted'> }).replacement.lesions).toHaveLength(3);
    }
  });

  it('is a correction that outdoes an earlier one known later', () => {
    const facts: Fact[] = [
      ...baseline(),
      {
        type: 'FactCorrected',
        on: '2025-01-07',
        knownOn: '2025-09-01',
        corrects: 'histology',
        reason: 'second reading',
        replacement: { type: 'HistologyReported', on: '2025-01-06', histology: 'basaloid', eber: 'positive' },
      },
    ];
    const changed = ask(facts, 'm1.YANG21').sets.find(({ assumptions }) => assumptions[0]?.id === 'eber/negative');
    expect(changed?.facts).toMatchObject([{ knownOn: '2025-09-01', replacement: { histology: 'basaloid', eber: 'negative' } }]);
  });
});

describe('what would change the gate or the step', () => {
  it('is the next scan: each response that can still come about', () => {
    expect(answers(responding, 'response.latest')).toEqual([
      'next scan: complete response → CR / iCR',
      'next scan: progression by growth, clinically stable → PD / iUPD',
      'next scan: progression by growth, clinically worse → PD / iUPD',
      'next scan: one new lesion, the rest as last seen, clinically stable → PD / iUPD',
    ]);
  });

  it('is a scan when the confirmation of a progression is due', () => {
    const facts = [...responding, scan('2025-04-15', 40, { newLesions: [newLesion('N1', 'liver')] })];
    const settling = answers(facts, 'nextStep');
    expect(settling).toContain('next scan, from 2025-05-13: progression by growth, clinically stable → change-systemic');
    expect(settling).toContain('next scan, from 2025-05-13: complete response → continue-systemic');
  });

  it('is the cycle that completes induction', () => {
    expect(answers(responding, 'nextStep')).toContain('four cycles completed → locoregional-rt');
  });

  it('is the marker: risen at the same assay after it was cleared', () => {
    const facts = [...responding, sample('2025-03-05', 0)];
    expect(answers(facts, 'response.gate')).toContain('next EBV DNA 200 copies/mL or more at the same assay: risen → conflict');
  });

  it('is marker and scan together where neither alone does it', () => {
    const stable = [...widespread(), systemic(), cycles('2025-03-03', 4), scan('2025-03-05', 40), sample('2025-03-05', 5_000)];
    const { sets, value } = ask(stable, 'nextStep');
    expect(value).toBe('change-systemic');
    expect(inWords(sets)).toContain('next EBV DNA not detected at the same assay → locoregional-rt');
    const early = [...widespread(), systemic(), cycles('2025-02-03', 2), scan('2025-02-05', 40)];
    expect(answers(early, 'nextStep')).toContain('four cycles completed and next EBV DNA not detected at the same assay → locoregional-rt');
  });

  it('is creatinine clearance below the limit of the site', () => {
    const told = (cisplatinCrClMin: number) => answers(widespread(), 'nextStep.regimen', { maxFacts: 1, policy: { cisplatinCrClMin } });
    expect(told(50)).toContain('creatinine clearance below 50 mL/min → gemcitabine, carboplatin, anti-PD-1');
    expect(told(60)).toContain('creatinine clearance below 60 mL/min → gemcitabine, carboplatin, anti-PD-1');
  });

  it('is an organ transplant, a worse performance status or a wish', () => {
    expect(answers(widespread(), 'nextStep.regimen', { maxFacts: 1 })).toContain('organ transplant: yes → gemcitabine, cisplatin');
    const told = answers(widespread(), 'nextStep', { maxFacts: 1 });
    expect(told).toEqual(
      expect.arrayContaining([
        'ECOG 3 → board-discussion',
        'ECOG 4 → supportive-care',
        'the patient declines all treatment → supportive-care',
      ]),
    );
    expect(told.some((text) => text.startsWith('ECOG 2'))).toBe(false);
  });

  it('is recovery, where a guard holds now', () => {
    const unfit = widespread({ fitness: { creatinineClearanceMlMin: 42 } });
    expect(answers(unfit, 'nextStep.regimen', { maxFacts: 1 })).toContain(
      'creatinine clearance 60 mL/min or more → gemcitabine, cisplatin, anti-PD-1',
    );
  });

  it('is the item that completes the baseline, whatever it shows', () => {
    const told = answers(baseline({ fitness: { creatinineClearanceMlMin: undefined } as never }), 'nextStep', { maxFacts: 1 });
    expect(told).toEqual(
      expect.arrayContaining([
        'creatinine clearance 60 mL/min or more → ablate-upfront',
        'creatinine clearance below 50 mL/min → ablate-upfront',
      ]),
    );
  });

  it('is the size of a lesion around 50 mm', () => {
    expect(answers(baseline({ lesions: [lungLesion({ sizeMm: 50 })] }), 'nextStep')).toContain(
      'M1 (lung) measures more than 50 mm → start-systemic',
    );
    expect(answers(baseline({ lesions: [lungLesion({ sizeMm: 51 })] }), 'nextStep')).toContain(
      'M1 (lung) measures at most 50 mm → ablate-upfront',
    );
  });

  it('is never the mere passing of time', () => {
    const maintained = [
      ...widespread(),
      systemic(),
      cycles('2025-05-19', 6),
      scan('2025-05-20', 0, { nonTarget: 'CR' }),
      radiotherapy('2025-06-10'),
      systemic('2025-07-01', { agents: ['toripalimab'] }),
      scan('2027-06-30', 0, { nonTarget: 'CR' }),
    ];
    // On the next day two years of maintenance are over.
    const { value, sets } = ask(maintained, 'nextStep', { maxFacts: 1 });
    expect(value).toBe('maintenance');
    expect(sets.filter((set) => set.value === 'surveillance')).toEqual([]);
    expect(sets.length).toBeGreaterThan(0);
  });

  it('is nothing new for therapy that ended', () => {
    const told = ask([...responding, ended('2025-03-06', 'toxicity')], 'nextStep', { maxFacts: 1 }).sets.flatMap(
      ({ assumptions }) => assumptions,
    );
    expect(told.filter(({ id }) => id.startsWith('therapy/'))).toEqual([]);
  });
});

describe('the sets', () => {
  it('come with every value once before any value again, and no more of them than asked for', () => {
    const all = ask(responding, 'nextStep', { maxFacts: 1 });
    const values = new Set(all.sets.map(({ value }) => value));
    expect(all.sets.slice(0, values.size).map(({ value }) => value)).toHaveLength(values.size);
    expect(new Set(all.sets.slice(0, values.size).map(({ value }) => value))).toEqual(values);
    const few = ask(responding, 'nextStep', { maxFacts: 1, limit: 3 });
    expect(few.sets).toEqual(all.sets.slice(0, 3));
    expect(few.leftOut).toBe(all.sets.length - 3);
  });

  it('are the smallest: a larger one is only tried where the smaller ones change nothing', () => {
    for (const part of PARTS) {
      const { sets } = ask(responding, part);
      const single = new Set(sets.filter(({ assumptions }) => assumptions.length === 1).map(({ assumptions }) => assumptions[0]?.id));
      for (const { assumptions } of sets.filter((set) => set.assumptions.length > 1)) {
        expect(assumptions.filter(({ id }) => single.has(id))).toEqual([]);
      }
    }
  });

  it('are as many as the assessments allowed: the search ends early and says so', () => {
    const { searched } = ask(responding, 'nextStep', { maxAssessments: 60 });
    expect(searched).toMatchObject({ complete: false, assessments: 60 });
    expect(ask(responding, 'nextStep').searched.assessments).toBeLessThanOrEqual(310);
  });

  it('are the same every time', () => {
    expect(JSON.stringify(ask(responding, 'nextStep'))).toBe(JSON.stringify(ask(structuredClone(responding), 'nextStep')));
  });

  it('of an unknown part are refused', () => {
    expect(() => ask(responding, 'mood')).toThrow(expect.objectContaining({ code: 'knowledge.unknown-part' }));
  });
});
