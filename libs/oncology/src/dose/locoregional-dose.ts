import { problem } from '@tumor-board/kernel';

/** Where a locoregional dose lies in what is known about dose and survival in metastatic disease. */
export type LocoregionalDoseBand = 'no-benefit' | 'undefined-ground' | 'below-recommendation' | 'recommended' | 'above-recommendation';

/** A band with what is known of it. */
export interface LocoregionalDose {
  readonly band: LocoregionalDoseBand;
  readonly text: string;
  /** Ids in the evidence register. */
  readonly evidence: readonly string[];
}

/** The recommended total dose to the locoregional disease, in Gy, both ends included (review, locoregional radiotherapy). */
export const RECOMMENDED_LOCOREGIONAL_GY: readonly [number, number] = [66, 70];

/** The total dose, in Gy, below which the review's reference 45 saw no survival benefit. */
export const LOCOREGIONAL_NO_BENEFIT_BELOW_GY = 50;

/** The total dose, in Gy, that the review's reference 43 compared: from here on survival was better. */
export const LOCOREGIONAL_BETTER_FROM_GY = 65;

const BANDS: Readonly<Record<LocoregionalDoseBand, Omit<LocoregionalDose, 'band'>>> = {
  'no-benefit': { text: 'below 50 Gy no survival benefit was seen', evidence: ['rusthoven-2017'] },
  'undefined-ground': {
    text: 'from 50 to below 65 Gy nothing is established; doses of 65 Gy and more did better',
    evidence: ['lin-2012', 'rusthoven-2017'],
  },
  'below-recommendation': {
    text: 'in the range that did better, but below the recommended 66 to 70 Gy',
    evidence: ['lin-2012', 'liu-2023'],
  },
  recommended: { text: 'within the recommended 66 to 70 Gy', evidence: ['you-2020', 'liu-2023'] },
  'above-recommendation': { text: 'above the recommended 66 to 70 Gy', evidence: ['liu-2023'] },
};

function bandOf(doseGy: number): LocoregionalDoseBand {
  const [recommendedFrom, recommendedTo] = RECOMMENDED_LOCOREGIONAL_GY;
  if (doseGy < LOCOREGIONAL_NO_BENEFIT_BELOW_GY) return 'no-benefit';
  if (doseGy < LOCOREGIONAL_BETTER_FROM_GY) return 'undefined-ground';
  if (doseGy < recommendedFrom) return 'below-recommendation';
  return doseGy <= recommendedTo ? 'recommended' : 'above-recommendation';
}

/**
 * Classifies a total dose to the locoregional disease, in Gy, as given (not converted to 2 Gy fractions).
 * @throws Problem `dose.invalid` when the dose is not greater than 0
 */
export function locoregionalDose(doseGy: number): LocoregionalDose {
  if (!(doseGy > 0)) throw problem('dose.invalid', 'No dose can be classified: expected a dose in Gy greater than 0.', { doseGy });
  const band = bandOf(doseGy);
  return { band, ...BANDS[band] };
}
