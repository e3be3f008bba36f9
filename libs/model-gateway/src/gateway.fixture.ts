import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { type Fact, parseCaseFile } from '@tumor-board/oncology';
import { type Opinion, type PanelInput, panelInput, SPECIALTIES, specialistOpinion } from '@tumor-board/specialists';

const on = '2025-01-06';

/** A case after six cycles of the first line with a response and an adverse event whose term anybody may have written. */
export const factsWith = (term = 'mucositis', more: readonly Fact[] = []): Fact[] => [
  { type: 'HistologyReported', id: 'histology', on, histology: 'non-keratinising-undifferentiated', eber: 'positive' },
  { type: 'PerformanceStatusRecorded', id: 'ecog', on, ecog: 1 },
  { type: 'StagingRecorded', id: 'staging', on, edition: 'TNM-8', t: 'T3', n: 'N2', m: 'M1' },
  {
    type: 'MetastasesCharted',
    id: 'chart',
    on,
    lesions: [{ id: 'M1', organ: 'lung', sizeMm: 15, count: 2, countIsExact: true, certainty: 'definite' }],
    organsImaged: { liver: true, lung: true, bone: true, distantNode: true },
  },
  { type: 'FitnessRecorded', id: 'fitness', on, creatinineClearanceMlMin: 42, hearingLossGrade: 2, dpyd: 'normal' },
  { type: 'EbvDnaMeasured', id: 'e0', on, result: 'quantified', value: 20_000, unit: 'copies/mL', assay: 'A', specimen: 'plasma' },
  { type: 'SystemicTherapyStarted', id: 'start', on: '2025-01-13', line: 1, regimen: 'GP', agents: ['gemcitabine', 'cisplatin'] },
  { type: 'SystemicTherapyCyclesCompleted', id: 'cycles', on: '2025-05-10', cycles: 6 },
  { type: 'AdverseEventRecorded', id: 'event', on: '2025-05-12', term, grade: 3, immuneRelated: false },
  ...more,
];

/** The panel's input for facts. */
export const inputOf = (facts: readonly Fact[], reference = 'P-0001'): PanelInput =>
  panelInput(
    parseCaseFile({ format: 'tumor-board-case/1', reference, patient: { ageYears: 46, sex: 'male' }, facts }),
    knowledgeRelease('npc-2026.11'),
    sitePolicy(),
  );

/** What the specialists say of a case. */
export const opinionsOn = (input: PanelInput): readonly Opinion[] => SPECIALTIES.map((discipline) => specialistOpinion(discipline, input));
