import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { parsePosition } from '@tumor-board/event-store';
import { caseAtHorizon } from '../case-at-horizon.js';
import { ReadModels } from '../read-models.js';
import { toBoard } from './to-view.js';
import type { CaseBoardView } from './view.js';

/** What is asked of the board's work on a case. */
export interface CaseBoardOptions {
  readonly site: string;
  readonly caseId: string;
  /** The day from which waiting, overdue and readiness are told; that of `recordedBefore` when it is given. */
  readonly today: string;
  /** As it was recorded before this moment, ISO 8601. */
  readonly recordedBefore?: string | undefined;
  /** A position that must have been read: the log always has. */
  readonly atLeast?: string | undefined;
}

/** What the board is doing with a case: referrals, listing, readiness, what is missing, decisions and what follows them. */
export class CaseBoardQuery extends Query<CaseBoardView> {
  constructor(readonly options: CaseBoardOptions) {
    super();
  }
}

/**
 * Answers from the log, which is never behind.
 * @throws Problem `case.unknown`, also when it had not been opened by then; `horizon.invalid`, `position.invalid`
 */
@QueryHandler(CaseBoardQuery)
export class CaseBoardHandler implements IQueryHandler<CaseBoardQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ options }: CaseBoardQuery): Promise<CaseBoardView> {
    const { site, caseId, today, recordedBefore, atLeast } = options;
    if (atLeast !== undefined) parsePosition(atLeast);
    const { view, state, erased, assessment } = await caseAtHorizon(this.readModels, { site, caseId, recordedBefore });
    const day = view.recordedBefore === null ? today : view.recordedBefore.slice(0, 10);
    return { caseId, version: state.version, recordedBefore: view.recordedBefore, erased, ...toBoard(state, assessment, day) };
  }
}
