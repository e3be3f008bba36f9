import { problem } from '@tumor-board/kernel';

/** The alpha/beta ratio, in Gy, that is taken for tumour; it is stated with every result computed from it. */
export const TUMOUR_ALPHA_BETA_GY = 10;

/** Above this dose per fraction, in Gy, the linear-quadratic model is known to overestimate the effect. */
export const LINEAR_QUADRATIC_LIMIT_GY = 10;

/** A course of fractionated radiotherapy expressed in doses that can be compared with other courses. */
export interface Fractionation {
  readonly totalGy: number;
  readonly fractions: number;
  readonly perFractionGy: number;
  readonly alphaBetaGy: number;
  /** Biologically effective dose, Gy. */
  readonly bedGy: number;
  /** Equivalent dose in fractions of 2 Gy, Gy. */
  readonly eqd2Gy: number;
  readonly cautions: readonly string[];
}

// Sums such as 3 × 18 Gy leave a trace in the last binary digits, which must not decide whether a limit is met.
const settle = (gy: number): number => Math.round(gy * 1e9) / 1e9;

function checkCourse(totalGy: number, fractions: number, alphaBetaGy: number): void {
  const faults = [
    ...(totalGy > 0 && Number.isFinite(totalGy) ? [] : [{ path: 'totalGy', message: 'expected a dose in Gy, greater than 0' }]),
    ...(Number.isInteger(fractions) && fractions >= 1
      ? []
      : [{ path: 'fractions', message: 'expected a whole number of fractions, 1 or more' }]),
    ...(alphaBetaGy > 0 && Number.isFinite(alphaBetaGy) ? [] : [{ path: 'alphaBetaGy', message: 'expected Gy, greater than 0' }]),
  ];
  if (faults.length === 0) return;
  throw problem(
    'dose.invalid',
    `No dose can be computed: ${faults.map((fault) => `${fault.path}: ${fault.message}`).join('; ')}`,
    { totalGy, fractions, alphaBetaGy },
    faults,
  );
}

/**
 * Biologically effective dose in Gy by the linear-quadratic model: D(1 + d/(α/β)).
 * @throws Problem `dose.invalid`
 */
export function bed(totalGy: number, fractions: number, alphaBetaGy = TUMOUR_ALPHA_BETA_GY): number {
  checkCourse(totalGy, fractions, alphaBetaGy);
  return settle(totalGy * (1 + totalGy / fractions / alphaBetaGy));
}

/**
 * Equivalent dose in 2 Gy fractions, in Gy, by the linear-quadratic model: D(d + α/β)/(2 + α/β).
 * @throws Problem `dose.invalid`
 */
export function eqd2(totalGy: number, fractions: number, alphaBetaGy = TUMOUR_ALPHA_BETA_GY): number {
  checkCourse(totalGy, fractions, alphaBetaGy);
  return settle((totalGy * (totalGy / fractions + alphaBetaGy)) / (2 + alphaBetaGy));
}

/**
 * A course with its comparable doses and the cautions that go with them.
 * @throws Problem `dose.invalid`
 */
export function fractionation(totalGy: number, fractions: number, alphaBetaGy = TUMOUR_ALPHA_BETA_GY): Fractionation {
  const bedGy = bed(totalGy, fractions, alphaBetaGy);
  const perFractionGy = totalGy / fractions;
  return {
    totalGy,
    fractions,
    perFractionGy,
    alphaBetaGy,
    bedGy,
    eqd2Gy: eqd2(totalGy, fractions, alphaBetaGy),
    cautions:
      perFractionGy > LINEAR_QUADRATIC_LIMIT_GY
        ? [
            `the linear-quadratic model overestimates the effect above about ${LINEAR_QUADRATIC_LIMIT_GY} Gy per fraction (general knowledge, not verified)`,
          ]
        : [],
  };
}
