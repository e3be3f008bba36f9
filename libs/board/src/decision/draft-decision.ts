import { daysAfter, type IsoDate } from '@tumor-board/kernel';
import { type Assessment, compareWithGuidelines, type NextStep, type NextStepCode } from '@tumor-board/knowledge';
import { cyclesBy, type Timeline, type TreatmentCourse, timelineOf, treatmentCourse } from '@tumor-board/oncology';
import { isFirstPresentation } from '../case/board-state.js';
import type { OpenCaseState } from '../case/case-state.js';
import { ownerOf } from '../queue/completeness.js';
import { DEFAULT_TIME_TARGETS } from '../queue/time-targets.js';
import { basisHashOf, basisOf } from './basis.js';
import { kindOf } from './content-faults.js';
import type { DecisionBasis, DecisionContent, Expectation, Intent, PlannedAction } from './decision-content.js';
import { CYCLE_DAYS, CYCLES_TO_ASSESSMENT, EXPECTATION_RULES, type ExpectationRule } from './expectation-rules.js';

/** A decision to be completed: what follows from the current assessment is filled in, the board's own words are not. */
export interface DecisionDraft {
  /** Everything but the board's own words, which are empty: the rationale, and why each alternative was not chosen. A decision cannot be recorded without them. */
  readonly content: DecisionContent;
  readonly basis: DecisionBasis;
  /** To be sent back with the decision: it is recorded only if nothing has changed. */
  readonly basisHash: string;
  /** True while the board has not decided on the case with a quorum; the kind of a decision for another step follows from it. */
  readonly isFirstPresentation: boolean;
  /** The rules behind the expectations, with what they rest on. */
  readonly expectationRules: readonly ExpectationRule[];
}

/** The decision that would carry out the proposed step, on what is known today. */
export function draftDecision(state: OpenCaseState, assessment: Assessment, today: IsoDate): DecisionDraft {
  const { nextStep } = assessment;
  const timeline = timelineOf(state.facts.toArray());
  const course = treatmentCourse(timeline);
  const basis = basisOf(state, assessment);
  const isFirst = isFirstPresentation(state.board);
  const rules = EXPECTATION_RULES.filter(({ steps }) => steps.includes(nextStep.code));
  const alternatives = nextStep.alternatives.map(({ title }) => ({ option: title, because: '' }));
  const guidelines = compareWithGuidelines({ ...assessment, locoregionalRadiotherapyGiven: course.locoregionalRadiotherapy.length > 0 });
  return {
    content: {
      kind: kindOf(nextStep.code, isFirst),
      step: nextStep.code,
      plan: planOf(nextStep),
      intent: INTENT_OF[nextStep.code],
      rationale: '',
      alternatives,
      ...(alternatives.length === 0 ? { noAlternatives: 'The pathway names none for this step.' } : {}),
      contingency: 'At progression, a rebound of EBV DNA or toxicity that blocks the plan, back to the board.',
      dissent: [],
      preference: preferenceOf(timeline),
      guidelines: guidelines.map(({ guideline, position }) => ({ guideline, position })),
      actions: nextStep.needs.map(
        (what, index): PlannedAction => ({
          actionId: `need-${index + 1}`,
          what,
          owner: { discipline: ownerOf(what) },
          dueOn: daysAfter(today, assessment.policy.timeTargets?.resultToBoardDays ?? DEFAULT_TIME_TARGETS.resultToBoardDays),
        }),
      ),
      expectations: expectationsBy(rules, course, assessment.asOf, today),
    },
    basis,
    basisHash: basisHashOf(basis),
    isFirstPresentation: isFirst,
    expectationRules: rules,
  };
}

/** What a step is usually meant to achieve; the board says what it means. */
const INTENT_OF: Readonly<Record<NextStepCode, Intent>> = {
  'complete-baseline': 'diagnostic',
  'ablate-upfront': 'radical',
  'start-systemic': 'disease-control',
  'continue-systemic': 'disease-control',
  'repeat-imaging': 'diagnostic',
  'confirm-progression': 'diagnostic',
  'locoregional-rt': 'radical',
  'consolidate-metastases': 'radical',
  maintenance: 'disease-control',
  surveillance: 'disease-control',
  'change-systemic': 'disease-control',
  'board-discussion': 'disease-control',
  'supportive-care': 'supportive',
};

const ABLATION = { upfront: 'ablation up front', deferred: 'ablation deferred', none: undefined } as const;

function planOf({ title, regimen, doseGy, concurrent, ablation }: NextStep): string {
  const parts = [
    title,
    ...(regimen === undefined || regimen.length === 0 ? [] : [regimen.join(', ')]),
    ...(doseGy === undefined ? [] : [`${doseGy[0]}–${doseGy[1]} Gy`]),
    ...(concurrent === undefined ? [] : [`concurrent ${concurrent}`]),
    ...(ablation === undefined || ABLATION[ablation] === undefined ? [] : [ABLATION[ablation]]),
  ];
  return parts.join('; ');
}

/** Nobody is taken to agree because nothing is recorded. */
function preferenceOf(timeline: Timeline): DecisionContent['preference'] {
  const declines = timeline.latest('PatientPreferenceRecorded')?.declines ?? [];
  return { stand: 'not-asked-yet', ...(declines.length === 0 ? {} : { text: `on record: declines ${declines.join(', ')}` }) };
}

function expectationsBy(rules: readonly ExpectationRule[], course: TreatmentCourse, asOf: IsoDate, today: IsoDate): Expectation[] {
  const cycles = cyclesBy(course.currentLine, asOf);
  const toAssessment = (CYCLES_TO_ASSESSMENT - (cycles % CYCLES_TO_ASSESSMENT)) * CYCLE_DAYS;
  const daysOf = ({ afterDays }: ExpectationRule): number => (afterDays === 'to-assessment' ? toAssessment : afterDays);
  const scans = rules.filter(({ result }) => result === 'response-scan').map(daysOf);
  return rules.flatMap((rule) => {
    const first = daysOf(rule);
    const { everyDays } = rule;
    const times =
      everyDays === undefined ? 1 : Math.max(1, Math.floor((Math.min(...scans, Number.POSITIVE_INFINITY) - first) / everyDays) + 1);
    return Array.from({ length: Number.isFinite(times) ? times : 1 }, (_, index) => ({
      expectationId: `${rule.result}-${index + 1}`,
      result: rule.result,
      dueOn: daysAfter(today, first + index * (everyDays ?? 0)),
    }));
  });
}
