import { future, type Hypothesis, missing } from './hypothesis.js';
import type { HypotheticalCase } from './hypothetical-case.js';

/** Cycles after which the pathway or a published system reads a case anew. */
const MILESTONES = [1, 4, 6] as const;
const NUMBERS = { 1: 'one cycle', 4: 'four cycles', 6: 'six cycles' } as const;

/** How treatment could go on. */
export function treatmentHypotheses(given: HypotheticalCase): readonly Hypothesis[] {
  const { reading } = given;
  return [...(reading.course.currentLine === undefined ? firstLine(given) : goingOn(given)), ...localTreatment(given)];
}

function firstLine({ nextDay, assessment }: HypotheticalCase): readonly Hypothesis[] {
  const agents = [...(assessment.nextStep.regimen ?? ['gemcitabine', 'cisplatin'])];
  const regimen = agents.join(', ');
  const start = { type: 'SystemicTherapyStarted', on: nextDay, line: 1, regimen, agents } as const;
  const question = 'systemic therapy';
  return [
    future({ id: 'therapy/starts', question, label: `first-line systemic therapy begins (${regimen})` }, start),
    future({ id: 'therapy/four-cycles', question, label: `first-line systemic therapy is given for four cycles (${regimen})` }, start, {
      type: 'SystemicTherapyCyclesCompleted',
      on: nextDay,
      cycles: 4,
    }),
  ];
}

function goingOn({ nextDay, cycles, reading }: HypotheticalCase): readonly Hypothesis[] {
  if (reading.course.currentLine?.ended !== undefined) return [];
  const question = 'systemic therapy';
  return [
    ...MILESTONES.filter((milestone) => milestone > cycles).map((milestone) =>
      future(
        { id: `therapy/${milestone}-cycles`, question, label: `${NUMBERS[milestone]} completed` },
        { type: 'SystemicTherapyCyclesCompleted', on: nextDay, cycles: milestone },
      ),
    ),
    ...(['completed', 'toxicity', 'progression'] as const).map((reason) =>
      future(
        {
          id: `therapy/ended-${reason}`,
          question,
          label: reason === 'completed' ? 'systemic therapy completed' : `systemic therapy ended for ${reason}`,
        },
        { type: 'SystemicTherapyEnded', on: nextDay, reason },
      ),
    ),
  ];
}

function localTreatment({ nextDay, reading }: HypotheticalCase): readonly Hypothesis[] {
  const { course, extent, timeline } = reading;
  const hypotheses: Hypothesis[] = [];
  if (course.currentLine !== undefined && course.locoregionalRadiotherapy.length === 0) {
    hypotheses.push(
      future(
        { id: 'radiotherapy/locoregional', question: 'locoregional radiotherapy', label: 'locoregional radiotherapy delivered (70 Gy)' },
        { type: 'RadiotherapyDelivered', on: nextDay, target: 'locoregional', doseGy: 70, fractions: 35 },
      ),
    );
  }
  const treated = new Set([
    ...timeline.of('LocalTherapyDelivered').flatMap(({ lesions }) => lesions),
    ...timeline.of('RadiotherapyDelivered').flatMap(({ lesions }) => lesions ?? []),
  ]);
  const left = (extent.chart?.lesions ?? []).filter(({ id }) => !treated.has(id)).map(({ id }) => id);
  if (left.length > 0) {
    hypotheses.push(
      future(
        { id: 'local/all', question: 'local therapy', label: `local therapy delivered to every remaining metastasis (${left.join(', ')})` },
        { type: 'LocalTherapyDelivered', on: nextDay, modality: 'sbrt', lesions: left },
      ),
    );
  }
  return hypotheses;
}

/** What the patient could decline: the words are those that the wish is recorded in. */
const WISHES = ['all treatment', 'systemic therapy', 'anti-PD-1', 'cisplatin', 'radiotherapy', 'ablation', 'maintenance'] as const;

/** What the patient could wish. */
export function wishHypotheses({ nextDay, reading }: HypotheticalCase): readonly Hypothesis[] {
  const declined = reading.timeline.latest('PatientPreferenceRecorded')?.declines ?? [];
  const question = 'wish';
  const wish = (id: string, label: string, declines: readonly string[]): Hypothesis =>
    future({ id: `wish/${id}`, question, label }, { type: 'PatientPreferenceRecorded', on: nextDay, declines: [...declines] });
  return [
    ...(declined.length === 0 ? [] : [wish('none', 'the patient no longer declines anything', [])]),
    ...WISHES.filter((item) => !declined.includes(item)).map((item) => wish(item, `the patient declines ${item}`, [...declined, item])),
  ];
}

/** The staging record, where there is none. */
export function stagingHypotheses({ reading, atBaseline }: HypotheticalCase): readonly Hypothesis[] {
  if (reading.timeline.latest('StagingRecorded') !== undefined) return [];
  const stage = (id: string, label: string, categories: { readonly t: string; readonly n: string; readonly m: string }): Hypothesis =>
    missing(
      { id: `staging/${id}`, question: 'staging', label: `staging recorded: ${label}` },
      { type: 'StagingRecorded', ...atBaseline, edition: 'TNM-8', ...categories },
    );
  return [
    stage('m1', 'M1', { t: 'TX', n: 'NX', m: 'M1' }),
    ...(
      [
        ['T1', 'N1'],
        ['T3', 'N2'],
        ['T4', 'N3'],
      ] as const
    ).map(([t, n]) => stage(`${t}-${n}-m0`, `${t} ${n} M0`, { t, n, m: 'M0' })),
  ];
}
