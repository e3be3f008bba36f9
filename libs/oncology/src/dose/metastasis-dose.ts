import { type Fractionation, fractionation } from './fractionation.js';

/** The equivalent dose in 2 Gy fractions, Gy, from which retrospective series report longer survival (review, refs 59 and 60). */
export const METASTASIS_EQD2_GY = 60;

/** Whether radiotherapy to a metastasis reaches the dose that retrospective series associate with longer survival. */
export interface MetastasisDose {
  readonly meetsTarget: boolean;
  readonly course: Fractionation;
  readonly text: string;
  readonly cautions: readonly string[];
  /** Ids in the evidence register. */
  readonly evidence: readonly string[];
}

/**
 * Checks a dose to a metastasis against {@link METASTASIS_EQD2_GY}.
 * In bone-only disease Lin C 2022 (BMC Cancer 22:35) found no effect of dose; that is said beside the result.
 * Radiofrequency ablation and surgery have no such dose.
 * @throws Problem `dose.invalid`
 */
export function metastasisDose(totalGy: number, fractions: number, disease: { readonly boneOnly: boolean }): MetastasisDose {
  const course = fractionation(totalGy, fractions);
  const meetsTarget = course.eqd2Gy >= METASTASIS_EQD2_GY;
  const cautions = [...course.cautions, 'the dose target rests on retrospective series'];
  if (disease.boneOnly) cautions.push('bone-only disease: no effect of dose was found (Lin C 2022)');
  return {
    meetsTarget,
    course,
    text: `EQD2 ${course.eqd2Gy.toFixed(1)} Gy (alpha/beta ${course.alphaBetaGy} Gy) ${meetsTarget ? 'reaches' : 'is below'} ${METASTASIS_EQD2_GY} Gy`,
    cautions,
    evidence: ['li-2020-bone', 'liao-2021', ...(disease.boneOnly ? ['lin-2022-bone'] : [])],
  };
}
