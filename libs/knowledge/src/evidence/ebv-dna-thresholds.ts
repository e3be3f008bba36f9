import { M1_SUBDIVISIONS, type M1System } from '@tumor-board/oncology';
import type { Confidence } from './evidence-source.js';

/** A level of plasma EBV DNA that a study drew a line at, by its own assay. */
export interface EbvDnaThreshold {
  readonly copiesPerMl: number;
  /** What lies on the other side of the line. */
  readonly separates: string;
  readonly setting: 'metastatic' | 'detection of metastases' | 'not metastatic';
  /** Id among the sources. */
  readonly source: string;
  /** The subdivision whose rule reads it, where there is one. */
  readonly system?: M1System;
  readonly confidence: Confidence;
  readonly verified: boolean;
}

/** Baseline EBV DNA, copies/mL of plasma, up to which a retrospective series saw a gain from capecitabine maintenance (review, ref 62). */
export const CAPECITABINE_EBV_DNA_AT_MOST = 30_000;

const OF_SUBDIVISIONS: readonly EbvDnaThreshold[] = M1_SUBDIVISIONS.flatMap(({ id, evidence, ebvDnaCutOff, inputs }) =>
  ebvDnaCutOff === undefined
    ? []
    : [
        {
          copiesPerMl: ebvDnaCutOff,
          separates: `classes of ${id} (reads ${inputs.join(', ')})`,
          setting: 'metastatic' as const,
          source: evidence,
          system: id,
          confidence: id === 'CHAN25-2' ? ('S' as const) : ('V' as const),
          verified: true,
        },
      ],
);

const OF_OTHER_STUDIES: readonly EbvDnaThreshold[] = [
  {
    copiesPerMl: 1_500,
    separates: 'better from worse prognosis',
    setting: 'not metastatic',
    source: 'jin-2017',
    confidence: 'V',
    verified: true,
  },
  {
    copiesPerMl: 4_000,
    separates: 'better from worse prognosis',
    setting: 'not metastatic',
    source: 'pmc4748899',
    confidence: 'V',
    verified: true,
  },
  {
    copiesPerMl: 14_650,
    separates: 'lower from higher risk of distant metastasis at diagnosis (at or above)',
    setting: 'detection of metastases',
    source: 'chen-2021-m1-risk',
    confidence: 'V',
    verified: true,
  },
  {
    copiesPerMl: 20_000,
    separates: 'who could enter a trial of adjuvant capecitabine',
    setting: 'not metastatic',
    source: 'miao-2022',
    confidence: 'V',
    verified: true,
  },
  {
    copiesPerMl: CAPECITABINE_EBV_DNA_AT_MOST,
    separates: 'who gained from capecitabine maintenance after locoregional radiotherapy (at most)',
    setting: 'metastatic',
    source: 'sun-2020-capecitabine',
    confidence: 'S',
    verified: true,
  },
];

/**
 * Every published level of EBV DNA in copies/mL of plasma, lowest first. Each holds for the assay of its study; there is no
 * level that holds for all.
 */
export const EBV_DNA_THRESHOLDS: readonly EbvDnaThreshold[] = [...OF_SUBDIVISIONS, ...OF_OTHER_STUDIES].sort(
  (a, b) => a.copiesPerMl - b.copiesPerMl,
);
