import { type PublishedSystem, stated } from './published-system.js';
import { withoutMetastasis } from './rule-table.js';

/** Tian YH 2016 (Head Neck 38:1152): single organ or up to five lesions. The two classes overlap as worded. */
export const tian2016: PublishedSystem = {
  id: 'TIAN16',
  title: 'Oligometastases in AJCC stage IVc disease',
  citation: 'Tian YH, Zou WH, Xiao WW, et al. Head Neck 2016;38:1152-7. doi 10.1002/hed.24345',
  evidence: 'tian-2016',
  reviewReference: 19,
  reviewRow: 4,
  cohort: { patients: stated('V', '263 with stage IVc (7th edition)'), timing: 'not stated' },
  inputs: ['number of distant lesions', 'number of organs'],
  classes: ['M1a', 'M1b'],
  computable: 'partly',
  reads: { lesionsUpTo: 6, liver: 1, organs: true },
  asks: ['nodesAreAnOrgan', 'sitesAreDistinct'],
  rows: [
    withoutMetastasis('TIAN16'),
    {
      rule: 'TIAN16/1',
      gives: ['M1a'],
      when: 'a single organ, or 1 to 5 lesions',
      holds: ({ lesions, organs }) => organs === 1 || lesions <= 5,
    },
    {
      rule: 'TIAN16/2',
      gives: ['M1b'],
      when: 'several organs, or 6 lesions and more',
      holds: ({ lesions, organs }) => organs >= 2 || lesions >= 6,
    },
  ],
  overlap: 'definition: published M1a and M1b conditions both hold',
  caveats: [
    stated('V', 'One organ with 6 lesions or more, and several organs with up to 5, satisfy both published conditions.'),
    stated('?', 'Read as the complement of M1b, M1a would need one organ and at most 5 lesions; the paper does not say so.'),
    stated('?', 'Whether distant nodes count as an organ is not stated.'),
  ],
  survival: [
    { class: 'M1a', figures: stated('S', '5-year OS 38.7% (P<0.01)') },
    { class: 'M1b', figures: stated('S', '5-year OS 7.0%') },
  ],
  locoregionalRadiotherapy: [],
};
