import { describe, expect, it } from 'vitest';
import { baseline, event, lesion, progressed, radiotherapy, responded, sayings } from '../panel.fixture.js';

const radiation = (facts: Parameters<typeof sayings>[1]) => sayings('radiation-oncology', facts);
const bone = lesion({ id: 'B1', organ: 'bone', boneType: 'sclerotic' });

describe('radiation oncology', () => {
  it('argues for 66 to 70 Gy after response, with the randomised figures', () => {
    const claim = radiation(responded()).find('for', /66 to 70 Gy .*hazard ratio 0.42 \(95% CI 0.23 to 0.77\).*76.4%.*54.5%/);
    expect(claim).toMatchObject({ option: 'locoregional-rt', rule: 'P24', evidence: expect.arrayContaining(['later/you-2020-survival']) });
  });

  it('says that the trial gave no anti-PD-1 agent, where the induction held one', () => {
    expect(radiation(responded()).find('concern', /Induction held an anti-PD-1 agent \(from 2025-01-13\)/)?.evidence).toContain(
      'nct07235319',
    );
    const without = responded().map((fact) =>
      fact.type === 'SystemicTherapyStarted' ? { ...fact, agents: ['gemcitabine', 'cisplatin'] } : fact,
    );
    expect(radiation(without).says(/Induction held/)).toBe(false);
  });

  it('puts the two cohorts on liver metastases beside each other, only where there are any', () => {
    const said = radiation(responded({ lesions: [lesion({ id: 'L1', organ: 'liver' })] }));
    const words =
      /L1 15 mm.*no gain in Zou 2017 .*a gain in the intermediate group of Yao 2023, .*liver metastases and more than 4 with low EBV/;
    expect(said.find('concern', words)?.evidence).toEqual(['table-5/zou-2017', 'radiotherapy/yao-2023']);
    expect(radiation(responded()).says(/Liver metastases/)).toBe(false);
  });

  it('argues for and against cisplatin during radiotherapy, on the option that each is about', () => {
    const said = radiation(responded());
    expect(said.find('for', /Concurrent cisplatin .*55.7%.*39%/)).toMatchObject({
      option: 'locoregional-rt',
      evidence: ['table-5/zheng-2022'],
    });
    expect(said.find('for', /Yao 2023 found no gain from concurrent/)?.option).toMatch(/^Radiotherapy without concurrent/);
    const unfit = radiation(responded({ fitness: { creatinineClearanceMlMin: 40 } }));
    expect(unfit.says(/Concurrent cisplatin/)).toBe(false);
  });

  it('waits for toxicity of grade 2, not for grade 1', () => {
    const claim = radiation(responded({}, event('2025-05-18', 'mucositis', 3, { resolvedToGrade: 2 }))).find(
      'against',
      /mucositis grade 2 \(2025-05-18\)/,
    );
    expect(claim).toMatchObject({ option: 'locoregional-rt', severity: 'data-gap', facts: ['event-mucositis'] });
    expect(radiation(responded({}, event('2025-05-18', 'mucositis', 3, { resolvedToGrade: 1 }))).says(/has not come down/)).toBe(false);
  });

  it('is against radical radiotherapy after a poor response, and for palliation', () => {
    const said = radiation(progressed());
    expect(said.find('against', /No aggressive radiotherapy after (a poor response|progression)/)).toMatchObject({
      option: 'radical locoregional radiotherapy',
      rule: 'radiotherapy/poor-response',
    });
    expect(said.find('for', /palliative course stays open/)?.option).toBe('Palliative radiotherapy for symptoms');
  });

  it.each([
    [70, 33, 'for', /EQD2 70.7 Gy, α\/β 10\).*within the recommended/],
    [60, 30, 'concern', /from 50 to below 65 Gy nothing is established/],
    [45, 15, 'concern', /below 50 Gy no survival benefit/],
  ] as const)('reads %s Gy in %s as given', (doseGy, fractions, stance, words) => {
    expect(radiation(responded({}, radiotherapy('2025-07-01', { doseGy, fractions }))).find(stance, words)).toBeDefined();
  });

  it.each([
    [40, 5, /EQD2 60.0 Gy .* reaches 60 Gy/],
    [30, 10, /EQD2 32.5 Gy .* is below 60 Gy/],
  ])('says of %s Gy in %s to a metastasis what it comes to', (doseGy, fractions, words) => {
    const given = radiotherapy('2025-06-10', { target: 'metastasis', lesions: ['M1'], doseGy, fractions });
    expect(radiation(responded({}, given)).says(words)).toBe(true);
  });

  it('sums earlier fields before a new one', () => {
    const said = radiation(responded({}, radiotherapy('2025-02-01', { target: 'metastasis', doseGy: 30, fractions: 10, lesions: ['M1'] })));
    expect(said.find('concern', /Earlier fields to sum .*metastasis 30 Gy\/10 \(2025-02-01\)/)?.option).toBe('locoregional-rt');
    expect(radiation(responded()).says(/Earlier fields/)).toBe(false);
  });

  it('calls the dose to bone unsettled in bone-only disease', () => {
    const said = radiation([...responded({ lesions: [bone] }), radiotherapy('2025-07-01')]);
    expect(said.says(/Bone only, aim EQD2 60 Gy not settled/)).toBe(true);
    const words = /Bone lesions \(sclerotic\).*at most 2 Gy a fraction .*fractions\. Radical doses lowered relapse in sclerotic lesions/;
    expect(said.find('concern', words)?.evidence).toEqual(['text/li-2020-fraction']);
  });

  it('leaves locoregional radiotherapy for later before the first treatment', () => {
    const said = radiation(baseline());
    expect(said.says(/decided on the response to four to six cycles, not now/)).toBe(true);
    expect(said.claims.filter(({ stance }) => stance === 'for')).toEqual([]);
  });

  it('asks for an ECOG since treatment began', () => {
    expect(radiation(responded()).missing).toContain('ECOG since treatment began');
    const current = responded({}, { type: 'PerformanceStatusRecorded', id: 'now', on: '2025-05-20', ecog: 1 });
    expect(radiation(current).missing).not.toContain('ECOG since treatment began');
  });
});
