import { possibleValues } from '@tumor-board/kernel';
import type { Assessment, NextStep, NextStepCode } from '../assessment.js';
import { type Decision, GUIDELINES, type Guideline, type GuidelinePosition } from './guideline.js';
import { GUIDELINE_POSITIONS } from './positions.js';

/** What of an assessment guidelines are compared with; an assessment itself will do. */
export interface GuidelineQuestion {
  readonly nextStep: Pick<NextStep, 'code' | 'regimen'>;
  readonly oligometastatic: Assessment['oligometastatic'];
  readonly response: Pick<Assessment['response'], 'gate'>;
  /** Whether locoregional radiotherapy was given; left out when nobody looked. */
  readonly locoregionalRadiotherapyGiven?: boolean;
}

/** How one guideline stands to a proposal. */
export interface GuidelineComparison {
  readonly guideline: Guideline;
  /** Year of publication. */
  readonly date: string;
  /** `silent`: no position is known; `open`: what is not known of the case decides. */
  readonly position: 'agrees' | 'silent' | 'differs' | 'open';
  readonly text: string;
  /** Levels of evidence of the positions taken, where they were reported. */
  readonly grades: readonly string[];
  /** Ids among the sources. */
  readonly evidence: readonly string[];
  readonly verified: boolean;
}

/** One way in which what is open of the case may turn out. */
interface Completion {
  readonly extent: 'oligometastatic' | 'widespread';
  readonly responded: boolean;
}

type Stand = 'agrees' | 'silent' | 'differs';

/** The position of every guideline on a proposed step, in a fixed order. A guideline that says nothing of a step is silent, not against it. */
export function compareWithGuidelines(question: GuidelineQuestion): readonly GuidelineComparison[] {
  const decisions = decisionsOf(question);
  const completions = completionsOf(question);
  return GUIDELINES.map((guideline) => {
    const own = GUIDELINE_POSITIONS.filter((position) => position.guideline === guideline);
    const about = own.filter(({ decision }) => decisions.includes(decision));
    const stands = [...new Set(completions.map((completion) => standOf(about, completion, question.nextStep.code)))];
    const taken = about.filter((position) => completions.some((completion) => isFor(position, completion)));
    const [stand, ...others] = stands;
    const position = stand === undefined || others.length > 0 ? 'open' : stand;
    return {
      guideline,
      date: own[0]?.date ?? '',
      position,
      text: textOf(position, taken, question),
      grades: [...new Set(taken.flatMap(({ grade }) => grade ?? []))],
      evidence: [...new Set((taken.length === 0 ? own : taken).map(({ source }) => source))],
      verified: own.every(({ verified }) => verified),
    };
  });
}

const DECISION_OF: Readonly<Record<NextStepCode, Decision | null>> = {
  'complete-baseline': null,
  'ablate-upfront': 'first treatment',
  'start-systemic': 'first treatment',
  'continue-systemic': 'first treatment',
  'repeat-imaging': null,
  'confirm-progression': null,
  'locoregional-rt': 'locoregional radiotherapy',
  'consolidate-metastases': 'local treatment of metastases',
  maintenance: 'maintenance',
  surveillance: null,
  'change-systemic': null,
  'board-discussion': null,
  'supportive-care': null,
};

/** Steps after induction: where they come without locoregional radiotherapy, they answer that question too. */
const PASSES_OVER_RADIOTHERAPY: readonly NextStepCode[] = ['maintenance', 'surveillance'];

function decisionsOf({ nextStep, locoregionalRadiotherapyGiven }: GuidelineQuestion): Decision[] {
  const own = DECISION_OF[nextStep.code];
  const passedOver = locoregionalRadiotherapyGiven === false && PASSES_OVER_RADIOTHERAPY.includes(nextStep.code);
  return [...(own === null ? [] : [own]), ...(passedOver ? (['locoregional radiotherapy'] as const) : [])];
}

function completionsOf({ oligometastatic, response }: GuidelineQuestion): Completion[] {
  const known = possibleValues(oligometastatic);
  const extents = (known.length === 0 ? [true, false] : known).map((value) => (value ? 'oligometastatic' : 'widespread'));
  const responses = response.gate === 'good' ? [true] : response.gate === 'poor' ? [false] : [true, false];
  return extents.flatMap((extent) => responses.map((responded): Completion => ({ extent, responded })));
}

const isFor = ({ situation }: GuidelinePosition, { extent, responded }: Completion): boolean =>
  (situation.extent === undefined || situation.extent === extent) && (situation.response === undefined || responded);

/** A position that the step passes over differs from it, whatever another one says. */
function standOf(about: readonly GuidelinePosition[], completion: Completion, code: NextStepCode): Stand {
  const holding = about.filter((position) => isFor(position, completion));
  if (holding.length === 0) return 'silent';
  const decisions = new Set(holding.map(({ decision }) => decision));
  const supported = new Set(holding.filter(({ supports }) => supports.includes(code)).map(({ decision }) => decision));
  return supported.size === decisions.size ? 'agrees' : 'differs';
}

const DIFFERENCE: Readonly<Partial<Record<NextStepCode, string>>> = {
  'ablate-upfront': 'It begins with systemic therapy and does not speak of ablating the metastases before it.',
  maintenance: 'The step goes on without locoregional radiotherapy, of which none is on record.',
  surveillance: 'The step goes on without locoregional radiotherapy, of which none is on record.',
};

function textOf(position: GuidelineComparison['position'], taken: readonly GuidelinePosition[], { nextStep }: GuidelineQuestion): string {
  if (taken.length === 0) return 'No position on this step is known.';
  const said = taken.map(({ text }) => text).join(' ');
  const carboplatin = nextStep.regimen?.includes('carboplatin') === true && !said.includes('carboplatin');
  const notes = [
    ...(position === 'open' ? ['What it says depends on what is not settled for this case.'] : []),
    ...(position === 'differs' ? [DIFFERENCE[nextStep.code] ?? 'The proposed step is another one.'] : []),
    ...(carboplatin ? ['It is not known to name carboplatin.'] : []),
  ];
  return [said, ...notes].join(' ');
}
