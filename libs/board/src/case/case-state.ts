import { type EventBody, problem } from '@tumor-board/kernel';
import { applyChanges, type CaseRecord, type Headline, type SitePolicy } from '@tumor-board/knowledge';
import { isDeliberationEvent } from '../deliberation/deliberation-event.js';
import { type CaseDeliberation, erasedDeliberation, evolveDeliberation, NO_DELIBERATION } from '../deliberation/deliberation-state.js';
import { withoutProtectedTexts } from '../protected-fields.js';
import { isBoardEvent } from './board-event.js';
import { type CaseBoard, erasedBoard, evolveBoard, NO_BOARD } from './board-state.js';
import type { CaseErased, CaseEvent, CaseOpenedData } from './case-event.js';
import { factOf } from './case-event.js';
import { FactLog } from './fact-log.js';

/** The last recorded revision of a case's assessment. */
export interface LastRevision {
  /** Id of the knowledge release. */
  readonly release: string;
  readonly policy: SitePolicy;
  readonly asOf: string;
  readonly fingerprint: string;
  readonly digest: string;
  /** The version of the stream that recorded it. */
  readonly version: number;
}

/** There is no such case. */
export interface NoCase {
  readonly status: 'none';
  readonly version: 0;
}

/** A case that has been opened. */
export interface OpenCaseState {
  readonly status: 'open';
  /** How many events have been folded: the version of the stream. */
  readonly version: number;
  readonly head: CaseOpenedData;
  readonly facts: FactLog;
  /** The headline after every recorded revision; empty before the first. */
  readonly headline: Headline;
  readonly revision: LastRevision | null;
  /** Set when what was written about the person was erased: its texts are gone, and nothing may be recorded any more. */
  readonly erased: CaseErased['data'] | null;
  /** The version of the last event that an assessment reads: the opening, a fact or a revision. */
  readonly knownAt: number;
  /** What the board is doing with it. */
  readonly board: CaseBoard;
  /** What the panel and people say of it. */
  readonly deliberation: CaseDeliberation;
}

/** A case as its events tell it. */
export type Case = NoCase | OpenCaseState;

export const noCase = (): Case => ({ status: 'none', version: 0 });

/** Folds one event into the state. Never changes the state it is given. */
export function evolveCase(state: Case, event: CaseEvent): Case {
  if (event.type === 'CaseOpened') {
    if (state.status === 'open') throw corrupt(event, 'the case is open already');
    return {
      status: 'open',
      version: 1,
      head: event.data,
      facts: FactLog.empty(),
      headline: {},
      revision: null,
      erased: null,
      knownAt: 1,
      board: NO_BOARD,
      deliberation: NO_DELIBERATION,
    };
  }
  if (state.status === 'none') throw corrupt(event, 'the case has not been opened');
  const version = state.version + 1;
  if (isBoardEvent(event)) {
    return { ...state, version, board: evolveBoard(state.board, event, { version, facts: state.facts.size }) };
  }
  if (isDeliberationEvent(event)) return { ...state, version, deliberation: evolveDeliberation(state.deliberation, event) };
  switch (event.type) {
    case 'HistologyReported':
    case 'StagingRecorded':
    case 'MetastasesCharted':
    case 'EbvDnaMeasured':
    case 'PerformanceStatusRecorded':
    case 'FitnessRecorded':
    case 'SystemicTherapyStarted':
    case 'SystemicTherapyCyclesCompleted':
    case 'SystemicTherapyEnded':
    case 'RadiotherapyDelivered':
    case 'LocalTherapyDelivered':
    case 'BaselineLesionsMeasured':
    case 'ResponseAssessed':
    case 'AdverseEventRecorded':
    case 'ExternalScoreReported':
    case 'PatientPreferenceRecorded':
    case 'FactCorrected':
      return { ...state, version, knownAt: version, facts: state.facts.append(factOf(event)) };
    case 'DeathRecorded': {
      const board = { ...state.board, deaths: [...state.board.deaths, event.data.id] };
      return { ...state, version, knownAt: version, facts: state.facts.append(factOf(event)), board };
    }
    case 'FactRetracted': {
      const { retracts } = event.data;
      const board = state.board.deaths.includes(retracts)
        ? { ...state.board, deaths: state.board.deaths.filter((id) => id !== retracts) }
        : state.board;
      return { ...state, version, knownAt: version, facts: state.facts.append(factOf(event)), board };
    }
    // As the earlier events are read once the key is destroyed: a state that was folded before is to hold no more.
    case 'CaseErased':
      return {
        ...state,
        version,
        head: withoutProtectedTexts('CaseOpened', state.head),
        facts: FactLog.of(state.facts.toArray().map((fact) => withoutProtectedTexts(fact.type, fact))),
        erased: event.data,
        board: erasedBoard(state.board),
        deliberation: erasedDeliberation(state.deliberation),
      };
    case 'AssessmentRevised': {
      const { release, policy, asOf, fingerprint, digest, changed } = event.data;
      const revision = { release, policy, asOf, fingerprint, digest, version };
      return { ...state, version, knownAt: version, headline: applyChanges(state.headline, changed), revision };
    }
  }
  // Reached only by an event that this version of the program does not know, e.g. while a newer one is being rolled out.
  throw corrupt(event, 'this version of the program does not know it');
}

/** What `assess` reads of a case. */
export const recordOf = (state: OpenCaseState): CaseRecord => ({
  reference: state.head.reference,
  patient: state.head.patient,
  facts: state.facts.toArray(),
});

const corrupt = (event: EventBody, why: string) =>
  problem('case.unreadable-event', `The event ${event.type} cannot be folded: ${why}.`, { type: event.type });
