import { canonicalJson, type IsoDate, problem } from '@tumor-board/kernel';
import type { Assessment } from '@tumor-board/knowledge';
import type { Knowledge } from '../case/case-assessment.js';
import type { OpenCaseState } from '../case/case-state.js';
import { invalid, refuseAfterDeath, stated } from '../case/refusals.js';
import type {
  ConcludeDeliberation,
  DeliberationCommand,
  MakeClaim,
  RecordAbsence,
  RecordConsultation,
  RecordOpinion,
  RequestDeliberation,
  WithdrawClaim,
} from './deliberation-command.js';
import { type DeliberationEvent, MODEL_VOICE, type Supersession } from './deliberation-event.js';
import { currentRun, type DeliberationRun, hasSettled, outstanding } from './deliberation-state.js';

/** What the rules of deliberations look at. */
export interface DeliberationSituation {
  readonly state: OpenCaseState;
  readonly assessment: Assessment;
  readonly knowledge: Knowledge;
  readonly today: IsoDate;
}

/**
 * Decides a command to the deliberations on an open case.
 * @throws Problem `case.patient-died`, `deliberation.id-taken`, `deliberation.unknown`,
 * `deliberation.superseded`, `deliberation.opinion-invalid`, `deliberation.incomplete`, `claim.id-taken`, `claim.unknown`,
 * `claim.of-another`
 */
export function decideDeliberation(situation: DeliberationSituation, command: DeliberationCommand): DeliberationEvent[] {
  switch (command.type) {
    case 'RequestDeliberation':
      return request(situation, command);
    case 'RecordOpinion':
      return recordOpinion(situation, command);
    case 'RecordAbsence':
      return recordAbsence(situation, command);
    case 'RecordConsultation':
      return recordConsultation(situation, command);
    case 'ConcludeDeliberation':
      return concludeRun(situation, command);
    case 'MakeClaim':
      return makeClaim(situation, command);
    case 'WithdrawClaim':
      return withdrawClaim(situation, command);
  }
}

/** What follows for a run from a fact or a rule: one that was about another case than the one that now is, is of the past. */
export function supersededBy(
  { deliberation }: OpenCaseState,
  { fingerprint }: Pick<Assessment, 'fingerprint'>,
  because: Supersession,
  today: IsoDate,
): DeliberationEvent[] {
  const run = currentRun(deliberation);
  return run === undefined || run.fingerprint === fingerprint ? [] : [superseded(run, because, today)];
}

const superseded = ({ runId }: DeliberationRun, because: Supersession, on: IsoDate): DeliberationEvent => ({
  type: 'DeliberationSuperseded',
  data: { runId, on, because },
});

function request(
  { state, assessment, knowledge, today }: DeliberationSituation,
  { type: _type, ...asked }: RequestDeliberation,
): DeliberationEvent[] {
  refuseAfterDeath(state);
  const { deliberation } = state;
  if (deliberation.run?.runId === asked.runId) return [];
  if (deliberation.runIds.includes(asked.runId)) {
    throw problem('deliberation.id-taken', 'The id belongs to an earlier run of this case.', { runId: asked.runId });
  }
  const run = currentRun(deliberation);
  if (run !== undefined && answers(run, assessment, asked)) return [];
  const { fingerprint, asOf } = assessment;
  const { release, policy } = knowledge;
  return [
    ...(run === undefined ? [] : [superseded(run, run.fingerprint === fingerprint ? 'repeated' : 'new-release', today)]),
    {
      type: 'DeliberationRequested',
      data: { ...asked, on: today, fingerprint, asOf, release: release.id, releaseHash: release.contentHash, policy },
    },
  ];
}

/** Whether a run is already what is asked for: it goes on, or it is whole and the same agents would say the same again. */
function answers(run: DeliberationRun, { fingerprint }: Assessment, { versions }: Pick<RequestDeliberation, 'versions'>): boolean {
  if (run.fingerprint !== fingerprint) return false;
  if (run.status === 'running') return true;
  return run.absent.length === 0 && canonicalJson(run.versions) === canonicalJson(versions);
}

/** The run that is given something, or undefined when it has concluded: what comes later is no news. */
function running({ state }: DeliberationSituation, runId: string): DeliberationRun | undefined {
  const { run, runIds } = state.deliberation;
  if (!runIds.includes(runId)) throw problem('deliberation.unknown', 'The case has no such run.', { runId });
  if (run?.runId !== runId || run.status === 'superseded') {
    throw problem('deliberation.superseded', 'The case is no longer the one that this run is about.', { runId });
  }
  return run.status === 'running' ? run : undefined;
}

function recordOpinion(situation: DeliberationSituation, { runId, opinion }: RecordOpinion): DeliberationEvent[] {
  const run = running(situation, runId);
  if (run === undefined) return [];
  const faults = [
    ...(run.disciplines.includes(opinion.discipline)
      ? []
      : [{ path: 'opinion.discipline', message: `expected one of ${run.disciplines.join(', ')}` }]),
    ...(opinion.fingerprint === run.fingerprint
      ? []
      : [{ path: 'opinion.fingerprint', message: 'expected that of the assessment which the run is about' }]),
  ];
  if (faults.length > 0) throw invalid('deliberation.opinion-invalid', 'The opinion cannot be recorded', faults);
  return outstanding(run).includes(opinion.discipline) ? [{ type: 'OpinionRecorded', data: { runId, opinion } }] : [];
}

function recordAbsence(situation: DeliberationSituation, { type: _type, ...data }: RecordAbsence): DeliberationEvent[] {
  const run = running(situation, data.runId);
  return run !== undefined && outstanding(run).includes(data.discipline) ? [{ type: 'DisciplineAbsent', data }] : [];
}

function recordConsultation(situation: DeliberationSituation, { runId, exchange, opinion }: RecordConsultation): DeliberationEvent[] {
  const run = running(situation, runId);
  if (run === undefined || hasSettled(run, MODEL_VOICE)) return [];
  const faults = [
    ...(opinion === undefined || (opinion.discipline === MODEL_VOICE && opinion.author.kind === 'model')
      ? []
      : [{ path: 'opinion.author', message: 'expected a language model, which speaks for itself alone' }]),
    ...(opinion === undefined || opinion.fingerprint === run.fingerprint
      ? []
      : [{ path: 'opinion.fingerprint', message: 'expected that of the assessment which the run is about' }]),
  ];
  if (faults.length > 0) throw invalid('deliberation.opinion-invalid', 'The opinion cannot be recorded', faults);
  return [
    { type: 'ModelConsulted', data: { runId, exchange } },
    opinion === undefined
      ? { type: 'DisciplineAbsent', data: { runId, discipline: MODEL_VOICE, reason: 'failed' } }
      : { type: 'OpinionRecorded', data: { runId, opinion } },
  ];
}

function concludeRun(situation: DeliberationSituation, { type: _type, ...data }: ConcludeDeliberation): DeliberationEvent[] {
  const run = running(situation, data.runId);
  if (run === undefined) return [];
  const missing = outstanding(run);
  if (missing.length > 0) {
    throw problem('deliberation.incomplete', `The chair waits for ${missing.join(', ')}.`, { runId: data.runId, outstanding: missing });
  }
  return [{ type: 'DeliberationConcluded', data: { ...data, on: situation.today } }];
}

function makeClaim({ state, assessment, today }: DeliberationSituation, { type: _type, ...claim }: MakeClaim): DeliberationEvent[] {
  refuseAfterDeath(state);
  const { claimId } = claim;
  if (state.deliberation.claims.some((one) => one.claimId === claimId)) {
    throw problem('claim.id-taken', 'The id belongs to a claim that was made before.', { claimId });
  }
  const faults = claim.stance === 'request' && claim.item === undefined ? [{ path: 'item', message: 'expected what is asked for' }] : [];
  if (faults.length > 0) throw invalid('claim.invalid', 'The claim cannot be made', faults);
  return [{ type: 'ClaimMade', data: stated({ ...claim, on: today, fingerprint: assessment.fingerprint }) }];
}

function withdrawClaim({ state, today }: DeliberationSituation, { claimId, account }: WithdrawClaim): DeliberationEvent[] {
  const claim = state.deliberation.claims.find((one) => one.claimId === claimId);
  if (claim === undefined) throw problem('claim.unknown', 'The case has no such claim.', { claimId });
  if (claim.account !== account) throw problem('claim.of-another', 'Only who made a claim can take it back.', { claimId });
  return claim.isWithdrawn ? [] : [{ type: 'ClaimWithdrawn', data: { claimId, on: today } }];
}
