import { type Case, caseStream, evolveCase, noCase } from '@tumor-board/board';
import type { EventStore } from '@tumor-board/event-store';
import { fold, RecentlyUsed } from '@tumor-board/kernel';
import { foldCase, type RecordedCase } from './recorded-case.js';

/** Where the events of a case are read that is not among the recently used. */
export interface FoldedCasesOptions {
  readonly eventStore: Pick<EventStore, 'read'>;
  /** How many folded cases are kept; default 1 000. */
  readonly cachedCases?: number;
}

/** Cases as a projection has folded them so far: what it needs besides the events that it is given. */
export class FoldedCases {
  readonly #store: FoldedCasesOptions['eventStore'];
  readonly #cases: RecentlyUsed<Case>;

  constructor({ eventStore, cachedCases = 1_000 }: FoldedCasesOptions) {
    this.#store = eventStore;
    this.#cases = new RecentlyUsed(cachedCases);
  }

  /** The case before the first of some events. */
  async before(caseId: string, events: RecordedCase): Promise<Case> {
    const version = (events[0]?.streamVersion ?? 1) - 1;
    if (version === 0) return noCase();
    const cached = this.#cases.get(caseId);
    if (cached?.version === version) return cached;
    return foldCase((await this.#store.read(caseStream(caseId), { upTo: version, sealed: true })) as unknown as RecordedCase);
  }

  /** The case after some events. */
  async after(caseId: string, events: RecordedCase): Promise<Case> {
    const state = fold({ evolve: evolveCase }, await this.before(caseId, events), events);
    this.keep(caseId, state);
    return state;
  }

  keep(caseId: string, state: Case): void {
    this.#cases.set(caseId, state);
  }
}
