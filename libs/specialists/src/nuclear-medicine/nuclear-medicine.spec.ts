import { describe, expect, it } from 'vitest';
import { baseline, cycles, lesion, radiotherapy, sample, sayings, scan, systemic } from '../panel.fixture.js';

const nuclear = (facts: Parameters<typeof sayings>[1]) => sayings('nuclear-medicine', facts);

describe('nuclear medicine', () => {
  it('reads an organ that was not imaged as unknown, and asks for it', () => {
    const said = nuclear(baseline({ imaged: { bone: false, other: false } }));
    expect(said.find('concern', /Not imaged at staging: the bones and other organs/)).toMatchObject({
      severity: 'data-gap',
      facts: ['chart'],
    });
    expect(said.missing).toEqual(expect.arrayContaining(['imaging of the bones']));
    expect(said.find('for', /FDG PET-CT finds more metastases/)).toMatchObject({ option: 'complete-baseline' });
  });

  it('has nothing to ask of a chart on which every organ was imaged', () => {
    const said = nuclear(baseline());
    expect(said.says(/Not imaged/)).toBe(false);
    expect(said.missing.filter((item) => item.startsWith('imaging'))).toEqual([]);
  });

  it('names high EBV DNA beside what was not imaged from 14,650 copies/mL on, by another assay and of no organ', () => {
    const words = /14,650 that went with metastases .* by another assay\. The study is of M1 at diagnosis, not of an organ: the bones/;
    const at = (value: number, eber: 'positive' | 'negative' = 'positive') =>
      nuclear(baseline({ imaged: { bone: false }, ebv: { value }, histology: { eber } }));
    expect([at(14_649), at(14_650)].map((said) => said.says(words))).toEqual([false, true]);
    expect(at(14_650).says(/more likely/)).toBe(false);
    expect(at(14_650, 'negative').says(/EBV DNA before treatment/)).toBe(false);
  });

  it.each([
    ['9 days after a cycle', '2025-03-19', true],
    ['10 days after a cycle', '2025-03-20', false],
  ])('PET %s', (_, on, doubted) => {
    const facts = [...baseline(), systemic(), cycles('2025-03-10', 3), scan(on, 20, { modality: 'pet-ct' })];
    expect(nuclear(facts).says(/days after cycle 3 was counted; 10 days or more/)).toBe(doubted);
  });

  it.each([
    ['55 days after radiotherapy', '2025-08-25', true],
    ['56 days after radiotherapy', '2025-08-26', false],
  ])('PET %s', (_, on, doubted) => {
    const facts = [
      ...baseline(),
      systemic(),
      cycles('2025-05-01', 6),
      radiotherapy('2025-07-01'),
      scan(on, 20, { modality: 'FDG PET-CT' }),
    ];
    expect(nuclear(facts).says(/days after radiotherapy; 8 to 12 weeks/)).toBe(doubted);
  });

  it('does not hold the time of a PET against a CT', () => {
    expect(nuclear([...baseline(), systemic(), cycles('2025-03-10', 3), scan('2025-03-11', 20)]).says(/days after/)).toBe(false);
  });

  it('tells the types of bone lesions apart', () => {
    const said = nuclear(
      baseline({
        lesions: [
          lesion({ id: 'B1', organ: 'bone' }),
          lesion({ id: 'B2', organ: 'bone', boneType: 'sclerotic' }),
          lesion({ id: 'B3', organ: 'bone', boneType: 'lytic' }),
        ],
      }),
    );
    expect(said.find('concern', /Bone lesion B1: type not recorded/)?.severity).toBe('data-gap');
    expect(said.says(/Sclerotic bone lesions B2 cannot be targets/)).toBe(true);
    expect(said.says(/Lytic or mixed bone lesions B3 are measurable only/)).toBe(true);
  });

  it('does not compute the score of Qiu 2022', () => {
    expect(nuclear(baseline()).find('concern', /its PET-CT score cannot be computed here/)?.evidence).toEqual(['qiu-2022']);
  });

  it('looks outside the measured lesions where marker and scan part', () => {
    const rebound = [
      ...baseline(),
      systemic(),
      cycles('2025-03-20', 3),
      sample('2025-02-10', 0),
      scan('2025-03-20', 20),
      sample('2025-03-21', 5_000),
    ];
    expect(nuclear(rebound).find('concern', /FDG PET-CT looks outside the measured lesions/)?.evidence).toEqual(['tang-2013-pet']);
  });

  it('offers PET for a new lesion that CT leaves open, not for one that PET saw', () => {
    const newLesion = { newLesions: [{ lesion: 'L1', organ: 'liver', unequivocal: false }] };
    expect(nuclear([...baseline(), systemic(), scan('2025-03-20', 20, newLesion)]).says(/FDG PET-CT can tell whether L1 \(liver\)/)).toBe(
      true,
    );
    expect(
      nuclear([...baseline(), systemic(), scan('2025-03-20', 20, { ...newLesion, modality: 'pet-ct' })]).says(/can tell whether/),
    ).toBe(false);
  });
});
