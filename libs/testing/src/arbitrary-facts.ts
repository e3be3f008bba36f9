import { type CaseFile, type Fact, parseCaseFile } from '@tumor-board/oncology';
import fc from 'fast-check';

const START = Date.UTC(2025, 0, 1);
const dayText = (day: number): string => new Date(START + day * 86_400_000).toISOString().slice(0, 10);
const arbitraryDay = fc.integer({ min: 0, max: 700 }).map(dayText);

const millimetres = fc.oneof(
  fc.integer({ min: 0, max: 120 }),
  fc.integer({ min: 0, max: 1200 }).map((tenths) => tenths / 10),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const LESION_IDS = ['NP', 'NodeR', 'LungA', 'LungB', 'Liver1'];
const target = fc.constantFrom(...LESION_IDS).chain((lesion) =>
  fc
    .oneof(
      millimetres.map((mm) => ({ state: 'measured' as const, mm })),
      fc.constant({ state: 'absent' as const }),
      fc.constant({ state: 'too-small' as const }),
      fc.constant({ state: 'not-evaluated' as const }),
    )
    .map((measured) => ({
      lesion,
      organ: lesion === 'NP' ? 'nasopharynx' : lesion === 'NodeR' ? 'regional-node' : lesion.startsWith('Lung') ? 'lung' : 'liver',
      kind: lesion === 'NodeR' ? ('node' as const) : ('non-nodal' as const),
      ...measured,
    })),
);
const targets = fc.uniqueArray(target, { selector: (item) => item.lesion, maxLength: 5 });

const lesions = fc.uniqueArray(
  fc.record(
    {
      id: fc.constantFrom('M1', 'M2', 'M3'),
      organ: fc.constantFrom('liver', 'lung', 'bone', 'distant-node', 'other'),
      site: fc.constantFrom('left', 'right', 'skin'),
      sizeMm: millimetres,
      count: fc.integer({ min: 1, max: 8 }),
      countIsExact: fc.boolean(),
      certainty: fc.constantFrom('definite', 'probable', 'equivocal'),
    },
    { requiredKeys: ['id', 'organ', 'count', 'countIsExact', 'certainty'] },
  ),
  { selector: (lesion) => lesion.id, maxLength: 3 },
);

const ebvDna = fc.record({
  assay: fc.constantFrom('LabA-BamHIW', 'LabB-EBNA1'),
  unit: fc.constantFrom('copies/mL', 'copies/mL', 'IU/mL'),
  specimen: fc.constantFrom('plasma', 'plasma', 'serum'),
  outcome: fc.oneof(
    fc.constantFrom(20, 21, 2_500, 2_501, 25_000, 25_001, 62_000, 62_001).map((value) => ({ result: 'quantified' as const, value })),
    fc.integer({ min: 1, max: 200_000 }).map((value) => ({ result: 'quantified' as const, value })),
    fc.constantFrom({ result: 'undetectable' as const }, { result: 'below-quantification' as const }),
  ),
  limitOfDetection: maybe(fc.constant(20)),
});

const PD1 = [['gemcitabine', 'cisplatin', 'toripalimab'], ['gemcitabine', 'cisplatin'], ['capecitabine'], ['toripalimab']];

/** A clinical fact of any type, valid by itself, dated in 2025 or 2026. Without an id. */
export const arbitraryClinicalFact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({
    type: fc.constant('HistologyReported' as const),
    on: arbitraryDay,
    histology: fc.constantFrom('non-keratinising-undifferentiated', 'keratinising'),
    eber: fc.constantFrom('positive', 'positive', 'negative', 'unknown'),
  }),
  fc.record({
    type: fc.constant('StagingRecorded' as const),
    on: arbitraryDay,
    edition: fc.constantFrom('TNM-8', 'TNM-9'),
    t: fc.constantFrom('TX', 'T0', 'T1', 'T2', 'T3', 'T4'),
    n: fc.constantFrom('NX', 'N0', 'N1', 'N2', 'N3'),
    m: fc.constantFrom('M0', 'M1', 'M1'),
    advancedExtranodalExtension: maybe(fc.boolean()),
  }),
  fc.record({
    type: fc.constant('MetastasesCharted' as const),
    on: arbitraryDay,
    lesions,
    organsImaged: fc.record({ liver: fc.boolean(), lung: fc.boolean(), bone: fc.boolean(), distantNode: fc.boolean() }),
  }),
  fc.tuple(arbitraryDay, ebvDna).map(([on, { outcome, ...sample }]) => ({ type: 'EbvDnaMeasured' as const, on, ...sample, ...outcome })),
  fc.record({ type: fc.constant('PerformanceStatusRecorded' as const), on: arbitraryDay, ecog: fc.constantFrom(0, 1, 2, 3, 4) }),
  fc.record({
    type: fc.constant('FitnessRecorded' as const),
    on: arbitraryDay,
    creatinineClearanceMlMin: maybe(fc.integer({ min: 20, max: 120 })),
    hearingLossGrade: maybe(fc.integer({ min: 0, max: 3 })),
    organTransplant: maybe(fc.boolean()),
    dpyd: maybe(fc.constantFrom('normal', 'partial', 'deficient')),
    autoimmuneDisease: maybe(fc.constantFrom('none', 'controlled', 'active')),
  }),
  fc.record({
    type: fc.constant('SystemicTherapyStarted' as const),
    on: arbitraryDay,
    line: fc.integer({ min: 1, max: 2 }),
    regimen: fc.constant('regimen'),
    agents: fc.constantFrom(...PD1),
  }),
  fc.record({ type: fc.constant('SystemicTherapyCyclesCompleted' as const), on: arbitraryDay, cycles: fc.integer({ min: 0, max: 7 }) }),
  fc.record({
    type: fc.constant('SystemicTherapyEnded' as const),
    on: arbitraryDay,
    reason: fc.constantFrom('completed', 'toxicity', 'progression', 'patient-choice', 'other'),
  }),
  fc.record({
    type: fc.constant('RadiotherapyDelivered' as const),
    on: arbitraryDay,
    target: fc.constantFrom('locoregional', 'metastasis'),
    doseGy: fc.integer({ min: 8, max: 74 }),
    fractions: fc.integer({ min: 1, max: 35 }),
  }),
  fc.record({
    type: fc.constant('LocalTherapyDelivered' as const),
    on: arbitraryDay,
    modality: fc.constantFrom('rfa', 'sbrt'),
    lesions: fc.constant(['M1']),
  }),
  fc.record({
    type: fc.constant('BaselineLesionsMeasured' as const),
    on: arbitraryDay,
    modality: fc.constant('ct'),
    targets,
    nonTarget: fc.constantFrom('present', 'none'),
  }),
  fc.record({
    type: fc.constant('ResponseAssessed' as const),
    on: arbitraryDay,
    modality: fc.constant('ct'),
    targets,
    nonTarget: fc.constantFrom('CR', 'non-CR/non-PD', 'PD', 'NE', 'none'),
    newLesions: fc.uniqueArray(
      fc.record({
        lesion: fc.constantFrom('N1', 'N2'),
        organ: fc.constantFrom('liver', 'bone'),
        mm: maybe(millimetres),
        unequivocal: fc.boolean(),
      }),
      { selector: (lesion) => lesion.lesion, maxLength: 2 },
    ),
    clinicallyStable: maybe(fc.boolean()),
    nonTargetFurtherGrowth: maybe(fc.boolean()),
  }),
  fc.record({
    type: fc.constant('AdverseEventRecorded' as const),
    on: arbitraryDay,
    term: fc.constantFrom('pneumonitis', 'hypothyroidism', 'peripheral neuropathy', 'hearing impaired'),
    grade: fc.constantFrom(1, 2, 3, 4, 5),
    immuneRelated: fc.boolean(),
    resolvedToGrade: maybe(fc.integer({ min: 0, max: 2 })),
  }),
  fc.record({
    type: fc.constant('ExternalScoreReported' as const),
    on: arbitraryDay,
    system: fc.constantFrom('JIANG16', 'QIU22', 'ZHENG20', 'ZOU17'),
    item: fc.constantFrom('class', 'pps', 'ebv-level', 'oligometastatic'),
    value: fc.constantFrom('M1a', 'M1b', 'low', 'high', 'yes', 'no', 3),
    reportedBy: fc.constant('Centre'),
  }),
  fc.record({
    type: fc.constant('PatientPreferenceRecorded' as const),
    on: arbitraryDay,
    declines: fc.subarray(['radiotherapy', 'chemotherapy', 'cisplatin', 'ablation']),
  }),
) as fc.Arbitrary<Fact>;

/** Facts of a case in the order of recording, with corrections and retractions of earlier ones among them; every id is given. */
export const arbitraryFacts = (constraints: { minLength?: number; maxLength?: number } = {}): fc.Arbitrary<Fact[]> =>
  fc
    .array(fc.tuple(arbitraryClinicalFact, fc.nat(), fc.integer({ min: 0, max: 9 }), arbitraryClinicalFact), {
      maxLength: 25,
      ...constraints,
    })
    .map((drawn) => {
      const facts: Fact[] = [];
      const standing: { id: string; type: string }[] = [];
      for (const [fact, pick, kind, other] of drawn) {
        const id = `f${facts.length + 1}`;
        const named = standing[pick % Math.max(standing.length, 1)];
        if (kind === 0 && named !== undefined) {
          facts.push({ type: 'FactRetracted', id, on: dayText(701), retracts: named.id, reason: 'wrong patient' });
          standing.splice(standing.indexOf(named), 1);
        } else if (
          kind === 1 &&
          named !== undefined &&
          other.type === named.type &&
          other.type !== 'FactCorrected' &&
          other.type !== 'FactRetracted'
        ) {
          facts.push({ type: 'FactCorrected', id, on: dayText(701), corrects: named.id, reason: 'typing error', replacement: other });
        } else {
          facts.push({ ...fact, id });
          standing.push({ id, type: fact.type });
        }
      }
      return facts;
    });

/** A whole valid case file. */
export const arbitraryCase = (constraints: { minLength?: number; maxLength?: number } = {}): fc.Arbitrary<CaseFile> =>
  arbitraryFacts(constraints).map((facts) =>
    parseCaseFile({ format: 'tumor-board-case/1', reference: 'arbitrary', patient: { ageYears: 52, sex: 'female' }, facts }),
  );
