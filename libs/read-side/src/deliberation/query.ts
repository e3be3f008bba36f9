import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { ReadModels } from '../read-models.js';
import { readDeliberatedCase, replayRun, runIn } from './recorded-deliberation.js';
import { toDeliberation, toDeliberationList } from './to-view.js';
import type { DeliberationListView, DeliberationView, ReplayView } from './view.js';

/** What the panel and people say of a case: in its last run or in one that is named, now or as it was recorded before a moment. */
export class DeliberationQuery extends Query<DeliberationView> {
  constructor(
    readonly site: string,
    readonly caseId: string,
    readonly runId?: string | undefined,
    readonly recordedBefore?: string | undefined,
  ) {
    super();
  }
}

/** Every run of a case. */
export class DeliberationListQuery extends Query<DeliberationListView> {
  constructor(
    readonly site: string,
    readonly caseId: string,
  ) {
    super();
  }
}

/** Whether a run comes out the same when it is held again. */
export class ReplayQuery extends Query<ReplayView> {
  constructor(
    readonly site: string,
    readonly caseId: string,
    readonly runId: string,
  ) {
    super();
  }
}

/** Answers from the log, which is never behind and alone holds what was said. @throws Problem `case.unknown`, `deliberation.unknown`, `horizon.invalid` */
@QueryHandler(DeliberationQuery)
export class DeliberationHandler implements IQueryHandler<DeliberationQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ site, caseId, runId, recordedBefore }: DeliberationQuery): Promise<DeliberationView> {
    const found = await readDeliberatedCase(this.readModels.eventStore, site, caseId, recordedBefore);
    return toDeliberation(caseId, found, this.readModels.knowledge, runId === undefined ? undefined : runIn(found, runId));
  }
}

/** @throws Problem `case.unknown` */
@QueryHandler(DeliberationListQuery)
export class DeliberationListHandler implements IQueryHandler<DeliberationListQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ site, caseId }: DeliberationListQuery): Promise<DeliberationListView> {
    const found = await readDeliberatedCase(this.readModels.eventStore, site, caseId);
    return toDeliberationList(caseId, found, this.readModels.knowledge);
  }
}

/** @throws Problem `case.unknown`, `deliberation.unknown`, `knowledge.unknown-release` */
@QueryHandler(ReplayQuery)
export class ReplayHandler implements IQueryHandler<ReplayQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ site, caseId, runId }: ReplayQuery): Promise<ReplayView> {
    const found = await readDeliberatedCase(this.readModels.eventStore, site, caseId);
    const replay = replayRun(found.events, runIn(found, runId));
    return { caseId, runId, ...replay, differences: [...replay.differences] };
  }
}
