import type { Fault, IsoDate } from '@tumor-board/kernel';
import type { DecisionKind, NextStepCode } from '@tumor-board/knowledge';
import { faultsOf } from '@tumor-board/oncology';
import { notBefore } from '../case/refusals.js';
import type { DecisionBasis, DecisionContent, decisionContent, QuorumResult } from './decision-content.js';

/** Steps that treat metastases themselves, for which a quorum of their own is asked. Product rule. */
const LOCAL_THERAPY: readonly NextStepCode[] = ['ablate-upfront', 'consolidate-metastases'];

/** What a decision for this step is called, on a case that the board has decided on before or not. */
export const kindOf = (step: NextStepCode, first: boolean): DecisionKind =>
  LOCAL_THERAPY.includes(step) ? 'local-therapy' : first ? 'first-presentation' : 'any';

/** The option under which a guard blocks the step itself. */
const OPTION_OF: Readonly<Partial<Record<NextStepCode, string>>> = {
  'ablate-upfront': 'upfront ablation',
  'start-systemic': 'systemic therapy',
  'continue-systemic': 'systemic therapy',
  'change-systemic': 'systemic therapy',
  'locoregional-rt': 'radical locoregional radiotherapy',
};

/** The option whose block rules a step out; undefined for a step that no guard names. */
export const optionOf = (step: NextStepCode): string | undefined => OPTION_OF[step];

/** What a decision is held against. */
export interface DecisionFrame {
  readonly basis: DecisionBasis;
  readonly quorum: QuorumResult;
  readonly meetingId: string | undefined;
  readonly today: IsoDate;
  /** True while the board has not decided on the case with a quorum. */
  readonly first: boolean;
}

/** Everything that is wrong with the content of a decision, by path. */
export function contentFaults(parsed: ReturnType<typeof decisionContent.safeParse>, frame: DecisionFrame): readonly Fault[] {
  const faults: Fault[] = [...quorumFaults(frame)];
  if (!parsed.success) return [...faultsOf(parsed.error, ['content']), ...faults];
  const content = parsed.data;
  if (content.alternatives.length === 0 && content.noAlternatives === undefined) {
    faults.push({ path: 'content.noAlternatives', message: 'expected why nothing else was weighed, because there are no alternatives' });
  }
  return [...faults, ...kindFaults(content, frame), ...overrideFaults(content, frame), ...followUpFaults(content, frame)];
}

function kindFaults({ kind, step }: DecisionContent, { first }: DecisionFrame): Fault[] {
  const expected = kindOf(step, first);
  const fits = expected === 'any' || kind === expected || (first && kind === 'first-presentation');
  if (fits) return [];
  const why =
    expected === 'local-therapy'
      ? `because "${step}" treats the metastases`
      : 'because the board has not decided on the case with a quorum before';
  return [{ path: 'content.kind', message: `expected "${expected}", ${why}` }];
}

function overrideFaults({ step, override }: DecisionContent, { basis }: DecisionFrame): Fault[] {
  if (override !== undefined) return [];
  if (step !== basis.proposed) {
    return [{ path: 'content.override', message: `expected a reason and a comment, because "${basis.proposed}" was proposed` }];
  }
  const option = optionOf(step);
  if (option === undefined || !basis.blocked.includes(option)) return [];
  return [{ path: 'content.override', message: `expected a reason and a comment, because a guard blocks "${option}"` }];
}

function followUpFaults({ actions, expectations, reviewOn }: DecisionContent, { today }: DecisionFrame): Fault[] {
  return [
    ...repeated(actions.map(({ actionId }) => actionId)).map((at) => ({
      path: `content.actions[${at}].actionId`,
      message: 'expected an id that no action before it has',
    })),
    ...repeated(expectations.map(({ expectationId }) => expectationId)).map((at) => ({
      path: `content.expectations[${at}].expectationId`,
      message: 'expected an id that no expectation before it has',
    })),
    ...actions.flatMap(({ dueOn }, at) => notBefore(today, `content.actions[${at}].dueOn`, dueOn)),
    ...expectations.flatMap(({ dueOn }, at) => notBefore(today, `content.expectations[${at}].dueOn`, dueOn)),
    ...notBefore(today, 'content.reviewOn', reviewOn),
  ];
}

/** The places of the values that stand earlier in the list too. */
const repeated = (values: readonly string[]): number[] => values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));

function quorumFaults({ quorum, meetingId }: DecisionFrame): Fault[] {
  const inMeeting = quorum.state !== 'not-in-a-meeting';
  if (meetingId === undefined && inMeeting) {
    return [{ path: 'quorum.state', message: 'expected "not-in-a-meeting", because no meeting is named' }];
  }
  if (meetingId !== undefined && !inMeeting) {
    return [{ path: 'quorum.state', message: 'expected "met" or "not-met", because a meeting is named' }];
  }
  if (inMeeting && (quorum.missing.length === 0) !== (quorum.state === 'met')) {
    return [
      {
        path: 'quorum.missing',
        message: `expected ${quorum.state === 'met' ? 'nobody' : 'whoever is missing'}, because the quorum is "${quorum.state}"`,
      },
    ];
  }
  return [];
}
