import {
  decideKnowledge,
  evolveKnowledge,
  type KnowledgeCommand,
  type KnowledgeEvent,
  knowledgeStream,
  nothingDecided,
  type SiteKnowledge,
} from '@tumor-board/board';
import type { EventStore } from '@tumor-board/event-store';
import { type CommandContext, fold } from '@tumor-board/kernel';
import { knowledgeRelease } from '@tumor-board/knowledge';
import { CommandLoop, type CommandLoopOptions } from './command-loop.js';
import type { KnowledgeInForce } from './knowledge-in-force.js';

/** What a command to the knowledge of a site answers. */
export interface KnowledgeCommandResult {
  /** The version of the site's knowledge after the command. */
  readonly version: number;
  /** Where its last event stands. */
  readonly position: string;
  readonly state: SiteKnowledge;
  /** True when nothing was recorded, because it is so already. */
  readonly duplicate: boolean;
}

interface KnowledgeDecision {
  readonly events: readonly KnowledgeEvent[];
  readonly state: SiteKnowledge;
}

/** Carries out commands to the knowledge of a site. */
export class KnowledgeCommands {
  readonly #loop: CommandLoop<SiteKnowledge, KnowledgeCommand, KnowledgeEvent, KnowledgeDecision>;
  readonly #inForce: KnowledgeInForce;

  constructor(eventStore: EventStore, inForce: KnowledgeInForce, options: CommandLoopOptions = {}) {
    this.#inForce = inForce;
    this.#loop = new CommandLoop(
      eventStore,
      {
        name: 'knowledge',
        initialState: nothingDecided,
        evolve: evolveKnowledge,
        decide: (state, command, context) => {
          const { release, policy } = inForce.defaultsOf(context.metadata.site);
          const own = (id: string) => (id === release.id ? release : knowledgeRelease(id));
          const events = decideKnowledge(state, command, { defaults: { release: release.id, policy }, release: own });
          return { events, state: fold({ evolve: evolveKnowledge }, state, events) };
        },
      },
      options,
    );
  }

  /**
   * Carries out one command at the site of its context.
   * @throws Problem as `decideKnowledge`; `knowledge.version-conflict`
   */
  async carryOut(command: KnowledgeCommand, context: CommandContext): Promise<KnowledgeCommandResult> {
    const { site } = context.metadata;
    const handled = await this.#loop.handle({ streamId: knowledgeStream(site), command, context });
    const { version, position } = handled;
    const state =
      handled.outcome === 'repeated'
        ? fold({ evolve: evolveKnowledge }, nothingDecided(), handled.history as readonly unknown[] as readonly KnowledgeEvent[])
        : handled.decision.state;
    this.#inForce.remember(site, state);
    return { version, position, state, duplicate: handled.outcome !== 'recorded' };
  }
}
