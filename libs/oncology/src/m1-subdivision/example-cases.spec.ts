import { describe, expect, it } from 'vitest';
import type { ClinicalFact } from '../facts/clinical-fact.js';
import { chart, cycles, day, group, histology, read, sample, short, staging, started } from './recorded-case.fixture.js';

const SVM = { possible: ['M1a', 'M1b'], missing: ['SVM model not published in readable form'] };
const NOT_BONE_ONLY = { reason: 'not bone-only disease' };
const EBER_NEGATIVE = { reason: 'EBER-negative: EBV DNA rules do not apply' };
const OLIGO = 'definition of oligometastases (number) not verified';
const ZHENG = 'Zheng EBV DNA cut-off not verified';
const QIU = 'Qiu EBV DNA cut-off not verified';
const PPS = 'PET-CT parameter score (formula and cut-off not verified)';
const BASELINE = 'baseline EBV DNA';
const open = (possible: string[], ...missing: string[]) => ({ possible, missing });
const OVERLAP = open(['M1a', 'M1b'], 'definition: published M1a and M1b conditions both hold');
const QIU_OPEN = open(['M1a', 'M1b', 'M1c'], PPS, QIU);
const ZOU_OPEN = open(['M1a', 'M1b'], OLIGO);
const ZHENG_OPEN = open(['M1a', 'M1b', 'M1c'], ZHENG, OLIGO);

type Systems = 'SHEN15' | 'SHEN16' | 'TIAN16' | 'ZOU17' | 'SUN19' | 'ZHENG20' | 'YANG21' | 'CHAN24' | 'CHAN25-2' | 'QIU22' | 'YAO23';
interface Example {
  readonly case: string;
  readonly facts: readonly ClinicalFact[];
  readonly m1: Readonly<Record<Systems, unknown>>;
  readonly tnm9: readonly [string, string];
  readonly oligometastatic: boolean;
}

const diagnosed = (...facts: ClinicalFact[]): ClinicalFact[] => [histology(), staging('T3', 'N2', 'M1'), ...facts];
const M1A = ['M1a', 'IVA'] as const;
const M1B = ['M1b', 'IVB'] as const;

const EXAMPLES: readonly Example[] = [
  {
    case: 'V01: a solitary lung metastasis',
    facts: diagnosed(chart([group('lung')]), sample(1800)),
    m1: {
      SHEN15: 'M1a',
      SHEN16: 'M1a',
      TIAN16: 'M1a',
      ZOU17: 'M1a',
      SUN19: NOT_BONE_ONLY,
      ZHENG20: open(['M1a', 'M1c'], ZHENG),
      YANG21: 'low',
      CHAN24: 'M1a',
      'CHAN25-2': 'M1a',
      QIU22: QIU_OPEN,
      YAO23: 'low',
    },
    tnm9: M1A,
    oligometastatic: true,
  },
  {
    case: 'V03: three bone lesions, EBV DNA exactly 25,000, not yet treated',
    facts: diagnosed(
      chart([group('bone', 1, { id: 'T8' }), group('bone', 1, { id: 'L3' }), group('bone', 1, { id: 'ilium' })]),
      sample(25_000),
    ),
    m1: {
      SHEN15: 'M1b',
      SHEN16: 'M1b',
      TIAN16: 'M1a',
      ZOU17: ZOU_OPEN,
      SUN19: open(['intermediate', 'low'], 'EBV DNA after palliative chemotherapy'),
      ZHENG20: ZHENG_OPEN,
      YANG21: 'low',
      CHAN24: 'M1a',
      'CHAN25-2': 'M1b',
      QIU22: QIU_OPEN,
      YAO23: 'low',
    },
    tnm9: M1A,
    oligometastatic: true,
  },
  {
    case: 'V04: three bone lesions, EBV DNA cleared after six cycles',
    facts: diagnosed(
      chart([group('bone', 3)]),
      sample(16_000, { on: day(5) }),
      started(5),
      sample(8_000, { on: day(12) }),
      cycles(120, 6),
      sample('nd', { on: day(130) }),
    ),
    m1: {
      SHEN15: 'M1b',
      SHEN16: 'M1b',
      TIAN16: 'M1a',
      ZOU17: ZOU_OPEN,
      SUN19: 'low',
      ZHENG20: ZHENG_OPEN,
      YANG21: 'low',
      CHAN24: 'M1a',
      'CHAN25-2': 'M1b',
      QIU22: QIU_OPEN,
      YAO23: 'low',
    },
    tnm9: M1A,
    oligometastatic: true,
  },
  {
    case: 'V07: six lung lesions, EBV DNA exactly 62,000',
    facts: diagnosed(chart([group('lung', 6)]), sample(62_000)),
    m1: {
      SHEN15: 'M1b',
      SHEN16: 'M1b',
      TIAN16: OVERLAP,
      ZOU17: 'M1b',
      SUN19: NOT_BONE_ONLY,
      ZHENG20: open(['M1b', 'M1c'], ZHENG),
      YANG21: 'high',
      CHAN24: 'M1a',
      'CHAN25-2': 'M1b',
      QIU22: QIU_OPEN,
      YAO23: open(['high', 'intermediate'], 'rule undefined at exactly 62,000 copies/mL'),
    },
    tnm9: M1B,
    oligometastatic: false,
  },
  {
    case: 'V10: two lung lesions, no baseline EBV DNA',
    facts: diagnosed(chart([group('lung', 2)])),
    m1: {
      SHEN15: 'M1b',
      SHEN16: 'M1b',
      TIAN16: 'M1a',
      ZOU17: ZOU_OPEN,
      SUN19: NOT_BONE_ONLY,
      ZHENG20: open(['M1a', 'M1b', 'M1c'], BASELINE, ZHENG, OLIGO),
      YANG21: open(['intermediate', 'low'], BASELINE),
      CHAN24: 'M1a',
      'CHAN25-2': open(['M1a', 'M1b'], BASELINE),
      QIU22: open(['M1a', 'M1b', 'M1c'], PPS, BASELINE),
      YAO23: 'low',
    },
    tnm9: M1A,
    oligometastatic: true,
  },
  {
    case: 'V13: three lung lesions, EBV DNA 40,000, three cycles given',
    facts: diagnosed(chart([group('lung', 3)]), sample(40_000), started(2), cycles(50, 3), sample('nd', { on: day(64) })),
    m1: {
      SHEN15: 'M1b',
      SHEN16: 'M1b',
      TIAN16: 'M1a',
      ZOU17: ZOU_OPEN,
      SUN19: NOT_BONE_ONLY,
      ZHENG20: ZHENG_OPEN,
      YANG21: 'intermediate',
      CHAN24: 'M1a',
      'CHAN25-2': 'M1b',
      QIU22: QIU_OPEN,
      YAO23: 'low',
    },
    tnm9: M1A,
    oligometastatic: true,
  },
  {
    case: 'V15: seven lung lesions, EBV DNA 70,000',
    facts: diagnosed(chart([group('lung', 7)]), sample(70_000, { on: day(3) }), started(3), sample(52_000, { on: day(10) })),
    m1: {
      SHEN15: 'M1b',
      SHEN16: 'M1b',
      TIAN16: OVERLAP,
      ZOU17: 'M1b',
      SUN19: NOT_BONE_ONLY,
      ZHENG20: open(['M1b', 'M1c'], ZHENG),
      YANG21: 'high',
      CHAN24: 'M1a',
      'CHAN25-2': 'M1b',
      QIU22: QIU_OPEN,
      YAO23: 'high',
    },
    tnm9: M1B,
    oligometastatic: false,
  },
  {
    case: 'V17: a new liver lesion under treatment leaves the classes of diagnosis alone',
    facts: diagnosed(
      chart([group('bone', 2), group('lung')]),
      sample(30_000),
      started(4),
      cycles(74, 4),
      chart([group('bone', 2), group('lung'), group('liver')], {}, 93),
    ),
    m1: {
      SHEN15: 'M1b',
      SHEN16: 'M1c',
      TIAN16: OVERLAP,
      ZOU17: ZOU_OPEN,
      SUN19: NOT_BONE_ONLY,
      ZHENG20: ZHENG_OPEN,
      YANG21: 'high',
      CHAN24: 'M1a',
      'CHAN25-2': 'M1b',
      QIU22: QIU_OPEN,
      YAO23: 'low',
    },
    tnm9: M1A,
    oligometastatic: true,
  },
  {
    case: 'V19: a single liver metastasis',
    facts: diagnosed(chart([group('liver')]), sample(31_000)),
    m1: {
      SHEN15: 'M1b',
      SHEN16: 'M1a',
      TIAN16: 'M1a',
      ZOU17: 'M1c',
      SUN19: NOT_BONE_ONLY,
      ZHENG20: open(['M1a', 'M1d'], ZHENG),
      YANG21: 'intermediate',
      CHAN24: 'M1a',
      'CHAN25-2': 'M1b',
      QIU22: open(['M1b', 'M1c'], PPS, QIU),
      YAO23: 'intermediate',
    },
    tnm9: M1A,
    oligometastatic: true,
  },
  {
    case: 'V20: five lung lesions and one of bone',
    facts: diagnosed(chart([group('lung', 5), group('bone')]), sample(48_000)),
    m1: {
      SHEN15: 'M1b',
      SHEN16: 'M1c',
      TIAN16: 'M1b',
      ZOU17: 'M1b',
      SUN19: NOT_BONE_ONLY,
      ZHENG20: open(['M1b', 'M1c'], ZHENG),
      YANG21: 'high',
      CHAN24: 'M1a',
      'CHAN25-2': 'M1b',
      QIU22: QIU_OPEN,
      YAO23: 'intermediate',
    },
    tnm9: M1B,
    oligometastatic: false,
  },
  {
    case: 'V22: an ablated lung lesion still counts, and EBV DNA of 2,501 is above 2,500',
    facts: diagnosed(
      chart([group('lung')]),
      sample(2501),
      { type: 'LocalTherapyDelivered', on: day(8), modality: 'rfa', lesions: ['lung-1'] },
      started(22),
      sample('nd', { on: day(85) }),
    ),
    m1: {
      SHEN15: 'M1a',
      SHEN16: 'M1a',
      TIAN16: 'M1a',
      ZOU17: 'M1a',
      SUN19: NOT_BONE_ONLY,
      ZHENG20: open(['M1a', 'M1c'], ZHENG),
      YANG21: 'low',
      CHAN24: 'M1a',
      'CHAN25-2': 'M1b',
      QIU22: QIU_OPEN,
      YAO23: 'low',
    },
    tnm9: M1A,
    oligometastatic: true,
  },
  {
    case: 'V24: an EBER-negative tumour, EBV DNA in IU/mL, lung and bone',
    facts: [
      histology('negative'),
      staging('T3', 'N1', 'M1'),
      chart([group('lung'), group('bone')]),
      sample(3000, { unit: 'IU/mL', assay: 'LabB-EBNA1' }),
      started(4),
    ],
    m1: {
      SHEN15: 'M1b',
      SHEN16: 'M1c',
      TIAN16: OVERLAP,
      ZOU17: ZOU_OPEN,
      SUN19: NOT_BONE_ONLY,
      ZHENG20: EBER_NEGATIVE,
      YANG21: 'high',
      CHAN24: 'M1a',
      'CHAN25-2': EBER_NEGATIVE,
      QIU22: { possible: ['M1a'], missing: [PPS], mayNotApply: 'EBER-negative: EBV DNA rules do not apply' },
      YAO23: 'low',
    },
    tnm9: M1A,
    oligometastatic: true,
  },
];

describe('the example cases', () => {
  it.each(EXAMPLES)('$case', (example) => {
    const { m1, stage, oligometastatic, alerts } = read(example.facts);
    const expected: Record<string, unknown> = { ...example.m1, JIANG16: SVM, 'CHAN25-1': example.m1.CHAN24 };
    expect(Object.fromEntries(Object.entries(m1).map(([id, finding]) => [id, short(finding)]))).toEqual(expected);
    expect([short(stage['TNM-9'].m), short(stage['TNM-9'].group)]).toEqual(example.tnm9);
    expect([short(stage['TNM-8'].m), short(stage['TNM-8'].group)]).toEqual(['M1', 'IVB']);
    for (const max of [3, 4, 5] as const) expect(short(oligometastatic(max)), `limit ${max}`).toBe(example.oligometastatic);
    expect(alerts).toEqual([]);
  });
});
