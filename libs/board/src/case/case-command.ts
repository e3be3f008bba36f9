import type { IsoDate } from '@tumor-board/kernel';
import type { CaseHead, Fact, IdentifiedFact } from '@tumor-board/oncology';
import type { DeliberationCommand } from '../deliberation/deliberation-command.js';
import type { ErasureReason } from '../patient/patient-event.js';
import type { BoardCommand } from './board-command.js';

/** Open a case, with the facts of a whole file or without. Refused when the case is open already. */
export interface OpenCase {
  readonly type: 'OpenCase';
  readonly head: CaseHead;
  readonly facts?: readonly Fact[];
}

/**
 * Bring in a case file. Opens the case when there is none; otherwise adds the facts that follow the recorded ones.
 * Refused when the file and the record tell different stories.
 */
export interface ImportCase {
  readonly type: 'ImportCase';
  readonly head: CaseHead;
  readonly facts: readonly IdentifiedFact[];
}

/** Record one or more facts, in this order. All or none. */
export interface RecordFacts {
  readonly type: 'RecordFacts';
  readonly facts: readonly Fact[];
}

/** Assess the case again, because the knowledge release or the site's policy is another. */
export interface ReassessCase {
  readonly type: 'ReassessCase';
}

/** Erase what was written about the person, for ever. Nothing is recorded of the case after it. */
export interface EraseCase {
  readonly type: 'EraseCase';
  readonly because: ErasureReason;
  readonly today: IsoDate;
}

/** What may be asked of a case. */
export type CaseCommand = OpenCase | ImportCase | RecordFacts | ReassessCase | EraseCase | BoardCommand | DeliberationCommand;
