import { describe, expect, it } from 'vitest';
import { metastasisDose } from './metastasis-dose.js';

describe('a dose to a metastasis', () => {
  it('of 40 Gy in 5 fractions reaches the 60 Gy target exactly', () => {
    expect(metastasisDose(40, 5, { boneOnly: false })).toMatchObject({
      meetsTarget: true,
      text: 'EQD2 60.0 Gy (alpha/beta 10 Gy) reaches 60 Gy',
    });
  });

  it('of 30 Gy in 10 fractions does not reach it', () => expect(metastasisDose(30, 10, { boneOnly: false }).meetsTarget).toBe(false));

  it('says that the target is retrospective', () =>
    expect(metastasisDose(50, 5, { boneOnly: false }).cautions).toEqual(['the dose target rests on retrospective series']));

  it('says in bone-only disease that no effect of dose was found', () => {
    const dose = metastasisDose(50, 5, { boneOnly: true });
    expect(dose.cautions).toContain('bone-only disease: no effect of dose was found (Lin C 2022)');
    expect(dose.evidence).toContain('lin-2022-bone');
  });
});
