import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ImpactReport, Knowledge } from '@tumor-board/knowledge';
import { ReadModels } from '../read-models.js';
import { impactOverCases } from './impact-over-cases.js';

/** What a release or a policy would change for every open case of a site. */
export class ImpactQuery extends Query<ImpactReport> {
  constructor(
    readonly site: string,
    readonly current: Knowledge,
    readonly candidate: Knowledge,
  ) {
    super();
  }
}

/** Reads the log from end to end: a hundred thousand cases take about a minute. */
@QueryHandler(ImpactQuery)
export class ImpactHandler implements IQueryHandler<ImpactQuery> {
  constructor(private readonly readModels: ReadModels) {}

  execute({ site, current, candidate }: ImpactQuery): Promise<ImpactReport> {
    return impactOverCases({ pool: this.readModels.pool, site, current, candidate });
  }
}
