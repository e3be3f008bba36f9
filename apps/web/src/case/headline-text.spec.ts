import { expect, test } from 'vitest';
import { headlineText } from './headline-text.js';

test.each([
  ['nextStep', 'locoregional-rt', 'locoregional radiotherapy'],
  ['alerts', 'ebv-dna-not-plasma ×3, target-changed', 'EBV DNA not from plasma ×3, target changed'],
  ['response.latest', 'CR / iCR 2024-12-05 [irradiated-target, new-lesion]', 'CR / iCR 2024-12-05 [irradiated target, new lesion]'],
  ['m1.YAO23', 'M1a or M1b?', 'M1a or M1b?'],
  ['stage', 'IVB (TNM-8)', 'IVB (TNM-8)'],
  ['response.latest', null, '–'],
  ['nextStep.regimen', 'gemcitabine, anti-PD-1', 'gemcitabine, anti-PD-1'],
])('%s: %s is shown as "%s"', (part, value, shown) => {
  expect(headlineText(part, value)).toBe(shown);
});
