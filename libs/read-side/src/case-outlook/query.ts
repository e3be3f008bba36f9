import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { parsePosition } from '@tumor-board/event-store';
import { outlookOf, trialSubject } from '@tumor-board/knowledge';
import { caseAtHorizon, type HorizonOptions } from '../case-at-horizon.js';
import { ReadModels } from '../read-models.js';
import type { CaseOutlookView } from './view.js';

/** The outlook of which case, read how. */
export interface CaseOutlookOptions extends HorizonOptions {
  /** A position that must have been read: the log always has. */
  readonly atLeast?: string | undefined;
}

/** What the published systems, the guidelines and the trials say of a case, valid on one day as known on another. */
export class CaseOutlookQuery extends Query<CaseOutlookView> {
  constructor(readonly options: CaseOutlookOptions) {
    super();
  }
}

/**
 * Answers from the log, because no read model holds the facts that trials are matched with.
 * @throws Problem `case.unknown`, `horizon.invalid`, `knowledge.unknown-release`, `position.invalid`
 */
@QueryHandler(CaseOutlookQuery)
export class CaseOutlookHandler implements IQueryHandler<CaseOutlookQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ options }: CaseOutlookQuery): Promise<CaseOutlookView> {
    if (options.atLeast !== undefined) parsePosition(options.atLeast);
    const { view, record, horizon, assessment } = await caseAtHorizon(this.readModels, options);
    const { asOf, fingerprint, nextStep } = assessment;
    return {
      ...view,
      asOf,
      fingerprint,
      nextStep: { code: nextStep.code, title: nextStep.title },
      ...outlookOf(assessment, trialSubject(record, horizon)),
    };
  }
}
