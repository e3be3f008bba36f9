import { describe, expect, it } from 'vitest';
import { unfaithful } from './faithful.js';

const CLEARANCE = 'Cisplatin: creatinine clearance 42 mL/min (limit: below 50): no cisplatin (JUPITER-02, P10).';
const DOSE = 'Locoregional radiotherapy of 66–70 Gy in at least 33 fractions must not begin before EBV DNA is below 25,000 copies/mL.';

describe('other words for a claim', () => {
  it.each([
    [CLEARANCE, CLEARANCE],
    [CLEARANCE, 'The creatinine clearance is 42 mL/min, and the limit is below 50: no cisplatin (P10, JUPITER-02).'],
    [DOSE, 'EBV DNA must be below 25000 copies/mL: do not begin with locoregional radiotherapy (66-70 Gy, at least 33 fractions) before.'],
  ])('are faithful while they keep what matters: %s', (original, words) => {
    expect(unfaithful(original, words)).toBe(false);
  });

  it.each([
    ['another number', CLEARANCE, CLEARANCE.replace('42', '52')],
    ['no number', CLEARANCE, CLEARANCE.replace('42 mL/min ', '')],
    ['one number more', CLEARANCE, CLEARANCE.replace('limit:', 'limit of 2 tests:')],
    ['another unit', DOSE, DOSE.replace('70 Gy', '70 mg')],
    ['no unit', DOSE, DOSE.replace('70 Gy', '70')],
    ['another scale', DOSE, DOSE.replace('25,000', '2,500')],
    ['no negation', CLEARANCE, CLEARANCE.replace('no cisplatin', 'cisplatin')],
    ['a second negation', CLEARANCE, CLEARANCE.replace('limit:', 'not the limit:')],
    ['the other direction', CLEARANCE, CLEARANCE.replace('below', 'above')],
    ['another duty', DOSE, DOSE.replace('must', 'may')],
    ['no citation', CLEARANCE, CLEARANCE.replace(' (JUPITER-02, P10)', '')],
    ['another citation', CLEARANCE, CLEARANCE.replace('JUPITER-02', 'JUPITER-03')],
    ['another rule', CLEARANCE, CLEARANCE.replace('P10', 'P11')],
    ['another agent', CLEARANCE, CLEARANCE.replace('no cisplatin', 'no carboplatin')],
    ['a new agent', CLEARANCE, `${CLEARANCE} Think of gemcitabine.`],
    ['a number in a word', CLEARANCE, CLEARANCE.replace('limit', 'two limits')],
    ['a sign of comparison', 'Platelets 99.', 'Platelets >99.'],
    ['a sermon', 'No cisplatin.', `No cisplatin. ${'Think of it. '.repeat(20)}`],
  ])('are dropped with %s', (_, original, words) => {
    expect(unfaithful(original, words)).toBe(true);
  });
});
