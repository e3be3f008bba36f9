import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { QueueReason, Readiness } from '@tumor-board/board';
import { standOf } from '@tumor-board/event-store';
import { sql } from 'kysely';
import { ReadModels } from '../read-models.js';
import type { OwnReadiness } from './table.js';
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

/** Cases that are alike in all that is counted; days are ISO texts. */
interface Alike {
  readonly reason: QueueReason | null;
  readonly readiness: OwnReadiness | null;
  readonly deferred: boolean;
  readonly deferred_until: string | null;
  readonly awaiting_until: string | null;
  readonly due_by: string | null;
  readonly cases: number;
}

/**
 * Counts in one query over an index: its groups are those of the columns, and the day is let in afterwards. They are
 * counted once for all who ask until the queue has taken another event, of whatever case.
 */
@QueryHandler(QueueCountsQuery)
export class QueueCountsHandler implements IQueryHandler<QueueCountsQuery> {
  readonly #counted = new Map<string, { readonly stand: string; readonly groups: Promise<readonly Alike[]> }>();

  constructor(private readonly readModels: ReadModels) {}

  async execute({ site, today }: QueueCountsQuery): Promise<QueueCountsView> {
    const byReason: Partial<Record<QueueReason, number>> = {};
    const byReadiness: Partial<Record<Readiness, number>> = {};
    let [total, overdue] = [0, 0];
    for (const group of await this.#groups(site)) {
      const { reason, cases } = group;
      total += cases;
      if (group.due_by !== null && group.due_by < today) overdue += cases;
      if (reason !== null) byReason[reason] = (byReason[reason] ?? 0) + cases;
      const state = readinessOn(today, group);
      if (state !== null) byReadiness[state] = (byReadiness[state] ?? 0) + cases;
    }
    return { total, overdue, byReason, byReadiness };
  }

  async #groups(site: string): Promise<readonly Alike[]> {
    // Asked for before they are counted: what the queue takes in between is counted, and then counted again.
    const stand = await standOf(this.readModels.pool, 'board-queue');
    const before = this.#counted.get(site);
    if (stand !== null && before?.stand === stand) return await before.groups;
    const groups = this.#count(site);
    if (stand !== null) this.#counted.set(site, { stand, groups });
    try {
      return await groups;
    } catch (error) {
      this.#counted.delete(site);
      throw error;
    }
  }

  async #count(site: string): Promise<readonly Alike[]> {
    return await this.readModels.db
      .selectFrom('read_model.board_queue as q')
      .select([
        'q.reason',
        'q.readiness',
        'q.deferred',
        sql<string | null>`q.deferred_until::text`.as('deferred_until'),
        sql<string | null>`q.awaiting_until::text`.as('awaiting_until'),
        sql<string | null>`q.due_by::text`.as('due_by'),
        sql<number>`count(*)::integer`.as('cases'),
      ])
      .where('q.site', '=', site)
      .where('q.in_queue', '=', sql<boolean>`true`)
      .groupBy(['q.reason', 'q.readiness', 'q.deferred', 'q.deferred_until', 'q.awaiting_until', 'q.due_by'])
      .execute();
  }
}

/** As the pages tell it. */
function readinessOn(today: string, { readiness, deferred, ...days }: Alike): Readiness | null {
  if (deferred && (days.deferred_until === null || days.deferred_until > today)) return 'deferred';
  const isKeptWaiting = readiness === 'awaiting-result' && days.awaiting_until !== null && days.awaiting_until < today;
  return isKeptWaiting ? 'not-ready' : readiness;
}
