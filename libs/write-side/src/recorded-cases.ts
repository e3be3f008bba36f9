import {
  type Case,
  type CaseEvent,
  caseStream,
  evolveCase,
  isStandardCase,
  noCase,
  type OpenCaseState,
  type StandardCase,
} from '@tumor-board/board';
import type { EventStore } from '@tumor-board/event-store';
import { fold, problem, type RecordedEvent } from '@tumor-board/kernel';

/** Cases as the log tells them, for commands to what is not a case. */
export class RecordedCases {
  readonly #store: Pick<EventStore, 'read'>;

  constructor(store: Pick<EventStore, 'read'>) {
    this.#store = store;
  }

  /**
   * A case of a site as it stands now.
   * @throws Problem `case.unknown`, also for a case of another site
   */
  async find(site: string, caseId: string): Promise<OpenCaseState> {
    const events = await this.#store.read(caseStream(caseId));
    const state = fold({ evolve: evolveCase }, noCase(), events as readonly unknown[] as readonly CaseEvent[]);
    if (state.status === 'none' || events[0]?.metadata.site !== site) throw problem('case.unknown', 'There is no such case.');
    return state;
  }

  /** A case before an event of it and after. */
  async around({
    streamId,
    streamVersion,
  }: Pick<RecordedEvent, 'streamId' | 'streamVersion'>): Promise<{ readonly before: Case; readonly after: Case }> {
    const events = (await this.#store.read(streamId, { upTo: streamVersion })) as readonly unknown[] as readonly CaseEvent[];
    const before = fold({ evolve: evolveCase }, noCase(), events.slice(0, -1));
    return { before, after: fold({ evolve: evolveCase }, before, events.slice(-1)) };
  }

  /** Whether a case may go without discussion, and why not. */
  readonly isStandard = (state: OpenCaseState): StandardCase => isStandardCase(state);
}
