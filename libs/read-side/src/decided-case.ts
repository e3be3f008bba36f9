import { type BoardDecision, decisionOf, type Knowledge, type OpenCaseState } from '@tumor-board/board';
import { problem } from '@tumor-board/kernel';
import { type CaseRecord, knowledgeRelease, type SitePolicy } from '@tumor-board/knowledge';
import type { ReadModels } from './read-models.js';
import { foldCase, knowledgeOf, type RecordedCase, readCase, unknownCase } from './recorded-case.js';

/** A case as the log has it now, for who looks at its decisions. */
export interface DecidedCase {
  readonly events: RecordedCase;
  readonly state: OpenCaseState;
  /** What it was last assessed under. */
  readonly today: Knowledge;
}

/** @throws Problem `case.unknown` */
export async function readDecidedCase(readModels: ReadModels, site: string, caseId: string): Promise<DecidedCase> {
  const events = await readCase(readModels.eventStore, site, caseId);
  const state = foldCase(events);
  if (state.status === 'none') throw unknownCase();
  return { events, state, today: knowledgeOf(state, readModels.knowledge) };
}

/** @throws Problem `decision.unknown` */
export function decisionIn({ state }: DecidedCase, decisionId: string): BoardDecision {
  const found = decisionOf(state.board, decisionId);
  if (found === undefined) throw unknownDecision(decisionId);
  return found;
}

export const unknownDecision = (decisionId: string) => problem('decision.unknown', 'There is no such decision.', { decisionId });

/** The record as it was known when a decision was made. */
export const recordThen = ({ state }: DecidedCase, { factsKnown }: BoardDecision): CaseRecord => ({
  ...recordNow(state),
  facts: state.facts.toArray().slice(0, factsKnown),
});

/** The record as it is known now. */
export const recordNow = (state: OpenCaseState): CaseRecord => ({
  reference: state.head.reference,
  patient: state.head.patient,
  facts: state.facts.toArray(),
});

/** What a decision was advised under: the release of its basis, and the policy that the case was assessed under by then. */
export function rulesThen({ events }: DecidedCase, { basis }: BoardDecision, otherwise: Knowledge): Knowledge {
  let policy: SitePolicy = otherwise.policy;
  for (const event of events) {
    if (event.streamVersion > basis.version) break;
    if (event.type === 'AssessmentRevised') policy = event.data.policy;
  }
  return { release: knowledgeRelease(basis.release), policy };
}
