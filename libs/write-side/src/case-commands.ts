import {
  type AssessmentRevised,
  type Case,
  type CaseCommand,
  type CaseDecision,
  type CaseEvent,
  caseStream,
  decideCase,
  evolveCase,
  type Knowledge,
  noCase,
  recordOf,
} from '@tumor-board/board';
import type { EventStore } from '@tumor-board/event-store';
import { type CommandContext, fold, problem, type RecordedEvent } from '@tumor-board/kernel';
import { type Assessment, assess, type KnowledgeRelease, knowledgeRelease, type SitePolicy } from '@tumor-board/knowledge';
import { CommandLoop, type CommandLoopOptions } from './command-loop.js';

/** What the write side needs. */
export interface WriteSideOptions extends CommandLoopOptions {
  readonly eventStore: EventStore;
  /** The knowledge release that cases are assessed under. */
  readonly release: KnowledgeRelease;
  /** The policy of every site, or of each. */
  readonly policy: SitePolicy | ((site: string) => SitePolicy);
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
  /** True when nothing was recorded, because all of it was before. */
  readonly duplicate: boolean;
}

/** Carries out commands to cases. */
export class CaseCommands {
  readonly #loop: CommandLoop<Case, CaseCommand, CaseEvent, CaseDecision>;
  readonly #knowledgeOf: (site: string) => Knowledge;

  constructor({ eventStore, release, policy, onDecided, ...options }: WriteSideOptions) {
    this.#knowledgeOf = (site) => ({ release, policy: typeof policy === 'function' ? policy(site) : policy });
    this.#loop = new CommandLoop(
      eventStore,
      {
        name: 'case',
        initialState: noCase,
        evolve: evolveCase,
        decide: (state, command, context) => {
          const since = performance.now();
          const decision = decideCase(state, command, this.#knowledgeOf(context.metadata.site));
          onDecided?.((performance.now() - since) / 1_000);
          return decision;
        },
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
    const assessment = handled.outcome === 'repeated' ? this.#answeredThen(handled.history, context) : handled.decision.assessment;
    return { caseId, version, position, assessment, duplicate: handled.outcome !== 'recorded' };
  }

  /** The assessment that the command gave when it was recorded: from the facts of then, under the release and policy of then. */
  #answeredThen(history: readonly RecordedEvent[], context: CommandContext): Assessment {
    const state = fold({ evolve: evolveCase }, noCase(), history as readonly unknown[] as readonly CaseEvent[]);
    if (state.status === 'none') throw problem('case.unknown', 'There is no such case.');
    const own = history.findLast((event) => event.commandId === context.commandId.toLowerCase() && event.type === 'AssessmentRevised');
    const now = this.#knowledgeOf(context.metadata.site);
    if (own === undefined) return assess(recordOf(state), now.release, now.policy);
    const { release, policy } = own.data as AssessmentRevised['data'];
    return assess(recordOf(state), knowledgeRelease(release), policy);
  }
}
