import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { QUEUE_REASONS, type QueueReason } from '@tumor-board/board';
import type { NextStepCode } from '@tumor-board/knowledge';
import { sql } from 'kysely';
import { readCursor, writeCursor } from '../cursor.js';
import { instantText } from '../instant.js';
import { ReadModels } from '../read-models.js';
import type { QueueEntry, QueueView } from './view.js';

/** Which part of a site's queue. */
export interface QueueOptions {
  readonly site: string;
  readonly reason?: QueueReason | undefined;
  /** 1 to 200, default 50. */
  readonly limit?: number | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  /** Wait until the queue knows what stands at this position. */
  readonly atLeast?: string | undefined;
}

/** A page of the cases that wait for the board: by reason, then those that have waited longest. */
export class QueueQuery extends Query<QueueView> {
  constructor(readonly options: QueueOptions) {
    super();
  }
}

/** @throws Problem `cursor.invalid`, `projection.behind` */
@QueryHandler(QueueQuery)
export class QueueHandler implements IQueryHandler<QueueQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ options }: QueueQuery): Promise<QueueView> {
    const { site, reason, limit = 50, after, atLeast } = options;
    const cursor = after === undefined ? undefined : readCursor(after, 'queue');
    await this.readModels.reached('case-list', atLeast);

    const size = Math.min(Math.max(Math.trunc(limit), 1), 200);
    let select = this.readModels.db
      .selectFrom('read_model.case_list as c')
      .select(['c.case_id', 'c.reference', 'c.title', 'c.source', 'c.queue_rank', 'c.next_step', 'c.stage', 'c.response', 'c.version'])
      .select((eb) => instantText(eb.ref('c.step_since')).as('step_since'))
      .where('c.site', '=', site)
      .where('c.queue_rank', 'is not', null)
      .orderBy('c.queue_rank')
      .orderBy('c.step_since')
      .orderBy('c.case_id')
      .limit(size + 1);
    if (reason !== undefined) select = select.where('c.queue_rank', '=', QUEUE_REASONS.indexOf(reason) + 1);
    if (cursor !== undefined) {
      const [rank = '', since = ''] = cursor.value.split(' ');
      select = select.where(
        sql<boolean>`(c.queue_rank, c.step_since, c.case_id) > (${rank}::smallint, ${since}::timestamptz, ${cursor.caseId}::uuid)`,
      );
    }
    const rows = await select.execute();
    const cases = rows.slice(0, size).map(
      (row): QueueEntry => ({
        caseId: row.case_id,
        reference: row.reference,
        title: row.title,
        source: row.source as QueueEntry['source'],
        reason: QUEUE_REASONS[(row.queue_rank ?? 1) - 1] as QueueReason,
        nextStep: row.next_step as NextStepCode,
        stage: row.stage,
        response: row.response,
        waitingSince: row.step_since,
        version: row.version,
      }),
    );
    const last = rows[cases.length - 1];
    const more = rows.length > size && last !== undefined;
    return {
      cases,
      next: more ? writeCursor({ order: 'queue', value: `${last.queue_rank} ${last.step_since}`, caseId: last.case_id }) : null,
    };
  }
}
