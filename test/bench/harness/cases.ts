import { type CaseFile, parseCaseFile } from '@tumor-board/oncology';

/** Numbers that look random and are the same for the same seed, from 0 up to 1 (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Written = Readonly<Record<string, unknown> & { type: string; on: string }>;

const DAY_MS = 86_400_000;
const START = Date.UTC(2024, 0, 8);
const dayText = (day: number): string => new Date(START + day * DAY_MS).toISOString().slice(0, 10);

/** A course of disease and treatment, fact after fact, for ever. */
function* course(random: () => number): Generator<Written> {
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const oneOf = <Value>(values: readonly [Value, ...Value[]]): Value => values[between(0, values.length - 1)] ?? values[0];
  let day = between(0, 300);
  const dated = <Facts extends { type: string }>(given: Facts, later = 0): Written => ({ ...given, on: dayText(day + later) });
  const ebvDna = (value: number, later = 0): Written =>
    dated(
      {
        type: 'EbvDnaMeasured',
        ...(value < 20 ? { result: 'undetectable' } : { result: 'quantified', value: Math.round(value) }),
        unit: 'copies/mL',
        assay: 'BamHI-W qPCR',
        laboratory: 'central',
        limitOfDetection: 20,
        specimen: 'plasma',
      },
      later,
    );
  const fitness = (later = 0): Written =>
    dated(
      {
        type: 'FitnessRecorded',
        creatinineClearanceMlMin: between(45, 110),
        neutrophilsE9L: between(12, 60) / 10,
        plateletsE9L: between(90, 300),
        hemoglobinGL: between(95, 150),
        bilirubinUln: 0.6,
        altUln: 0.8,
        hbsAg: 'negative',
      },
      later,
    );

  const lesions = Array.from({ length: between(1, 6) }, (_, index) => ({
    id: `M${index + 1}`,
    organ: oneOf(['liver', 'lung', 'bone', 'distant-node']),
    site: `site ${index + 1}`,
    sizeMm: between(8, 60),
    count: 1,
    countIsExact: true,
    certainty: random() < 0.8 ? 'definite' : 'probable',
  }));
  const measured = lesions.filter((lesion) => lesion.organ !== 'bone' && lesion.sizeMm >= 15).slice(0, 2);
  const targets = (scale: number) => [
    { lesion: 'NP', organ: 'nasopharynx', kind: 'non-nodal', state: 'measured', mm: Math.round(40 * scale) },
    { lesion: 'NodeR', organ: 'regional-node', kind: 'node', state: 'measured', mm: Math.round(26 * scale) },
    ...measured.map(({ id, organ, sizeMm }) =>
      organ === 'distant-node'
        ? { lesion: id, chartedAs: id, organ, kind: 'node', state: 'measured', mm: Math.round(sizeMm * scale) }
        : { lesion: id, chartedAs: id, organ, kind: 'non-nodal', state: 'measured', mm: Math.round(sizeMm * scale) },
    ),
  ];
  const scan = (scale: number): Written =>
    dated({
      type: 'ResponseAssessed',
      modality: 'CT',
      targets: targets(scale),
      nonTarget: 'non-CR/non-PD',
      newLesions: [],
      reported: 'Smaller, no new lesion',
    });

  yield dated({ type: 'HistologyReported', histology: 'non-keratinising-undifferentiated', eber: 'positive' });
  yield dated({ type: 'PerformanceStatusRecorded', ecog: between(0, 1) });
  day += 4;
  const t = oneOf(['T1', 'T2', 'T3', 'T4']);
  const n = oneOf(['N1', 'N2', 'N3']);
  yield dated({ type: 'StagingRecorded', edition: 'TNM-8', t, n, m: 'M1' });
  yield dated({ type: 'StagingRecorded', edition: 'TNM-9', t, n, m: 'M1', advancedExtranodalExtension: random() < 0.3 });
  yield dated({
    type: 'MetastasesCharted',
    lesions,
    organsImaged: { liver: true, lung: true, bone: true, distantNode: true, other: true },
  });
  day += 2;
  let load = 500 * 10 ** (random() * 2.5);
  yield ebvDna(load);
  yield fitness();
  yield dated({ type: 'BaselineLesionsMeasured', modality: 'CT', targets: targets(1), nonTarget: 'present' });
  day += 5;
  let scale = 1;
  for (let line = 1; ; line++) {
    const [regimen, agents] = oneOf([
      ['GP + toripalimab', ['gemcitabine', 'cisplatin', 'toripalimab']],
      ['GP + camrelizumab', ['gemcitabine', 'cisplatin', 'camrelizumab']],
      ['GP', ['gemcitabine', 'cisplatin']],
    ]);
    yield dated({ type: 'SystemicTherapyStarted', line, regimen, agents, plannedCycles: 6 });
    for (let cycles = 1; cycles <= 6; cycles++) {
      day += 21;
      load *= 0.1 + random() * 0.5;
      scale *= 0.85 + random() * 0.1;
      yield ebvDna(load);
      yield dated({ type: 'SystemicTherapyCyclesCompleted', cycles });
      if (cycles % 2 === 0) yield scan(scale);
      if (random() < 0.3) yield fitness(2);
      if (random() < 0.2) {
        yield dated({ type: 'AdverseEventRecorded', term: 'neutropenia', grade: between(1, 3), immuneRelated: false }, 3);
      }
    }
    day += 7;
    yield dated({ type: 'SystemicTherapyEnded', reason: 'completed' });
    if (line === 1) {
      day += 21;
      yield dated({ type: 'RadiotherapyDelivered', target: 'locoregional', doseGy: 70, fractions: 33, concurrent: 'cisplatin' });
      const [first] = lesions;
      if (first !== undefined) {
        day += 10;
        yield dated({ type: 'LocalTherapyDelivered', modality: 'sbrt', lesions: [first.id], doseGy: 50, fractions: 5 });
      }
    }
    for (let visit = 1; visit <= 3; visit++) {
      day += 84;
      load *= 0.5 + random();
      yield ebvDna(load);
      yield scan(scale);
      yield dated({ type: 'PerformanceStatusRecorded', ecog: between(0, 2) });
    }
    load *= 20;
    scale *= 1.3;
    day += 28;
    yield scan(scale);
  }
}

/** A case of so many facts, the same for the same seed: staged, treated in lines, followed by samples and scans. */
export function caseOf(seed: number, facts: number): CaseFile {
  const random = randomOf(seed);
  const written: Written[] = [];
  for (const fact of course(random)) {
    if (written.length === facts) break;
    written.push(fact);
  }
  return parseCaseFile({
    format: 'tumor-board-case/1',
    reference: `BENCH-${seed}`,
    source: { kind: 'synthetic' },
    patient: { ageYears: 30 + Math.floor(random() * 45), sex: random() < 0.7 ? 'male' : 'female' },
    facts: written,
  });
}
