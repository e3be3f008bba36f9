import {
  type AssessmentRevised,
  type BoardSummary,
  boardSummaryOf,
  type Case,
  type CaseCommand,
  type CaseDecision,
  type CaseEvent,
  caseStream,
  decideCase,
  type EraseCase,
  erasedCase,
  evolveCase,
  isRefusedAfterErasure,
  isSaidByPanel,
  noCase,
  type OpenCaseState,
  recordOf,
} from '@tumor-board/board';
import type { BlindIndex, EventStore, SubjectKeys, TokenHolders } from '@tumor-board/event-store';
import { type CommandContext, digestOf, type EventBody, fold, problem, type RecordedEvent } from '@tumor-board/kernel';
import { type Assessment, assess, knowledgeRelease } from '@tumor-board/knowledge';
import { CommandLoop, type CommandLoopOptions } from './command-loop.js';
import { dayOf } from './days.js';
import { KnowledgeInForce, type KnowledgeInForceOptions, type KnowledgeOnDay } from './knowledge-in-force.js';

/** What the write side needs. */
export interface WriteSideOptions extends CommandLoopOptions, KnowledgeInForceOptions {
  readonly eventStore: EventStore;
  /** To destroy the keys of what is erased; without them that is left to whoever has them. */
  readonly keys?: Pick<SubjectKeys, 'destroy'> | undefined;
  /** Makes ids of record numbers; without it nobody can be registered. */
  readonly index?: Pick<BlindIndex, 'exactly'> | undefined;
  /** Keeps two records from being given one record number. */
  readonly holders?: Pick<TokenHolders, 'giving' | 'forget'> | undefined;
  /** Told how long each command took to decide, its assessments included, in seconds. Must not throw. */
  readonly onDecided?: (seconds: number) => void;
}

/** What a command to a case answers. */
export interface CaseCommandResult {
  readonly caseId: string;
  /** The version of the case after the command. */
  readonly version: number;
  /** Pass it to a query as `atLeast` to read what the command wrote. */
  readonly position: string;
  /** The assessment that stands after the command. */
  readonly assessment: Assessment;
  /** Where the case stands at the board after the command. */
  readonly board: BoardSummary;
  /** The revisions of the assessment that the command recorded, when it was first carried out. */
  readonly revisions: readonly AssessmentRevised['data'][];
  /** True when nothing was recorded, because all of it was before. */
  readonly duplicate: boolean;
}

/** What a command to a case would lead to. */
export interface ConsideredCase {
  readonly caseId: string;
  /** The version of the case as it is; 0 when it is not open yet. */
  readonly version: number;
  /** The events that would be recorded, in order. */
  readonly events: readonly CaseEvent[];
  /** The assessment that would stand. */
  readonly assessment: Assessment;
}

/** Carries out commands to cases, under what is in force at their site. */
export class CaseCommands {
  readonly #loop: CommandLoop<Case, CaseCommand, CaseEvent, CaseDecision>;
  readonly #inForce: KnowledgeInForce;
  readonly #keys: WriteSideOptions['keys'];

  constructor(options: WriteSideOptions, inForce: KnowledgeInForce = new KnowledgeInForce(options)) {
    this.#inForce = inForce;
    this.#keys = options.keys;
    this.#loop = new CommandLoop(
      options.eventStore,
      {
        name: 'case',
        initialState: noCase,
        evolve: evolveCase,
        isAside: isSaidByPanel,
        decide: async (state, command, context) => {
          const knowledge = await this.#knowledgeFor(state, context);
          const since = performance.now();
          const decision = decideCase(state, command, knowledge, { today: dayOf(context.receivedAt) });
          options.onDecided?.((performance.now() - since) / 1_000);
          return decision;
        },
        refusal: (state, command) => (isRefusedAfterErasure(state, command) ? erasedCase() : undefined),
      },
      options,
    );
  }

  /**
   * Carries out one command.
   * @throws Problem as `decideCase`; `case.unknown` for a case of another site; `case.version-conflict`
   */
  async carryOut(caseId: string, command: CaseCommand, context: CommandContext, expectedVersion?: number): Promise<CaseCommandResult> {
    const handled = await this.#loop.handle({ streamId: caseStream(caseId), command, context, expectedVersion });
    const { version, position } = handled;
    const recorded = handled.outcome === 'repeated' ? handled.history.filter(isOf(context)) : handled.decision.events;
    const revisions = recorded.filter(isRevision).map(({ data }) => data as AssessmentRevised['data']);
    const { state, assessment } = handled.outcome === 'repeated' ? await this.#answeredThen(handled.history, context) : handled.decision;
    return { caseId, version, position, assessment, board: boardSummaryOf(state), revisions, duplicate: handled.outcome !== 'recorded' };
  }

  /**
   * What one command would lead to, under what is in force now. Nothing is recorded, and nothing is promised: the case
   * may move on before the command is sent.
   * @throws Problem as `decideCase`; `case.unknown` for a case of another site
   */
  async consider(caseId: string, command: CaseCommand, context: CommandContext): Promise<ConsideredCase> {
    const { version, decision } = await this.#loop.consider({ streamId: caseStream(caseId), command, context });
    return { caseId, version, events: decision.events, assessment: decision.assessment };
  }

  /**
   * Erases a case: records the tombstone, then destroys the key. Whoever follows the log does the second where this
   * process ended before it could.
   * @throws Problem `case.unknown`
   */
  async erase(caseId: string, command: EraseCase, context: CommandContext): Promise<CaseCommandResult> {
    const result = await this.carryOut(caseId, command, context);
    await this.#keys?.destroy(caseStream(caseId));
    return result;
  }

  /**
   * What a case is assessed under. What was in force a second ago will do where the case was last assessed under it: if
   * something else has come into force since, the case is still to be re-assessed. Where the case says otherwise, or
   * says nothing, the other one may be newer, so that it is read anew: a case is never taken back.
   */
  async #knowledgeFor(state: Case, context: CommandContext): Promise<KnowledgeOnDay> {
    const { site } = context.metadata;
    const day = dayOf(context.receivedAt);
    const knowledge = await this.#inForce.on(site, day);
    return state.status === 'open' && wasUnder(state, knowledge) ? knowledge : await this.#inForce.readOn(site, day);
  }

  /** What the command gave when it was recorded: the case of then, assessed under the release and policy of then. */
  async #answeredThen(history: readonly RecordedEvent[], context: CommandContext): Promise<Pick<CaseDecision, 'state' | 'assessment'>> {
    const state = fold({ evolve: evolveCase }, noCase(), history as readonly unknown[] as readonly CaseEvent[]);
    if (state.status === 'none') throw problem('case.unknown', 'There is no such case.');
    const own = history.filter(isOf(context)).findLast(isRevision);
    if (own === undefined) {
      const now = await this.#inForce.on(context.metadata.site, dayOf(context.receivedAt));
      return { state, assessment: assess(recordOf(state), now.release, now.policy) };
    }
    const { release, policy } = own.data as AssessmentRevised['data'];
    return { state, assessment: assess(recordOf(state), knowledgeRelease(release), policy) };
  }
}

const isOf =
  ({ commandId }: CommandContext) =>
  (event: RecordedEvent): boolean =>
    event.commandId === commandId.toLowerCase();

const isRevision = ({ type }: EventBody): boolean => type === 'AssessmentRevised';

const wasUnder = ({ revision }: OpenCaseState, { release, policy }: KnowledgeOnDay): boolean =>
  revision !== null && revision.release === release.id && digestOf(revision.policy) === digestOf(policy);
