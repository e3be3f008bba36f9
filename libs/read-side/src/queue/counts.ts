import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { QueueReason, Readiness } from '@tumor-board/board';
import { sql } from 'kysely';
import { ReadModels } from '../read-models.js';
import { isDeferredOn, isKeptWaitingOn } from './query.js';
import type { QueueCountsView } from './view.js';

/** How many cases of a site wait, by reason and by readiness. */
export class QueueCountsQuery extends Query<QueueCountsView> {
  constructor(
    readonly site: string,
    /** The day from which overdue and deferred are told. */
    readonly today: string,
  ) {
    super();
  }
}

/** Counts in one query over an index: its groups are those of the columns, and the day is let in afterwards. */
@QueryHandler(QueueCountsQuery)
export class QueueCountsHandler implements IQueryHandler<QueueCountsQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ site, today }: QueueCountsQuery): Promise<QueueCountsView> {
    const rows = await this.readModels.db
      .selectFrom('read_model.board_queue as q')
      .select([
        'q.reason',
        'q.readiness',
        isDeferredOn(today).as('is_deferred'),
        isKeptWaitingOn(today).as('is_kept_waiting'),
        sql<number>`count(*)::integer`.as('cases'),
        sql<number>`(count(*) filter (where q.due_by < ${today}::date))::integer`.as('overdue'),
      ])
      .where('q.site', '=', site)
      .where('q.in_queue', '=', sql<boolean>`true`)
      .groupBy(['q.reason', 'q.readiness', 'q.deferred', 'q.deferred_until', 'q.awaiting_until'])
      .execute();
    const byReason: Partial<Record<QueueReason, number>> = {};
    const byReadiness: Partial<Record<Readiness, number>> = {};
    let [total, overdue] = [0, 0];
    for (const { reason, readiness, is_deferred: isDeferred, is_kept_waiting: isKeptWaiting, ...row } of rows) {
      total += row.cases;
      overdue += row.overdue;
      if (reason !== null) byReason[reason] = (byReason[reason] ?? 0) + row.cases;
      const state = isDeferred ? 'deferred' : isKeptWaiting ? 'not-ready' : readiness;
      if (state !== null) byReadiness[state] = (byReadiness[state] ?? 0) + row.cases;
    }
    return { total, overdue, byReason, byReadiness };
  }
}
