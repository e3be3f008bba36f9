import { M1_SUBDIVISIONS, type M1System, type PublishedSystem, type Stated } from '@tumor-board/oncology';
import type { Effect } from './effect.js';
import { type Caveat, type Correction, caveat, type EvidenceEntry, entry, type Population } from './evidence-entry.js';
import { patientsOf, radiotherapyEffects, survivalEffects, WITH_AND_WITHOUT } from './subdivision-figures.js';

const CORRECTIONS: Readonly<Partial<Record<M1System, Correction>>> = {
  SHEN15: {
    kind: 'inconsistency',
    printed: 'single liver metastasis or multiple extra-liver metastases',
    readAs: 'a single liver metastasis and/or multiple others',
    why: 'The paper says and/or; with "or" one liver lesion beside others would have no class.',
  },
  ZOU17: { kind: 'misprint', printed: '22.6.0%', readAs: '22.6%', why: 'Two decimal points; the rates of the row have one decimal.' },
};
const DETAILS: Readonly<Partial<Record<M1System, string>>> = {
  TIAN16: 'stage IVC of the seventh edition',
  SUN19: 'bone only',
  QIU22: 'FDG PET-CT before palliative chemotherapy',
};
/** Their papers say what radiotherapy adds to their classes; of the others the review's tables say it. */
const RADIOTHERAPY_IN_PAPER: readonly M1System[] = ['JIANG16', 'SUN19', 'YAO23'];

const DERIVED = caveat('K', 'Derived and tried on retrospective series.');
const SELECTED = caveat('K', 'Retrospective: immortal time and selection favour radiotherapy. The systems disagree and are never merged.');

const caveatOf = ({ text, status }: Stated): Caveat => caveat(status, text);
const yearOf = ({ citation }: PublishedSystem): number => Number(/ (\d{4});/.exec(citation)?.[1]);
const nameOf = (system: PublishedSystem): string => `${system.citation.split(' ')[0] ?? ''} ${yearOf(system)}`;
const optionally = <Key extends string, Value>(key: Key, value: Value | undefined): { [name in Key]?: Value } =>
  value === undefined ? {} : ({ [key]: value } as { [name in Key]?: Value });

function populationOf({ id, cohort }: PublishedSystem): Population {
  const detail = optionally('detail', DETAILS[id]);
  switch (cohort.timing) {
    case 'synchronous':
    case 'de novo':
      return { setting: 'de novo', ...detail };
    case 'metachronous':
      return { setting: 'metachronous', ...detail };
    case 'not stated':
      return { setting: 'metastatic, timing not stated', ...detail };
  }
}

/** The facts that an entry takes over from the catalogue of the subdivisions. */
const factsOf = (system: PublishedSystem) => ({
  sources: [system.evidence],
  years: [yearOf(system)],
  design: 'retrospective' as const,
  population: populationOf(system),
  confidence: system.cohort.patients.status,
});

function rowEntry(row: number): EvidenceEntry[] {
  const systems = M1_SUBDIVISIONS.filter(({ reviewRow }) => reviewRow === row);
  const [system] = systems;
  if (system === undefined) return [];
  const effects = systems.flatMap((one, index) =>
    survivalEffects(one).map((effect): Effect => (systems.length === 1 ? effect : { ...effect, subset: `set ${index + 1}` })),
  );
  const correction = CORRECTIONS[system.id];
  const compared = effects.every(({ measure, subset }) => measure !== 'hazard ratio' && system.classes.includes(subset ?? ''));
  return [
    entry({
      ...factsOf(system),
      id: `table-2/${system.evidence}`,
      name: nameOf(system),
      place: { in: 'table', table: 2, row },
      patients: patientsOf(system),
      groups: compared ? WITH_AND_WITHOUT : system.classes,
      effects,
      systems: systems.map(({ id }) => id),
      caveats: [...new Set(systems.flatMap(({ caveats }) => caveats))].map(caveatOf).concat(DERIVED),
      corrections: correction === undefined ? [] : [correction],
    }),
  ];
}

/**
 * The review's table 2: the published subdivisions of M1 disease, their patients and the survival of their classes. Taken
 * over from the catalogue of the subdivisions, which holds the rules and is the one home of these figures.
 */
export const TABLE_2: readonly EvidenceEntry[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].flatMap(rowEntry);

/** What the papers of the subdivisions say about adding locoregional radiotherapy, where the review's tables do not say it. */
export const SUBDIVISION_RADIOTHERAPY: readonly EvidenceEntry[] = M1_SUBDIVISIONS.filter(({ id }) =>
  RADIOTHERAPY_IN_PAPER.includes(id),
).map((system) =>
  entry({
    ...factsOf(system),
    id: `radiotherapy/${system.evidence}`,
    name: `${nameOf(system)}, radiotherapy by class`,
    place: { in: 'elsewhere' },
    patients: [],
    groups: WITH_AND_WITHOUT,
    effects: radiotherapyEffects(system),
    systems: [system.id],
    caveats: [SELECTED],
  }),
);
