import type { CommandBus } from '@nestjs/cqrs';
import {
  type AbsenceReason,
  type CaseEvent,
  caseIdOf,
  currentRun,
  type DeliberationCause,
  type DeliberationRun,
  hasSettled,
  MODEL_VOICE,
  outstanding,
  type RecordedRun,
} from '@tumor-board/board';
import type { EventStore } from '@tumor-board/event-store';
import type { JobQueue, JobRun } from '@tumor-board/job-queue';
import { type CommandContext, derivedId, isProblem, type RecordedEvent } from '@tumor-board/kernel';
import type { ModelGateway } from '@tumor-board/model-gateway';
import { type DeliberatedCase, inputOfRun, isOfThisPanel, openRuns, opinionsOf, readDeliberatedCase, runIn } from '@tumor-board/read-side';
import { conclude, type Opinion, type PanelDiscipline, type PanelInput, redTeamOpinion, specialistOpinion } from '@tumor-board/specialists';
import {
  ConcludeDeliberationCommand,
  RecordAbsenceCommand,
  RecordConsultationCommand,
  RecordOpinionCommand,
  RequestDeliberationCommand,
} from '@tumor-board/write-side';
import { within } from './budget.js';
import { deadlineOf, flowOf, overdueRun, type RunId } from './jobs.js';

/** What is kept of the time of a run for the chair when a language model is asked, in ms. A product rule. */
const CHAIRS_TIME_MS = 5_000;

/** Who asks and records, as the log names it. */
const ACTOR = 'workflow:deliberation';

/** What speaks for a discipline: a pure function of the case, and for the red team of the first opinions. */
export type Speak = (discipline: PanelDiscipline, input: PanelInput, first: readonly Opinion[]) => Opinion | Promise<Opinion>;

/** What deliberations need. */
export interface DeliberationOptions {
  readonly pool: Parameters<typeof openRuns>[0];
  readonly queue: JobQueue;
  readonly commands: CommandBus;
  readonly eventStore: Pick<EventStore, 'read'>;
  /** Default the agents of this program. */
  readonly speak?: Speak | undefined;
  /** A language model that reads along; default none. */
  readonly languageModel?: ModelGateway | undefined;
  /** How long one discipline may take in one attempt, in ms; default 20 000. */
  readonly opinionMs?: number | undefined;
  /** How long a run may take, in ms; default that of the command. */
  readonly runMs?: number | undefined;
  /** The clock; default that of the machine. */
  readonly now?: (() => Date) | undefined;
}

/** A run that goes on, with the case it is about. */
interface Under extends DeliberatedCase {
  readonly run: RecordedRun;
  readonly waitedFor: readonly string[];
  readonly settled: Pick<DeliberationRun, 'given' | 'absent'>;
}

/**
 * Holds deliberations. Turns follow from the flow of jobs, what is said from the case; each step reads the log and sends one
 * command that says nothing new when it was sent before. So any step may be taken twice, by anybody, and whatever becomes of
 * the jobs, what is left to do of a run is found in the log.
 */
export class Deliberation {
  readonly #options: DeliberationOptions;
  readonly #now: () => Date;
  readonly #speak: Speak;

  constructor(options: DeliberationOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
    this.#speak = options.speak ?? agents;
  }

  /** What follows from an event: a case that waits for the board is deliberated on, and a run that was asked for begins. */
  async follow(event: RecordedEvent): Promise<void> {
    const caseId = caseIdOf(event.streamId);
    if (caseId === undefined) return;
    const { site } = event.metadata;
    const body = event as RecordedEvent & CaseEvent;
    if (body.type === 'DeliberationRequested') {
      const { runId, fingerprint, disciplines, deadline } = body.data;
      return await this.#begin({ site, caseId, runId }, fingerprint, disciplines, deadline);
    }
    // A run that is held again has its successor beside it.
    if (body.type === 'DeliberationSuperseded' && body.data.because === 'repeated') return;
    await this.#ask(site, caseId, event);
  }

  /** Gives the opinion of a discipline; after the last failed attempt the discipline is absent. */
  async opinion(
    { discipline, fingerprint, ...of }: RunId & { readonly discipline: PanelDiscipline; readonly fingerprint: string },
    { attempt, isLastAttempt }: Pick<JobRun, 'attempt' | 'isLastAttempt'>,
  ): Promise<void> {
    const under = await this.#under(of);
    if (under === undefined || !under.waitedFor.includes(discipline) || under.run.requested.fingerprint !== fingerprint) return;
    try {
      const opinion = await within(this.#options.opinionMs ?? 20_000, () => this.#speakFor(discipline, under));
      await this.#send((context) => new RecordOpinionCommand(of.caseId, of.runId, opinion, context), of, `${discipline} ${attempt}`);
    } catch (error) {
      if (!isLastAttempt) throw error;
      await this.#absent(of, discipline, 'failed');
      throw error;
    }
  }

  /** The chair's part. Whoever has failed without a word is absent; a run that other agents were asked for is left to them. */
  async chair(of: RunId): Promise<void> {
    await this.#consult(of);
    await this.#conclude(of, 'failed');
  }

  /** Ends a run whose time is over. One that nobody could hold is asked for again. */
  async end(of: RunId): Promise<void> {
    const under = await this.#under(of);
    if (under === undefined) return;
    if (!isOfThisPanel(under.run)) {
      const because = under.run.requested.because;
      return await this.#send((context) => this.#request(of.caseId, because, context), of, 'other agents');
    }
    await this.#conclude(of, 'deadline');
  }

  /** Sees to it that there are jobs for every run that goes on. */
  async refill(): Promise<void> {
    const { pool, queue } = this.#options;
    for (const of of await openRuns(pool)) {
      const under = await this.#under(of);
      if (under === undefined) continue;
      const { fingerprint, deadline } = under.run.requested;
      if (this.#left(deadline) <= 0) await queue.ensure(overdueRun(of));
      else await this.#begin(of, fingerprint, under.waitedFor, deadline);
    }
  }

  async #begin(of: RunId, fingerprint: string, waitedFor: readonly string[], deadline: string): Promise<void> {
    const { queue } = this.#options;
    await queue.addFlow(flowOf(of, fingerprint, waitedFor));
    await queue.add(deadlineOf(of, Math.max(0, this.#left(deadline))));
  }

  #left(deadline: string): number {
    return Date.parse(deadline) - this.#now().getTime();
  }

  /** Asks for a run where a case waits for the board and none is current. */
  async #ask(site: string, caseId: string, { eventId }: RecordedEvent): Promise<void> {
    const found = await this.#read(site, caseId);
    if (found === undefined || found.state.erased !== null || found.state.board.deaths.length > 0) return;
    const { board, deliberation } = found.state;
    if (board.listing === null || currentRun(deliberation) !== undefined) return;
    const because = board.decisions.length === 0 ? 'listing' : 're-evaluation';
    await this.#send((context) => this.#request(caseId, because, context), { site, caseId }, eventId);
  }

  #request(caseId: string, because: DeliberationCause, context: CommandContext): RequestDeliberationCommand {
    return new RequestDeliberationCommand(caseId, because, context, undefined, this.#options.runMs);
  }

  async #speakFor(discipline: PanelDiscipline, { events, run, waitedFor }: Under): Promise<Opinion> {
    refuseOthers(run);
    const others = waitedFor.filter((one) => one !== 'red-team');
    if (discipline === 'red-team' && others.length > 0) throw new Error(`the red team waits for ${others.join(', ')}`);
    return await this.#speak(discipline, inputOfRun(events, run), opinionsOf(run));
  }

  /** Lets a language model read what the agents said, once and within the time of the run. Whatever it does, the run goes on. */
  async #consult(of: RunId): Promise<void> {
    const { languageModel } = this.#options;
    const under = languageModel === undefined ? undefined : await this.#under(of);
    if (languageModel === undefined || under === undefined || hasSettled(under.settled, MODEL_VOICE)) return;
    const left = this.#left(under.run.requested.deadline) - CHAIRS_TIME_MS;
    if (left <= 0) return;
    refuseOthers(under.run);
    const { exchange } = await languageModel.consult({
      input: inputOfRun(under.events, under.run),
      opinions: opinionsOf(under.run),
      signal: AbortSignal.timeout(left),
    });
    await this.#send((context) => new RecordConsultationCommand(of.caseId, of.runId, exchange, context), of, MODEL_VOICE);
  }

  async #conclude(of: RunId, because: AbsenceReason): Promise<void> {
    const before = await this.#under(of);
    if (before === undefined) return;
    refuseOthers(before.run);
    for (const discipline of before.waitedFor) await this.#absent(of, discipline, because);
    const under = await this.#under(of);
    if (under === undefined) return;
    const run = conclude(inputOfRun(under.events, under.run), opinionsOf(under.run));
    await this.#send((context) => new ConcludeDeliberationCommand(of.caseId, of.runId, run, context), of, `chair ${under.state.version}`);
  }

  async #absent(of: RunId, discipline: string, reason: AbsenceReason): Promise<void> {
    const { caseId, runId } = of;
    await this.#send((context) => new RecordAbsenceCommand(caseId, { runId, discipline, reason }, context), of, `${discipline} ${reason}`);
  }

  /** The run as the log has it; undefined when there is nothing more to do for it. */
  async #under({ site, caseId, runId }: RunId): Promise<Under | undefined> {
    const found = await this.#read(site, caseId);
    const current = found === undefined || found.state.erased !== null ? undefined : currentRun(found.state.deliberation);
    if (found === undefined || current?.runId !== runId || current.status !== 'running') return undefined;
    return { ...found, run: runIn(found, runId), waitedFor: outstanding(current), settled: current };
  }

  async #read(site: string, caseId: string): Promise<DeliberatedCase | undefined> {
    try {
      return await readDeliberatedCase(this.#options.eventStore, site, caseId);
    } catch (error) {
      if (isProblem(error, 'case.unknown')) return undefined;
      throw error;
    }
  }

  async #send(
    command: (context: CommandContext) => Parameters<CommandBus['execute']>[0],
    { site, caseId, runId }: Omit<RunId, 'runId'> & { readonly runId?: string },
    step: string,
  ): Promise<void> {
    const context = {
      commandId: derivedId('deliberation', runId ?? caseId, step),
      metadata: { site, actor: ACTOR, ...(runId === undefined ? {} : { causationId: runId }) },
      receivedAt: this.#now().toISOString(),
    };
    try {
      await this.#options.commands.execute(command(context));
    } catch (error) {
      if (!isProblem(error) || !OVER.has(error.code)) throw error;
    }
  }
}

/** The agents of this program. */
const agents: Speak = (discipline, input, first) =>
  discipline === 'red-team' ? redTeamOpinion(input, first) : specialistOpinion(discipline, input);

/** What says that nobody waits for it any more. */
const OVER: ReadonlySet<string> = new Set([
  'deliberation.superseded',
  'deliberation.unknown',
  'case.unknown',
  'case.erased',
  'case.patient-died',
]);

function refuseOthers(run: RecordedRun): void {
  if (!isOfThisPanel(run)) throw new Error('agents of another version of the program were asked');
}
