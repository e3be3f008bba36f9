import { type Case, caseStream, evolveCase, type Knowledge, noCase, type OpenCaseState, recordOf } from '@tumor-board/board';
import type { EventStore } from '@tumor-board/event-store';
import { fold, RecentlyUsed } from '@tumor-board/kernel';
import { type Assessment, assess } from '@tumor-board/knowledge';
import { foldCase, knowledgeOf, type RecordedCase } from './recorded-case.js';

/** Where the events of a case are read that is not among the recently used, and what cases are assessed under. */
export interface FoldedCasesOptions {
  readonly eventStore: Pick<EventStore, 'read'>;
  /** For a case that has not been assessed yet. */
  readonly knowledge: Knowledge;
  /** How many folded cases are kept; default 1 000. */
  readonly cachedCases?: number;
}

/**
 * Cases as projections have folded them so far: what they need besides the events that they are given. Read models that
 * share them fold and assess a case once. Events are never changed, so a case at a version is the same whoever folds it.
 */
export class FoldedCases {
  readonly #store: FoldedCasesOptions['eventStore'];
  readonly #knowledge: Knowledge;
  /** The last two of each case: what one read model has folded another one begins from. */
  readonly #cases: RecentlyUsed<readonly Case[]>;
  readonly #assessments: RecentlyUsed<{ readonly of: OpenCaseState; readonly assessment: Assessment }>;

  constructor({ eventStore, knowledge, cachedCases = 1_000 }: FoldedCasesOptions) {
    this.#store = eventStore;
    this.#knowledge = knowledge;
    this.#cases = new RecentlyUsed(cachedCases);
    this.#assessments = new RecentlyUsed(cachedCases);
  }

  /** The case before the first of some events. */
  async before(caseId: string, events: RecordedCase): Promise<Case> {
    const version = (events[0]?.streamVersion ?? 1) - 1;
    if (version === 0) return noCase();
    return (
      this.#at(caseId, version) ??
      foldCase((await this.#store.read(caseStream(caseId), { upTo: version, sealed: true })) as unknown as RecordedCase)
    );
  }

  /** The case after some events. */
  async after(caseId: string, events: RecordedCase): Promise<Case> {
    const known = this.#at(caseId, events.at(-1)?.streamVersion ?? 0);
    if (known !== undefined) return known;
    const before = await this.before(caseId, events);
    const state = fold({ evolve: evolveCase }, before, events);
    this.keep(caseId, before, state);
    return state;
  }

  /** What a case amounts to under what it was last assessed under. */
  assessed(caseId: string, state: OpenCaseState): Assessment {
    const known = this.#assessments.get(caseId);
    if (known?.of === state) return known.assessment;
    const { release, policy } = this.knowledgeOf(state);
    const assessment = assess(recordOf(state), release, policy);
    this.#assessments.set(caseId, { of: state, assessment });
    return assessment;
  }

  /** What a case was last assessed under. */
  knowledgeOf(state: OpenCaseState): Knowledge {
    return knowledgeOf(state, this.#knowledge);
  }

  keep(caseId: string, before: Case, after: Case): void {
    this.#cases.set(caseId, [before, after]);
  }

  #at(caseId: string, version: number): Case | undefined {
    return this.#cases.get(caseId)?.find((state) => state.version === version);
  }
}
