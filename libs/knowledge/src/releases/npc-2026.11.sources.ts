import { type EvidenceSource, source } from '../evidence/evidence-source.js';

/** What has been published since the review and bears on the pathway. Only what was read in the source is settled. */
export const SOURCES_SINCE_2023: readonly EvidenceSource[] = [
  source({
    id: 'jupiter-02-final',
    citation: 'JUPITER-02, final analysis. JAMA 2023;330 (PMC10685882)',
    design: 'randomised',
    population: 'recurrent or metastatic, first line',
    note: 'Toripalimab with GP: PFS 21.4 against 8.2 months, HR 0.52 (0.37–0.73); OS HR 0.63 (0.45–0.89); maintenance at most two years.',
    confidence: 'V',
  }),
  source({
    id: 'ak105-304',
    citation: 'AK105-304, as in the FDA label of penpulimab-kcqx, 23 April 2025',
    design: 'randomised',
    population: 'recurrent or metastatic, first line, non-keratinising',
    note: 'Penpulimab with gemcitabine and cisplatin or carboplatin, n=291: PFS 9.6 against 7.0 months, HR 0.45 (0.33–0.62).',
    confidence: 'V',
  }),
  source({
    id: 'rationale-309-2023',
    citation: 'RATIONALE-309. Cancer Cell 2023;41:1061',
    design: 'randomised',
    population: 'recurrent or metastatic, first line',
    note: 'Tislelizumab with GP, interim analysis: PFS HR 0.52 (0.38–0.73). Final survival was not found in a source that could be read.',
    confidence: 'V',
  }),
  source({
    id: 'toripalimab-approval',
    citation: 'FDA approval of toripalimab-tpzi, 2023 (27 October by one source, November by another); EC approval September 2024',
    design: 'label',
    population: 'recurrent or metastatic',
    note: 'First line with gemcitabine and cisplatin. The sources disagree about the day of the FDA approval.',
    confidence: 'K',
  }),
  source({
    id: 'nccn-2025',
    citation: 'NCCN Head and Neck Cancers, version 1.2025, as a third party reports it',
    design: 'guideline',
    population: 'metastatic',
    note: 'GP with toripalimab preferred in first line; carboplatin where cisplatin is unfit. No text of the guideline is held.',
    confidence: '?',
  }),
  source({
    id: 'huang-2024',
    citation: 'Huang S et al. Radiother Oncol 2024 (NCT03129412)',
    design: 'single-arm',
    population: '51 with oligometastatic disease',
    note: 'Locoregional radiotherapy with local therapy to the metastases: OS 53.9 and PFS 24.2 months.',
    confidence: 'V',
  }),
  source({
    id: 'chen-2024-lrrt',
    citation: 'Chen Y et al. Sci Rep 2024;14:3950',
    design: 'retrospective',
    population: '90 under chemo-immunotherapy',
    note: 'Locoregional radiotherapy helped the high-risk group of its nomogram (HR 2.46, 1.01–6.00), not the low-risk one: the opposite of the chemotherapy era.',
    confidence: 'V',
  }),
  source({
    id: 'nct07235319',
    citation:
      'NCT07235319: immediate against salvage locoregional radiotherapy after chemotherapy and anti-PD-1, phase 3, start 20 November 2025',
    design: 'randomised',
    population: 'de novo metastatic with CR or PR after four to six cycles',
    note: 'Non-inferiority, 260 patients planned. No result: it shows that the place of locoregional radiotherapy after chemo-immunotherapy is unsettled.',
    confidence: 'V',
  }),
];
