import type { GuidelinePosition } from './guideline.js';

type Written = Omit<GuidelinePosition, 'verified'>;

const CSCO = { guideline: 'CSCO 2021', date: '2021', source: 'csco-2021', confidence: 'V' } as const satisfies Partial<Written>;
const NCCN_2022 = { guideline: 'NCCN 1.2022', date: '2022', source: 'nccn-2022', confidence: 'S' } as const satisfies Partial<Written>;
const NCCN_2025 = { guideline: 'NCCN 1.2025', date: '2025', source: 'nccn-2025', confidence: '?' } as const satisfies Partial<Written>;
const ESMO_2021 = {
  guideline: 'ESMO-EURACAN 2021',
  date: '2021',
  source: 'esmo-2021',
  confidence: 'S',
} as const satisfies Partial<Written>;
const ESMO_2023 = {
  guideline: 'ESMO-EURACAN 2023',
  date: '2023',
  source: 'esmo-2023',
  confidence: 'S',
} as const satisfies Partial<Written>;

const SYSTEMIC = ['start-systemic', 'continue-systemic'] as const;

const WRITTEN: readonly Written[] = [
  {
    ...CSCO,
    id: 'csco-2021/first-line',
    decision: 'first treatment',
    situation: {},
    supports: SYSTEMIC,
    strength: 'recommended',
    grade: '1A',
    text: 'Gemcitabine and cisplatin, alone or with camrelizumab or toripalimab, in first line.',
  },
  {
    ...CSCO,
    id: 'csco-2021/local-radiotherapy',
    decision: 'locoregional radiotherapy',
    situation: {},
    supports: ['locoregional-rt'],
    strength: 'recommended',
    grade: '1A',
    text: 'Chemotherapy with local radiotherapy is one of its first-line choices, with a footnote.',
  },
  {
    ...NCCN_2022,
    id: 'nccn-2022/oligometastatic-induction',
    decision: 'first treatment',
    situation: { extent: 'oligometastatic' },
    supports: SYSTEMIC,
    strength: 'recommended',
    grade: null,
    text: 'In oligometastatic disease induction chemotherapy comes first.',
  },
  {
    ...NCCN_2022,
    id: 'nccn-2022/widespread-first-line',
    decision: 'first treatment',
    situation: { extent: 'widespread' },
    supports: SYSTEMIC,
    strength: 'preferred',
    grade: null,
    text: 'In widespread disease with a good performance status gemcitabine and cisplatin are preferred; with pembrolizumab or nivolumab they are among its other regimens, without phase 3 data for these two agents.',
  },
  {
    ...NCCN_2022,
    id: 'nccn-2022/oligometastatic-radiotherapy',
    decision: 'locoregional radiotherapy',
    situation: { extent: 'oligometastatic' },
    supports: ['locoregional-rt'],
    strength: 'recommended',
    grade: null,
    text: 'In oligometastatic disease radiotherapy follows induction, with or without chemotherapy or systemic therapy.',
  },
  {
    ...NCCN_2022,
    id: 'nccn-2022/after-response',
    decision: 'locoregional radiotherapy',
    situation: { extent: 'widespread', response: 'good' },
    supports: ['locoregional-rt'],
    strength: 'to be considered',
    grade: null,
    text: 'After a good response to systemic therapy definitive locoregional radiotherapy can be considered.',
  },
  {
    ...NCCN_2025,
    id: 'nccn-2025/first-line',
    decision: 'first treatment',
    situation: {},
    supports: SYSTEMIC,
    strength: 'preferred',
    grade: 'category 1',
    text: 'Gemcitabine and cisplatin with toripalimab are preferred in first line; carboplatin where cisplatin is unfit. Known from a third party only.',
  },
  {
    ...NCCN_2025,
    id: 'nccn-2025/capecitabine',
    decision: 'maintenance',
    situation: { extent: 'oligometastatic' },
    supports: ['maintenance'],
    strength: 'an option',
    grade: null,
    text: 'Capecitabine maintenance without concurrent radiotherapy is an option in oligometastatic disease with performance status 0 or 1. Known from a third party only.',
  },
  {
    ...ESMO_2021,
    id: 'esmo-2021/first-line',
    decision: 'first treatment',
    situation: {},
    supports: SYSTEMIC,
    strength: 'recommended',
    grade: null,
    text: 'Chemotherapy first in newly diagnosed metastatic disease.',
  },
  {
    ...ESMO_2021,
    id: 'esmo-2021/radiotherapy',
    decision: 'locoregional radiotherapy',
    situation: {},
    supports: ['locoregional-rt'],
    strength: 'recommended',
    grade: null,
    text: 'Radiotherapy of the primary and the involved nodes after chemotherapy in newly diagnosed metastatic disease; the review reports no condition on the response.',
  },
  {
    ...ESMO_2023,
    id: 'esmo-2023/first-line',
    decision: 'first treatment',
    situation: {},
    supports: SYSTEMIC,
    strength: 'to be considered',
    grade: null,
    text: 'Consider immunotherapy with first-line chemotherapy.',
  },
  {
    ...ESMO_2023,
    id: 'esmo-2023/maintenance',
    decision: 'maintenance',
    situation: {},
    supports: ['maintenance'],
    strength: 'to be considered',
    grade: null,
    text: 'Consider immunotherapy as maintenance after first-line treatment.',
  },
];

/** Every position that is known of the guidelines, as far as it was read or is reported. */
export const GUIDELINE_POSITIONS: readonly GuidelinePosition[] = WRITTEN.map((position) => ({
  ...position,
  verified: position.confidence === 'V' || position.confidence === 'S',
}));
