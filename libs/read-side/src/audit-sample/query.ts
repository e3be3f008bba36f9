import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AgendaItem } from '@tumor-board/board';
import { sql } from 'kysely';
import { readCursor, writeCursor } from '../cursor.js';
import { instantText } from '../instant.js';
import { ReadModels } from '../read-models.js';
import type { AuditSampleEntry, AuditSampleView, SampleState } from './view.js';

/** Which sampled cases of a site. */
export interface AuditSampleOptions {
  readonly site: string;
  readonly state?: SampleState | undefined;
  /** 1 to 200, default 50. */
  readonly limit?: number | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  /** Wait until the list knows what stands at this position. */
  readonly atLeast?: string | undefined;
}

/** The cases without discussion that are sampled for audit, with what the audit of them found. */
export class AuditSampleQuery extends Query<AuditSampleView> {
  constructor(readonly options: AuditSampleOptions) {
    super();
  }
}

const ORDER = 'audit-sample';
/** What is discussed after all, or was not decided in this meeting, has nothing to be audited. */
const AUDITED_AT_ALL = sql<boolean>`(i.item->>'sampled')::boolean and i.item->>'mode' = 'without-discussion'
  and i.item->>'status' in ('waiting', 'in-discussion', 'decided')`;
const STATE = sql<SampleState>`case when d.decision_id is null then 'undecided' when d.audit_finding is null then 'to-audit' else 'audited' end`;

/** @throws Problem `cursor.invalid`, `projection.behind` */
@QueryHandler(AuditSampleQuery)
export class AuditSampleHandler implements IQueryHandler<AuditSampleQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ options }: AuditSampleQuery): Promise<AuditSampleView> {
    const { site, state, limit = 50, after, atLeast } = options;
    const cursor = after === undefined ? undefined : readCursor(after, ORDER, ['instant']);
    await this.readModels.reached('meeting', atLeast);
    await this.readModels.reached('decision-list', atLeast);
    const size = Math.min(Math.max(Math.trunc(limit), 1), 200);
    let select = this.readModels.db
      .selectFrom('read_model.meeting as m')
      .innerJoin(sql<{ item: AgendaItem }>`lateral (select jsonb_array_elements(m.agenda) as item)`.as('i'), (join) => join.onTrue())
      .leftJoin('read_model.decision as d', (join) => join.on('d.decision_id', '=', sql<string>`(i.item->'decisions'->>-1)::uuid`))
      .leftJoin('read_model.board_queue as q', (join) => join.on('q.case_id', '=', sql<string>`(i.item->>'caseId')::uuid`))
      .select((eb) => [
        'm.meeting_id',
        'm.plan',
        'i.item',
        'q.reference',
        'd.decision_id',
        'd.step',
        'd.audit_finding',
        'd.audited_by',
        sql<string | null>`d.audited_on::text`.as('audited_on'),
        instantText(eb.ref('m.starts')).as('starts'),
        STATE.as('state'),
      ])
      .where('m.site', '=', site)
      .where(AUDITED_AT_ALL)
      .orderBy('m.starts', 'desc')
      .orderBy(sql`(i.item->>'itemId')::uuid`, 'desc')
      .limit(size + 1);
    if (state !== undefined) select = select.where(STATE, '=', state);
    if (cursor !== undefined) {
      select = select.where(
        sql<boolean>`(m.starts, (i.item->>'itemId')::uuid) < (${cursor.values[0]}::timestamptz, ${cursor.caseId}::uuid)`,
      );
    }
    const rows = await select.execute();
    const page = rows.slice(0, size);
    const last = page.at(-1);
    return {
      samples: page.map(
        (row): AuditSampleEntry => ({
          meetingId: row.meeting_id,
          itemId: row.item.itemId,
          meetingTitle: row.plan.title,
          meetingOn: row.plan.on,
          caseId: row.item.caseId,
          reference: row.reference,
          state: row.state,
          decisionId: row.decision_id,
          step: row.step,
          finding: row.audit_finding,
          auditedOn: row.audited_on,
          auditedBy: row.audited_by,
        }),
      ),
      next:
        rows.length > size && last !== undefined ? writeCursor({ order: ORDER, values: [last.starts], caseId: last.item.itemId }) : null,
    };
  }
}
