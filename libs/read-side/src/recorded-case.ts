import { type Case, type CaseEvent, caseStream, evolveCase, type Knowledge, noCase, type OpenCaseState } from '@tumor-board/board';
import type { EventStore } from '@tumor-board/event-store';
import { fold, problem, type RecordedEvent } from '@tumor-board/kernel';
import { knowledgeRelease } from '@tumor-board/knowledge';

/** The events of a case as the log holds them. */
export type RecordedCase = readonly (RecordedEvent & CaseEvent)[];

/**
 * Reads a case of a site from the log.
 * @throws Problem `case.unknown`, also for a case of another site
 */
export async function readCase(store: Pick<EventStore, 'read'>, site: string, caseId: string): Promise<RecordedCase> {
  const events = (await store.read(caseStream(caseId))) as unknown as RecordedCase;
  if (events[0]?.metadata.site !== site) throw unknownCase();
  return events;
}

export const unknownCase = () => problem('case.unknown', 'There is no such case.');

/** The case after some of its events. */
export const foldCase = (events: RecordedCase): Case => fold({ evolve: evolveCase }, noCase(), events);

/** What the case was last assessed under. */
export const knowledgeOf = (state: OpenCaseState, otherwise: Knowledge): Knowledge =>
  state.revision === null ? otherwise : { release: knowledgeRelease(state.revision.release), policy: state.revision.policy };
