import { type FactOf, timelineOf, treatmentCourse } from '@tumor-board/oncology';
import { stepOf } from '../queue/listing.js';
import { queueReason } from '../queue/queue-reason.js';
import { planComponents, SYSTEMIC_STEPS } from './plan-components.js';
import type { CaseMoment, Input, ReEvaluation, ReviewRule } from './re-evaluation.js';
import { isStep, isSubstantial, newlyBlocked } from './substance.js';

const TRIGGERS_OF_PRACTICE = 'product rule, after the triggers for re-discussion in use at tumour boards';

/** The grade from which an adverse event under treatment is the board's business; for an immune-related one the lower. */
export const TOXICITY_GRADES = { any: 3, immuneRelated: 2 } as const;

/** Facts that guard verdicts rest on. */
const FITNESS: readonly string[] = ['AdverseEventRecorded', 'FitnessRecorded', 'PerformanceStatusRecorded'];

/** Facts of the disease and its extent. */
const FINDINGS: readonly string[] = [
  'HistologyReported',
  'StagingRecorded',
  'MetastasesCharted',
  'ExternalScoreReported',
  'BaselineLesionsMeasured',
  ...FITNESS,
];

const blocksThePlan = ({ news }: Input, { decision }: ReEvaluation): boolean => {
  const components = planComponents(decision);
  return newlyBlocked(news).some((option) => components.has(option) && !decision.basis.blocked.includes(option));
};

/**
 * The rules in the order in which they are tried; the first that holds says why the case comes back. An input that none
 * holds for is left to take its course, and `reviewVerdicts` says so.
 */
export const REVIEW_RULES: readonly ReviewRule[] = [
  {
    id: 'R01',
    trigger: 'corrected-input',
    words: 'a fact that was on record at the decision was corrected or retracted, and that changed the assessment',
    source: `${TRIGGERS_OF_PRACTICE}: late correction of an input`,
    verified: false,
    fires: ({ knownAtDecision, fact, news }) => knownAtDecision && (news.length > 0 || fact.type === 'DeathRecorded'),
  },
  {
    id: 'R02',
    trigger: 'response-assessment',
    words: 'a response scan gave a new time-point, or a later one was corrected with effect',
    source: `${TRIGGERS_OF_PRACTICE}: every response assessment is a point of decision in the pathway`,
    verified: false,
    fires: ({ knownAtDecision, fact, kind, id, news }, { assessment }) =>
      !knownAtDecision &&
      fact.type === 'ResponseAssessed' &&
      (kind === 'new' ? assessment.response.assessments.some((scan) => scan.fact === id) : news.length > 0),
  },
  {
    id: 'R03',
    trigger: 'ebv-dna-result',
    words: 'an EBV-DNA result changed the category, the clearance, a flag of substance, the gate, a class or the step',
    source: `${TRIGGERS_OF_PRACTICE}: rebound or non-clearance, mismatch of scan and marker`,
    verified: false,
    fires: ({ knownAtDecision, fact, news }) => !knownAtDecision && fact.type === 'EbvDnaMeasured' && news.some(isSubstantial),
  },
  {
    id: 'R04',
    trigger: 'toxicity',
    words: 'an adverse event of grade 3 or more under treatment, or an immune-related one of grade 2 or more',
    source: `${TRIGGERS_OF_PRACTICE}: grade 3 or more, or an immune-related event that stops therapy`,
    verified: false,
    fires: (input, { after }) =>
      !input.knownAtDecision && input.kind !== 'retracted' && input.fact.type === 'AdverseEventRecorded' && isSevere(input.fact, after),
  },
  {
    id: 'R05',
    trigger: 'toxicity',
    words: 'a guard newly blocks what was decided or a component of it',
    source: `${TRIGGERS_OF_PRACTICE}: loss of eligibility for cisplatin or anti-PD-1`,
    verified: false,
    fires: (input, reading) => !input.knownAtDecision && FITNESS.includes(input.fact.type) && blocksThePlan(input, reading),
  },
  {
    id: 'R06',
    trigger: 'toxicity',
    words: 'systemic therapy that was decided on ended for toxicity',
    source: `${TRIGGERS_OF_PRACTICE}: toxicity that stops therapy`,
    verified: false,
    fires: ({ knownAtDecision, fact, kind }, { decision }) =>
      !knownAtDecision && kind !== 'retracted' && ended(fact, 'toxicity') && SYSTEMIC_STEPS.includes(decision.content.step),
  },
  {
    id: 'R07',
    trigger: 'new-finding',
    words: 'the patient chose otherwise: what was decided is declined, or the wish changes the step',
    source: `${TRIGGERS_OF_PRACTICE}: the patient declines or changes`,
    verified: false,
    fires: (input, reading) => {
      const { fact, kind, knownAtDecision, news } = input;
      if (knownAtDecision) return false;
      if (kind !== 'retracted' && ended(fact, 'patient-choice')) return SYSTEMIC_STEPS.includes(reading.decision.content.step);
      return (
        fact.type === 'PatientPreferenceRecorded' &&
        (blocksThePlan(input, reading) || news.some((part) => isStep(part) || part.part === 'nextStep.regimen'))
      );
    },
  },
  {
    id: 'R08',
    trigger: 'new-finding',
    words: 'histology or EBER is another than before',
    source: `${TRIGGERS_OF_PRACTICE}: change of histology or EBER`,
    verified: false,
    fires: ({ knownAtDecision, fact }, { before, after }) =>
      !knownAtDecision && fact.type === 'HistologyReported' && histologyOf(before) !== histologyOf(after),
  },
  {
    id: 'R09',
    trigger: 'new-finding',
    words: 'a new lesion was charted, or a charted one became more or less certain',
    source: `${TRIGGERS_OF_PRACTICE}: new lesion, or an equivocal one resolved`,
    verified: false,
    fires: ({ knownAtDecision, fact, kind }, { before }) =>
      !knownAtDecision && kind !== 'retracted' && fact.type === 'MetastasesCharted' && holdsNewLesion(fact.lesions, before),
  },
  {
    id: 'R10',
    trigger: 'new-finding',
    words: 'a finding changed a stage, a class, the gate or the step',
    source: 'product rule',
    verified: false,
    fires: ({ knownAtDecision, fact, news }) => !knownAtDecision && FINDINGS.includes(fact.type) && news.some(isSubstantial),
  },
  {
    id: 'R11',
    trigger: 'next-step',
    words: 'the case has come to a step that needs the board and is not the one decided on',
    source: 'product rule',
    verified: false,
    fires: ({ knownAtDecision, news }, { decision, after }) => {
      const step = stepOf(after.headline);
      return (
        !knownAtDecision && news.some(isStep) && step !== undefined && queueReason(step) !== undefined && step !== decision.content.step
      );
    },
  },
];

const ended = (fact: Input['fact'], reason: 'toxicity' | 'patient-choice'): boolean =>
  fact.type === 'SystemicTherapyEnded' && fact.reason === reason;

/**
 * Under treatment: a line of systemic therapy had begun and not ended, or the event was attributed to a treatment. An
 * immune-related event may come long after the last dose, so any anti-PD-1 agent before it will do.
 */
function isSevere(
  { grade, immuneRelated, attributedTo, on }: Extract<Input['fact'], { type: 'AdverseEventRecorded' }>,
  { facts }: CaseMoment,
): boolean {
  const bySeverity = grade >= TOXICITY_GRADES.any;
  const byImmunity = immuneRelated && grade >= TOXICITY_GRADES.immuneRelated;
  if (!bySeverity && !byImmunity) return false;
  if (attributedTo !== undefined) return true;
  const { lines } = treatmentCourse(timelineOf(facts.toArray(), { validOn: on }));
  const line = lines.at(-1);
  if (line === undefined) return false;
  if (byImmunity && lines.some(({ antiPd1From }) => antiPd1From !== undefined)) return true;
  return line.ended === undefined || line.ended.on >= on;
}

const histologyOf = ({ facts }: CaseMoment): string => {
  const latest = timelineOf(facts.toArray()).latest('HistologyReported');
  return latest === undefined ? '' : `${latest.histology} ${latest.eber}`;
};

function holdsNewLesion(lesions: FactOf<'MetastasesCharted'>['lesions'], { facts }: CaseMoment): boolean {
  const charted = new Map<string, string>();
  for (const chart of timelineOf(facts.toArray()).of('MetastasesCharted')) {
    for (const { id, certainty } of chart.lesions) charted.set(id, certainty);
  }
  return lesions.some(({ id, certainty }) => charted.get(id) !== certainty);
}
