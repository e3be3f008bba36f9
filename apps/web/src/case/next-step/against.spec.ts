import { describe, expect, it } from 'vitest';
import type { Outlook } from '../case-queries.js';
import { againstOf } from './against.js';

const figures = { text: 'P=0.6', status: 'V', verified: true };
const outlook = (code: string, position = 'differs') =>
  ({
    nextStep: { code, title: code },
    guidelines: [
      { guideline: 'NCCN 1.2022', date: '2022', position, text: 'chemotherapy first', grades: [], evidence: ['nccn-2022'], verified: true },
    ],
    systems: [
      {
        system: 'YAO23',
        evidence: 'yao-2023',
        classes: [{ class: 'high', survival: [], locoregionalRadiotherapy: { claim: 'no-benefit', figures } }],
      },
    ],
    locoregionalRadiotherapy: { noBenefit: ['YAO23'] },
  }) as unknown as Outlook;

describe('what speaks against a step', () => {
  it('is a guideline that differs', () => {
    expect(againstOf(outlook('start-systemic'))).toEqual([{ text: 'NCCN 1.2022: chemotherapy first', evidence: ['nccn-2022'] }]);
    expect(againstOf(outlook('start-systemic', 'silent'))).toEqual([]);
  });

  it('is, of locoregional radiotherapy, a rule set that reports no benefit for the class', () => {
    expect(againstOf(outlook('locoregional-rt', 'agrees'))).toEqual([{ text: 'YAO23 high: P=0.6', evidence: ['yao-2023'] }]);
  });
});
