import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { askedHorizon, caseAtHorizon, type HorizonOptions } from '../case-at-horizon.js';
import { CaseOverviewHandler, CaseOverviewQuery } from '../case-overview/query.js';
import { ReadModels } from '../read-models.js';
import type { CaseAssessmentView } from './view.js';

/** Which assessment of a case. */
export interface CaseAssessmentOptions extends HorizonOptions {
  /** Wait until the overview knows what stands at this position. */
  readonly atLeast?: string | undefined;
}

/** The assessment of a case, valid on one day as known on another. */
export class CaseAssessmentQuery extends Query<CaseAssessmentView> {
  constructor(readonly options: CaseAssessmentOptions) {
    super();
  }
}

/**
 * Answers from the overview what stands now, and from the log everything else.
 * @throws Problem `case.unknown`, also when it had not been opened by then; `horizon.invalid`;
 * `knowledge.unknown-release`; `projection.behind`
 */
@QueryHandler(CaseAssessmentQuery)
export class CaseAssessmentHandler implements IQueryHandler<CaseAssessmentQuery> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly overview: CaseOverviewHandler,
  ) {}

  async execute({ options }: CaseAssessmentQuery): Promise<CaseAssessmentView> {
    const { site, caseId, validOn, knownOn, recordedBefore, release, atLeast } = options;
    if (validOn === undefined && knownOn === undefined && recordedBefore === undefined && release === undefined) {
      const { version, assessment } = await this.overview.execute(new CaseOverviewQuery(site, caseId, atLeast));
      return { caseId, version, ...askedHorizon(options), release: assessment.knowledge, assessment, current: true };
    }
    const { view, assessment } = await caseAtHorizon(this.readModels, options);
    return { ...view, assessment };
  }
}
