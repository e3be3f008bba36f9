import {
  decideSeries,
  evolveSeries,
  noSeries,
  planOfMeeting,
  type RunningSeries,
  type Series,
  type SeriesCommand,
  type SeriesEvent,
  type SeriesPlan,
  seriesStream,
} from '@tumor-board/board';
import type { EventStore } from '@tumor-board/event-store';
import { type CommandContext, derivedId, fold, type IsoDate, problem } from '@tumor-board/kernel';
import { CommandLoop, type CommandLoopOptions } from './command-loop.js';
import type { MeetingCommands } from './meeting-commands.js';

/** What a command to a series of meetings answers. */
export interface SeriesCommandResult {
  readonly seriesId: string;
  /** The version of the series after the command. */
  readonly version: number;
  /** Pass it to a query as `atLeast` to read what the command wrote. */
  readonly position: string;
  readonly series: RunningSeries;
  /** What the command recorded, when it was first carried out. */
  readonly recorded: readonly SeriesEvent[];
  /** True when nothing was recorded, because it is so already. */
  readonly duplicate: boolean;
}

interface SeriesDecision {
  readonly events: readonly SeriesEvent[];
  readonly state: Series;
}

const evolve = { evolve: evolveSeries };

/** Carries out commands to series of meetings. */
export class SeriesCommands {
  readonly #loop: CommandLoop<Series, SeriesCommand, SeriesEvent, SeriesDecision>;
  readonly #store: EventStore;

  constructor({ eventStore, ...options }: CommandLoopOptions & { readonly eventStore: EventStore }) {
    this.#store = eventStore;
    this.#loop = new CommandLoop(
      eventStore,
      {
        name: 'series',
        initialState: noSeries,
        evolve: evolveSeries,
        decide: (state, command) => {
          const events = decideSeries(state, command);
          return { events, state: fold(evolve, state, events) };
        },
      },
      options,
    );
  }

  /**
   * Carries out one command.
   * @throws Problem as `decideSeries`; `series.unknown` for a series of another site; `series.version-conflict`
   */
  async carryOut(seriesId: string, command: SeriesCommand, context: CommandContext): Promise<SeriesCommandResult> {
    const handled = await this.#loop.handle({ streamId: seriesStream(seriesId), command, context });
    const { version, position } = handled;
    const own = context.commandId.toLowerCase();
    const [state, recorded] =
      handled.outcome === 'repeated'
        ? [
            fold(evolve, noSeries(), handled.history as readonly unknown[] as readonly SeriesEvent[]),
            handled.history.filter(({ commandId }) => commandId === own) as readonly unknown[] as readonly SeriesEvent[],
          ]
        : [handled.decision.state, handled.decision.events];
    return { seriesId, version, position, series: running(state), recorded, duplicate: handled.outcome !== 'recorded' };
  }

  /**
   * A series of a site, as it stands now or as it stood at a version, read from the log.
   * @throws Problem `series.unknown`, also for a series of another site
   */
  async find(site: string, seriesId: string, upTo?: number): Promise<RunningSeries> {
    const events = await this.#store.read(seriesStream(seriesId), upTo === undefined ? {} : { upTo });
    if (events[0]?.metadata.site !== site) throw unknown();
    return running(fold(evolve, noSeries(), events as readonly unknown[] as readonly SeriesEvent[]));
  }
}

/**
 * Plans meetings that a series says are to take place. The meeting names the command, so that whoever does it a second
 * time, after an interruption or beside somebody else, changes nothing, and brings back nothing that was changed since.
 */
export async function planMeetingsOf(
  meetings: MeetingCommands,
  seriesId: string,
  plan: SeriesPlan,
  days: readonly { readonly meetingId: string; readonly on: IsoDate }[],
  context: Omit<CommandContext, 'commandId'>,
): Promise<string | undefined> {
  let position: string | undefined;
  for (const { meetingId, on } of days) {
    const command = { type: 'PlanMeeting', plan: planOfMeeting(seriesId, plan, on) } as const;
    ({ position } = await meetings.carryOut(meetingId, command, { ...context, commandId: derivedId('plan-meeting', meetingId) }));
  }
  return position;
}

function running(state: Series): RunningSeries {
  if (state.status === 'none') throw unknown();
  return state;
}

const unknown = () => problem('series.unknown', 'There is no such series of meetings.');
