import { describe, expect, it } from 'vitest';
import { baseline, cycles, responded, sample, sayings, scan, systemic } from '../panel.fixture.js';

const pathology = (facts: Parameters<typeof sayings>[1]) => sayings('pathology-virology', facts);

describe('pathology and virology', () => {
  it('lets nothing be read off EBV DNA in an EBER-negative tumour', () => {
    const said = pathology([...baseline({ histology: { eber: 'negative' } }), systemic(), sample('2025-02-10', 0, { id: 'e1' })]);
    expect(said.find('against', /EBV DNA says nothing about this tumour. 2 results .* must not be read as response/)).toMatchObject({
      option: 'rules that read EBV DNA',
      rule: 'ebv/eber-negative',
      facts: ['histology', 'e0', 'e1'],
    });
    expect(said.says(/clearance|half-life|threshold/i)).toBe(false);
  });

  it('asks for EBER, and calls what reads EBV DNA provisional until then', () => {
    const said = pathology(baseline({ histology: { eber: 'unknown' } }));
    expect(said.missing).toContain('EBER status');
    expect(said.find('concern', /EBER is not known/)?.severity).toBe('data-gap');
    expect(pathology(baseline()).missing).not.toContain('EBER status');
  });

  it('says that the evidence is of non-keratinising carcinoma, for a keratinising one alone', () => {
    expect(pathology(baseline({ histology: { histology: 'keratinising' } })).says(/evidence .* is of non-keratinising/)).toBe(true);
    expect(pathology(baseline()).says(/is of non-keratinising/)).toBe(false);
  });

  it.each([
    ['another assay', { assay: 'LabB-EBNA1' }],
    ['another unit', { unit: 'IU/mL' as const }],
    ['another specimen', { specimen: 'serum' as const }],
  ])('refuses to trend across %s', (_, other) => {
    const said = pathology([...baseline(), systemic(), sample('2025-02-10', 900, { id: 'e1', ...other })]);
    expect(said.find('concern', /not comparable with LabA-BamHIW.*no trend/)?.facts).toEqual(['e0', 'e1']);
  });

  it('has nothing against one series by one assay', () => {
    expect(pathology([...baseline(), systemic(), sample('2025-02-10', 900)]).says(/not comparable/)).toBe(false);
  });

  it('asks for the limit of detection only when no result gives it', () => {
    const { limitOfDetection: _, ...unlimited } = sample('2025-01-06', 20_000) as { limitOfDetection?: number } & ReturnType<typeof sample>;
    const facts = [...baseline({ ebv: null }), unlimited as ReturnType<typeof sample>];
    expect(pathology(facts).missing).toContain('limit of detection of the EBV DNA assay');
    expect(pathology(baseline()).missing).not.toContain('limit of detection of the EBV DNA assay');
  });

  it.each([
    [12_530, true],
    [49_880, true],
    [12_529, false],
    [49_882, false],
  ])('%s copies/mL near the threshold of 25,000: %s', (value, near) => {
    expect(pathology(baseline({ ebv: { value } })).says(/less than two-fold from the threshold of .*YANG21/)).toBe(near);
  });

  it('does not pass a half-life from sparse samples for the one of Wang 2010', () => {
    const said = pathology([...baseline(), systemic(), sample('2025-01-27', 2_000), sample('2025-02-17', 200)]);
    expect(said.find('concern', /Half-life .* sampling was not weekly/)?.evidence).toEqual(['text/wang-2010']);
    const weekly = [
      ...baseline(),
      systemic(),
      ...['2025-01-15', '2025-01-22', '2025-01-29'].map((on, week) => sample(on, 10_000 / 4 ** week)),
    ];
    expect(pathology(weekly).says(/sampling was not weekly/)).toBe(false);
  });

  it('calls clearance on one sample unconfirmed, on two not', () => {
    const once = [...baseline(), systemic(), cycles('2025-03-20', 3), scan('2025-03-20', 20), sample('2025-03-20', 0)];
    expect(pathology(once).says(/not detected on 2025-03-20, once: clearance is unconfirmed/)).toBe(true);
    expect(pathology([...once, sample('2025-04-10', 0)]).says(/unconfirmed/)).toBe(false);
  });

  it('knows that an undetectable baseline can show no response', () => {
    const said = pathology(baseline({ ebv: { result: 'undetectable', value: 0 } }));
    expect(said.find('concern', /an undetectable result later is no response/)?.evidence).toEqual(['text/lee-2021-ebv']);
  });

  it('speaks for a step whose gate read the marker, and leaves the dose to others', () => {
    const said = pathology(responded());
    expect(said.find('for', /EBER positive. EBV DNA may be read beside the scan/)).toMatchObject({ option: 'locoregional-rt' });
    expect(said.says(/Gy/)).toBe(false);
  });

  it('asks for the sample after chemotherapy when it is due, not before', () => {
    const boneOnly = {
      lesions: [{ id: 'B1', organ: 'bone' as const, sizeMm: 20, count: 1, countIsExact: true, certainty: 'definite' as const }],
    };
    const item = 'EBV DNA after palliative chemotherapy';
    expect(pathology(baseline(boneOnly)).missing).not.toContain(item);
    expect(pathology([...baseline(boneOnly), systemic(), cycles('2025-04-10', 4)]).missing).toContain(item);
  });
});
