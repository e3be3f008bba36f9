import { canonicalJson, type Decider, digestOf, type Fault, problem } from '@tumor-board/kernel';
import { type Assessment, type ChangedPart, changedParts, headlineOf } from '@tumor-board/knowledge';
import { type CaseHead, type Fact, type IdentifiedFact, identify } from '@tumor-board/oncology';
import { decideDeliberation, supersededBy } from '../deliberation/decide-deliberation.js';
import type { Supersession } from '../deliberation/deliberation-event.js';
import { type Recorded, reEvaluate } from '../re-evaluation/re-evaluate.js';
import type { RecordedChange } from '../re-evaluation/re-evaluation.js';
import type { CaseCommandContext } from './board-command.js';
import { assessmentOf, digestOfAssessment, type Knowledge } from './case-assessment.js';
import type { CaseCommand } from './case-command.js';
import { type AssessmentRevised, type CaseEvent, type CaseOpenedData, factRecorded, type RevisionCause } from './case-event.js';
import { type Case, evolveCase, noCase, type OpenCaseState } from './case-state.js';
import { type Course, happened, noted, start } from './course.js';
import { decideBoard } from './decide-board.js';
import { known } from './refusals.js';

/** What a command led to: the events to record, the state after them, and the assessment that then stands. */
export interface CaseDecision {
  readonly events: readonly CaseEvent[];
  readonly state: OpenCaseState;
  readonly assessment: Assessment;
}

/**
 * Decides a command. Each fact is followed by `AssessmentRevised` when it changed the headline, so the history shows
 * what each fact changed; what the board has to hear of it follows in the same append. No events when everything is
 * recorded already.
 * @throws Problem `case.already-open`, `case.unknown`, `case.reference-taken`, `case.erased`, or `fact.invalid` with the
 * faults by path; those of the board's commands as `decideBoard` says, those of deliberations as `decideDeliberation` says
 */
export function decideCase(state: Case, command: CaseCommand, knowledge: Knowledge, context: CaseCommandContext): CaseDecision {
  if (state.status === 'open' && state.erased !== null) return afterErasure(state, command, knowledge);
  switch (command.type) {
    case 'OpenCase':
      if (state.status === 'open') {
        throw problem('case.already-open', `The case "${state.head.reference}" is open already.`, { reference: state.head.reference });
      }
      return opening(command.head, command.facts ?? [], knowledge, context);
    case 'ImportCase': {
      if (state.status === 'none') return opening(command.head, command.facts, knowledge, context);
      refuseOtherStory(state, command.head, command.facts);
      return recording(state, under(start(state), knowledge), command.facts, knowledge, context);
    }
    case 'RecordFacts':
      return recording(known(state), under(start(known(state)), knowledge), command.facts, knowledge, context);
    case 'ReassessCase':
      return recording(known(state), under(start(known(state)), knowledge), [], knowledge, context);
    case 'EraseCase': {
      const erased: CaseEvent = { type: 'CaseErased', data: { on: command.today, because: command.because } };
      return finished(happened(start(known(state)), erased, undefined), knowledge);
    }
    case 'ReferCase':
    case 'WithdrawReferral':
    case 'RequestItem':
    case 'DeferCase':
    case 'DelistCase':
    case 'ScheduleCase':
    case 'UnscheduleCase':
    case 'RecordDecision':
    case 'SignDecision':
    case 'ReportAction':
    case 'AuditDecision':
    case 'CheckExpectations':
    case 'IdentifyPatient':
      return decideBoard(known(state), command, knowledge, context);
    case 'RequestDeliberation':
    case 'RecordOpinion':
    case 'RecordAbsence':
    case 'RecordConsultation':
    case 'ConcludeDeliberation':
    case 'MakeClaim':
    case 'WithdrawClaim': {
      const open = known(state);
      const assessment = assessmentOf(open, knowledge);
      const events = decideDeliberation({ state: open, assessment, knowledge, today: context.today }, command);
      return finished(noted({ ...start(open), assessment }, events), knowledge);
    }
  }
}

/** What a case that was erased has nothing to do for: the erasure itself, and what nobody but a workflow asks for. */
const DONE_WITH: ReadonlySet<CaseCommand['type']> = new Set([
  'EraseCase',
  'ReassessCase',
  'CheckExpectations',
  'UnscheduleCase',
  'RecordOpinion',
  'RecordAbsence',
  'RecordConsultation',
  'ConcludeDeliberation',
]);

/** Whether a command is refused because the case was erased, even where the very same command was carried out before. */
export const isRefusedAfterErasure = (state: Case, { type }: CaseCommand): boolean =>
  state.status === 'open' && state.erased !== null && !DONE_WITH.has(type);

/** Refuses to record anything of a case that was erased. */
export const erasedCase = () => problem('case.erased', 'What was written about this case was erased: nothing is recorded of it any more.');

/** A case that was erased keeps the assessment that stood, and nothing is new about it. */
function afterErasure(state: OpenCaseState, command: CaseCommand, knowledge: Knowledge): CaseDecision {
  if (isRefusedAfterErasure(state, command)) throw erasedCase();
  return finished(start(state), knowledge);
}

/** The decider of the case stream under one release and policy; `decideCase` also gives the assessment. */
export const caseDecider = (knowledge: Knowledge, context: CaseCommandContext): Decider<Case, CaseCommand, CaseEvent> => ({
  initialState: noCase,
  decide: (state, command) => decideCase(state, command, knowledge, context).events,
  evolve: evolveCase,
});

function opening(head: CaseHead, facts: readonly Fact[], knowledge: Knowledge, context: CaseCommandContext): CaseDecision {
  const event: CaseEvent = { type: 'CaseOpened', data: withoutFormat(head) };
  const state = evolveCase(noCase(), event) as OpenCaseState;
  return recording(state, { events: [event], state, assessment: undefined }, facts, knowledge, context);
}

/**
 * When the case was last assessed under another release or policy, that is recorded first and by itself, so that a
 * change of the rules is never told as the effect of a fact. Recorded also when the headline stays the same: read
 * models assess under the last recorded release and policy.
 */
function under(course: Course, knowledge: Knowledge): Course {
  const last = course.state.revision;
  if (last === null) return course;
  const kind =
    last.release !== knowledge.release.id
      ? 'new-release'
      : canonicalJson(last.policy) !== canonicalJson(knowledge.policy)
        ? 'new-policy'
        : undefined;
  if (kind === undefined) return course;
  const assessment = assessmentOf(course.state, knowledge);
  return happened(course, revised(changesOf(course.state, assessment), assessment, { kind, facts: [] }), assessment);
}

/** Records facts one after another, and at the end what the board has to hear of all of them together. */
function recording(
  before: OpenCaseState,
  from: Course,
  facts: readonly Fact[],
  knowledge: Knowledge,
  { today }: CaseCommandContext,
): CaseDecision {
  let course = from;
  const changes: RecordedChange[] = [];
  for (const fact of newFacts(course.state, facts)) {
    course = happened(course, factRecorded(fact), undefined);
    const assessment = assessmentOf(course.state, knowledge);
    const changed = changesOf(course.state, assessment);
    // The digest is over the whole assessment: it is made only where it is recorded.
    course = changed.length === 0 ? { ...course, assessment } : happened(course, revised(changed, assessment, causeOf(fact)), assessment);
    changes.push({ fact, changed });
  }
  const assessment = course.assessment ?? assessmentOf(course.state, knowledge);
  const recorded = { before, after: course.state, assessment, facts: changes, rules: rulesChanged(from) };
  const heard = noted({ ...course, assessment }, reEvaluate(recorded, knowledge, today));
  return finished(noted(heard, supersededBy(heard.state, assessment, whyAnother(recorded), today)), knowledge);
}

/** What made the case another than it was: the last of its facts, or the rules. */
function whyAnother({ facts, rules }: Pick<Recorded, 'facts' | 'rules'>): Supersession {
  const last = facts.at(-1);
  if (last !== undefined) return causeOf(last.fact).kind;
  return rules?.kind ?? 'new-release';
}

/** What a change of the rules changed, where the course began with one. */
function rulesChanged({ events }: Course): Recorded['rules'] {
  const [first] = events;
  if (first?.type !== 'AssessmentRevised') return undefined;
  const { cause, changed } = first.data;
  return cause.kind === 'new-release' || cause.kind === 'new-policy' ? { kind: cause.kind, changed } : undefined;
}

const finished = ({ events, state, assessment }: Course, knowledge: Knowledge): CaseDecision => ({
  events,
  state,
  assessment: assessment ?? assessmentOf(state, knowledge),
});

const changesOf = (state: OpenCaseState, assessment: Assessment): readonly ChangedPart[] =>
  changedParts(state.headline, headlineOf(assessment));

function revised(changed: readonly ChangedPart[], assessment: Assessment, cause: RevisionCause): AssessmentRevised {
  return {
    type: 'AssessmentRevised',
    data: {
      cause,
      asOf: assessment.asOf,
      release: assessment.knowledge,
      policy: assessment.policy,
      changed,
      fingerprint: assessment.fingerprint,
      digest: digestOfAssessment(assessment),
    },
  };
}

function causeOf(fact: IdentifiedFact): RevisionCause {
  if (fact.type === 'FactCorrected') return { kind: 'corrected-fact', facts: [fact.id, fact.corrects] };
  if (fact.type === 'FactRetracted') return { kind: 'retracted-fact', facts: [fact.id, fact.retracts] };
  return { kind: 'new-fact', facts: [fact.id] };
}

/** The facts with their ids, without those that are recorded already with the same id and content. */
function newFacts(state: OpenCaseState, facts: readonly Fact[]): IdentifiedFact[] {
  let log = state.facts;
  const fresh: IdentifiedFact[] = [];
  const faults: Fault[] = [];
  facts.forEach((next, index) => {
    const same = next.id === undefined ? undefined : log.get(next.id);
    if (same !== undefined && digestOf(same) === digestOf(next)) return;
    const identified = identify(next, log, `facts[${index}]`);
    faults.push(...identified.faults);
    if (log.has(identified.fact.id)) return;
    // Nothing comes after the last one that could refer to it, and appending to a log that the state shares costs a copy.
    if (index < facts.length - 1) log = log.append(identified.fact);
    fresh.push(identified.fact);
  });
  if (faults.length === 0) return fresh;
  const list = faults.map((fault) => `${fault.path}: ${fault.message}`).join('; ');
  throw problem(
    'fact.invalid',
    `${faults.length === 1 ? 'A fact has a fault' : `The facts have ${faults.length} faults`}: ${list}`,
    {},
    faults,
  );
}

function withoutFormat({ format: _format, ...head }: CaseHead): CaseOpenedData {
  return head;
}

/** A file may repeat the record, fall short of it or go on from it; where both speak, they must say the same. */
function refuseOtherStory(state: OpenCaseState, head: CaseHead, facts: readonly IdentifiedFact[]): void {
  const fields = ['reference', 'title', 'source', 'patient'] as const;
  const field = fields.find((name) => canonicalJson({ of: head[name] }) !== canonicalJson({ of: state.head[name] }));
  if (field !== undefined) throw taken(state, field, `its ${field} is another`);
  const recorded = state.facts.toArray();
  const index = facts.findIndex((fact, place) => {
    const other = recorded[place];
    return other !== undefined && digestOf(other) !== digestOf(fact);
  });
  if (index !== -1)
    throw taken(state, `facts[${index}]`, `fact ${index + 1} of the file differs from the recorded fact "${recorded[index]?.id}"`);
}

const taken = (state: OpenCaseState, path: string, why: string) =>
  problem(
    'case.reference-taken',
    `The reference "${state.head.reference}" belongs to a case that tells another story: ${why}.`,
    { reference: state.head.reference, path },
    [{ path, message: why }],
  );
