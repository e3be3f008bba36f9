import { problem } from '@tumor-board/kernel';

/** The two formulas of this file, as general knowledge: not re-read in their papers, so not verified. */
export const RENAL_FORMULAS = [
  {
    id: 'dose.cockcroft-gault',
    formula: '(140 − age) × kg × (0.85 if female) / (72 × serum creatinine in mg/dL)',
    unit: 'mL/min',
    source: 'Cockcroft and Gault',
    verified: false,
  },
  { id: 'dose.calvert', formula: 'AUC × (GFR, at most 125 mL/min, + 25)', unit: 'mg', source: 'Calvert', verified: false },
] as const;

/** Micromoles of creatinine per litre that make one mg/dL. */
const MICROMOLES_PER_MG_DL = 88.4;

/** The glomerular filtration rate, mL/min, above which a carboplatin dose no longer rises. */
export const CALVERT_GFR_CAP = 125;

/** Serum creatinine in mg/dL from µmol/L. */
export const creatinineMgDl = (micromolesPerL: number): number => micromolesPerL / MICROMOLES_PER_MG_DL;

const refuse = (what: string, data: Readonly<Record<string, unknown>>): never => {
  throw problem('dose.invalid', `No dose can be computed: expected ${what}.`, data);
};

/**
 * Creatinine clearance in mL/min by Cockcroft and Gault (not verified, see {@link RENAL_FORMULAS}).
 * @throws Problem `dose.invalid` outside the formula: age from 0 to below 140 years, weight and creatinine greater than 0
 */
export function cockcroftGault(person: {
  readonly ageYears: number;
  readonly sex: 'female' | 'male';
  readonly weightKg: number;
  readonly serumCreatinineMgDl: number;
}): number {
  const { ageYears, sex, weightKg, serumCreatinineMgDl } = person;
  if (!(ageYears >= 0 && ageYears < 140)) refuse('an age from 0 to below 140 years', { ageYears });
  if (!(weightKg > 0)) refuse('a weight in kg greater than 0', { weightKg });
  if (!(serumCreatinineMgDl > 0)) refuse('a serum creatinine in mg/dL greater than 0', { serumCreatinineMgDl });
  return ((140 - ageYears) * weightKg * (sex === 'female' ? 0.85 : 1)) / (72 * serumCreatinineMgDl);
}

/**
 * Carboplatin dose in mg by Calvert (not verified, see {@link RENAL_FORMULAS}); the filtration rate counts up to {@link CALVERT_GFR_CAP}.
 * @throws Problem `dose.invalid` when the target or the rate is not a number, 0 or less for the target, below 0 for the rate
 */
export function calvert(targetAuc: number, gfrMlMin: number): number {
  if (!(targetAuc > 0)) refuse('a target area under the curve greater than 0', { targetAuc });
  if (!(gfrMlMin >= 0)) refuse('a filtration rate in mL/min, 0 or more', { gfrMlMin });
  return targetAuc * (Math.min(gfrMlMin, CALVERT_GFR_CAP) + 25);
}
