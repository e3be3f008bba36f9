import {
  type AgendaItem,
  decideMeeting,
  evolveMeeting,
  itemOf,
  type KnownMeeting,
  type Meeting,
  type MeetingCommand,
  type MeetingEvent,
  type MeetingRules,
  meetingStream,
  noMeeting,
} from '@tumor-board/board';
import type { EventStore } from '@tumor-board/event-store';
import { type CommandContext, fold, problem } from '@tumor-board/kernel';
import { CommandLoop, type CommandLoopOptions } from './command-loop.js';

/** What a command to a meeting answers. */
export interface MeetingCommandResult {
  readonly meetingId: string;
  /** The version of the meeting after the command. */
  readonly version: number;
  /** Pass it to a query as `atLeast` to read what the command wrote. */
  readonly position: string;
  readonly meeting: KnownMeeting;
  /** What the command recorded, when it was first carried out. */
  readonly recorded: readonly MeetingEvent[];
  /** True when nothing was recorded, because it is so already. */
  readonly duplicate: boolean;
}

interface MeetingDecision {
  readonly events: readonly MeetingEvent[];
  readonly state: Meeting;
}

/** What meetings are kept with. */
export interface MeetingOptions extends CommandLoopOptions {
  readonly eventStore: EventStore;
  /** Default the product's rules. */
  readonly meetingRules?: MeetingRules;
}

const evolve = { evolve: evolveMeeting };

/** Carries out commands to meetings. Commands that meet are decided one after the other, so that none is lost. */
export class MeetingCommands {
  readonly #loop: CommandLoop<Meeting, MeetingCommand, MeetingEvent, MeetingDecision>;
  readonly #store: EventStore;

  constructor({ eventStore, meetingRules, ...options }: MeetingOptions) {
    this.#store = eventStore;
    this.#loop = new CommandLoop(
      eventStore,
      {
        name: 'meeting',
        initialState: noMeeting,
        evolve: evolveMeeting,
        decide: (state, command) => {
          const events = decideMeeting(state, command, meetingRules);
          return { events, state: fold(evolve, state, events) };
        },
      },
      options,
    );
  }

  /**
   * Carries out one command.
   * @throws Problem as `decideMeeting`; `meeting.unknown` for a meeting of another site; `meeting.version-conflict`
   */
  async carryOut(meetingId: string, command: MeetingCommand, context: CommandContext): Promise<MeetingCommandResult> {
    const handled = await this.#loop.handle({ streamId: meetingStream(meetingId), command, context });
    const { version, position, outcome } = handled;
    const own = context.commandId.toLowerCase();
    const [state, recorded] =
      handled.outcome === 'repeated'
        ? [
            fold(evolve, noMeeting(), handled.history as readonly unknown[] as readonly MeetingEvent[]),
            handled.history.filter(({ commandId }) => commandId === own),
          ]
        : [handled.decision.state, handled.decision.events];
    return {
      meetingId,
      version,
      position,
      meeting: known(state),
      recorded: recorded as readonly unknown[] as readonly MeetingEvent[],
      duplicate: outcome !== 'recorded',
    };
  }

  /**
   * A meeting of a site as it stands now, read from the log.
   * @throws Problem `meeting.unknown`, also for a meeting of another site
   */
  async find(site: string, meetingId: string): Promise<KnownMeeting> {
    const events = await this.#store.read(meetingStream(meetingId));
    if (events[0]?.metadata.site !== site) throw problem('meeting.unknown', 'There is no such meeting.');
    return known(fold(evolve, noMeeting(), events as readonly unknown[] as readonly MeetingEvent[]));
  }

  /**
   * An item of an agenda as it stands now.
   * @throws Problem `meeting.unknown`, `meeting.item-unknown`
   */
  async item(site: string, meetingId: string, itemId: string): Promise<AgendaItem> {
    const found = itemOf((await this.find(site, meetingId)).agenda, itemId);
    if (found === undefined) throw problem('meeting.item-unknown', 'There is no such item on the agenda.', { itemId });
    return found;
  }
}

function known(state: Meeting): KnownMeeting {
  if (state.status === 'none') throw problem('meeting.unknown', 'There is no such meeting.');
  return state;
}
