import { type FactOf, parseFact } from '@tumor-board/oncology';
import { describe, expect, it } from 'vitest';
import { factText } from './fact-text.js';

const says = (fact: Record<string, unknown>): string => factText({ ...parseFact({ on: '2025-01-06', ...fact }), id: 'f' } as FactOf);

const LESION = { id: 'M1', organ: 'bone', count: 2, countIsExact: true, certainty: 'definite' };
const IMAGED = { liver: true, lung: true, bone: true, distantNode: true };
const target = (changes: object) => ({ lesion: 'NP', organ: 'nasopharynx', kind: 'non-nodal', state: 'measured', mm: 34, ...changes });
const SAMPLE = { type: 'EbvDnaMeasured', unit: 'copies/mL', assay: 'LabA', specimen: 'plasma' };

describe('what a fact says in one line', () => {
  it.each([
    [{ type: 'HistologyReported', histology: 'keratinising', eber: 'negative' }, 'keratinising, EBER negative'],
    [{ type: 'StagingRecorded', edition: 'TNM-9', t: 'T3', n: 'N2', m: 'M1a' }, 'T3 N2 M1a (TNM-9)'],
    [
      { type: 'StagingRecorded', edition: 'TNM-9', t: 'T1', n: 'N3', m: 'M0', advancedExtranodalExtension: true },
      'T1 N3 M0 (TNM-9), advanced extranodal extension',
    ],
    [
      {
        type: 'MetastasesCharted',
        lesions: [
          { ...LESION, site: 'L3', sizeMm: 22, boneType: 'lytic' },
          { ...LESION, id: 'M2', organ: 'liver', countIsExact: false, certainty: 'equivocal' },
        ],
        organsImaged: { ...IMAGED, lung: false, other: false },
      },
      'M1: 2 in bone (L3), 22 mm, lytic, definite; M2: at least 2 in liver, equivocal; not imaged: lung, other organs',
    ],
    [{ type: 'MetastasesCharted', lesions: [], organsImaged: IMAGED }, 'no distant lesion'],
    [{ ...SAMPLE, result: 'quantified', value: 1800, limitOfDetection: 20 }, '1800 copies/mL, plasma, LabA, limit of detection 20'],
    [
      { ...SAMPLE, result: 'below-quantification', limitOfQuantification: 60 },
      'below quantification (copies/mL), plasma, LabA, limit of quantification 60',
    ],
    [{ ...SAMPLE, result: 'undetectable' }, 'undetectable (copies/mL), plasma, LabA'],
    [{ type: 'PerformanceStatusRecorded', ecog: 2 }, 'ECOG 2'],
    [
      { type: 'FitnessRecorded', creatinineClearanceMlMin: 42, dpyd: 'partial', organTransplant: true, pregnant: false },
      'creatinine clearance 42 mL/min, DPYD partial, organ transplant yes, pregnant no',
    ],
    [{ type: 'FitnessRecorded' }, 'no item given'],
    [
      { type: 'SystemicTherapyStarted', line: 1, regimen: 'GP', agents: ['gemcitabine', 'cisplatin'], plannedCycles: 6 },
      'line 1, gemcitabine + cisplatin, 6 cycles planned',
    ],
    [{ type: 'SystemicTherapyStarted', line: 2, regimen: 'trial', agents: [] }, 'line 2, trial'],
    [{ type: 'SystemicTherapyCyclesCompleted', cycles: 1 }, '1 cycle completed in the line'],
    [{ type: 'SystemicTherapyEnded', reason: 'toxicity' }, 'systemic therapy ended: toxicity'],
    [
      { type: 'RadiotherapyDelivered', target: 'locoregional', doseGy: 70, fractions: 33, concurrent: 'cisplatin' },
      'locoregional radiotherapy, 70 Gy in 33 fractions, with cisplatin',
    ],
    [
      { type: 'RadiotherapyDelivered', target: 'metastasis', doseGy: 24, fractions: 1, lesions: ['M1'] },
      'metastasis radiotherapy, 24 Gy in 1 fraction, to M1',
    ],
    [
      { type: 'LocalTherapyDelivered', modality: 'sbrt', lesions: ['M1', 'M2'], doseGy: 50, fractions: 5 },
      'sbrt of M1, M2, 50 Gy, 5 fractions',
    ],
    [
      { type: 'BaselineLesionsMeasured', modality: 'ct', targets: [target({})], nonTarget: 'present' },
      'NP 34 mm, non-target disease present',
    ],
    [{ type: 'BaselineLesionsMeasured', modality: 'ct', targets: [], nonTarget: 'none' }, 'no target, non-target disease none'],
    [
      {
        type: 'ResponseAssessed',
        modality: 'ct',
        targets: [
          target({ state: 'absent', mm: 0 }),
          target({ lesion: 'A', state: 'too-small', mm: undefined }),
          target({ lesion: 'B', state: 'not-evaluated', mm: undefined }),
        ],
        nonTarget: 'PD',
        newLesions: [
          { lesion: 'N1', organ: 'liver', mm: 12, unequivocal: true },
          { lesion: 'N2', organ: 'lung', unequivocal: false },
        ],
        clinicallyStable: false,
      },
      'NP gone, A too small to measure, B not evaluated, non-target PD, new: N1 in liver 12 mm, N2 in lung (equivocal), clinically not stable',
    ],
    [
      { type: 'AdverseEventRecorded', term: 'Pneumonitis', grade: 3, immuneRelated: true, attributedTo: 'toripalimab', resolvedToGrade: 1 },
      'Pneumonitis, grade 3, immune-related, attributed to toripalimab, now grade 1',
    ],
    [
      { type: 'ExternalScoreReported', system: 'QIU22', item: 'pps', value: 'low', reportedBy: 'Centre X' },
      'Centre X reported pps low for QIU22',
    ],
    [{ type: 'PatientPreferenceRecorded', declines: ['radiotherapy'], note: 'because of Mr Example' }, 'declines radiotherapy'],
    [{ type: 'PatientPreferenceRecorded', declines: [] }, 'declines nothing'],
    [{ type: 'DeathRecorded', cause: 'known to Mr Example' }, 'died'],
  ])('%o', (fact, text) => {
    expect(says(fact)).toBe(text);
  });
});
