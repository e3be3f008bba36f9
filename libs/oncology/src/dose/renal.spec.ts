import { describe, expect, it } from 'vitest';
import { calvert, cockcroftGault, creatinineMgDl, RENAL_FORMULAS } from './renal.js';

const person = { ageYears: 60, sex: 'male', weightKg: 72, serumCreatinineMgDl: 1 } as const;

describe('creatinine clearance by Cockcroft and Gault', () => {
  it('is 80 mL/min for a man of 60 years and 72 kg with 1 mg/dL', () => expect(cockcroftGault(person)).toBe(80));
  it('is 15 % lower for a woman', () => expect(cockcroftGault({ ...person, sex: 'female' })).toBeCloseTo(68, 10));
  it('takes creatinine in µmol/L after conversion', () => expect(creatinineMgDl(88.4)).toBe(1));

  it.each([{ weightKg: 0 }, { serumCreatinineMgDl: 0 }, { ageYears: 140 }, { weightKg: Number.NaN }])('refuses %o', (wrong) => {
    expect(() => cockcroftGault({ ...person, ...wrong })).toThrow(expect.objectContaining({ code: 'dose.invalid' }));
  });
});

describe('a carboplatin dose by Calvert', () => {
  it('is 525 mg for an area of 5 at 80 mL/min', () => expect(calvert(5, 80)).toBe(525));
  it('counts the filtration rate up to 125 mL/min', () => {
    expect(calvert(5, 125)).toBe(750);
    expect(calvert(5, 140)).toBe(750);
  });
  it('refuses a target of 0', () => expect(() => calvert(0, 80)).toThrow(/greater than 0/));
});

describe('the renal formulas', () => {
  it('are shown as not verified', () => expect(RENAL_FORMULAS.map((formula) => formula.verified)).toEqual([false, false]));
});
