import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DISCIPLINES, type Discipline } from '@tumor-board/knowledge';
import { sql } from 'kysely';
import { readCursor, writeCursor } from '../cursor.js';
import { ReadModels } from '../read-models.js';
import type { ActionListState } from './table.js';
import type { ActionListEntry, ActionListView } from './view.js';

/** Which actions of a site. */
export interface ActionListOptions {
  readonly site: string;
  /** The day from which overdue is told. */
  readonly today: string;
  /** Only those that are open after their day. */
  readonly overdue?: boolean | undefined;
  /** An account, or a discipline. */
  readonly owner?: string | undefined;
  readonly state?: ActionListState | undefined;
  /** 1 to 200, default 50. */
  readonly limit?: number | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  /** Wait until the list knows what stands at this position. */
  readonly atLeast?: string | undefined;
}

/** A page of the actions of a site, those due first first. */
export class ActionListQuery extends Query<ActionListView> {
  constructor(readonly options: ActionListOptions) {
    super();
  }
}

const ORDER = 'actions';
const isDiscipline = (text: string): text is Discipline => (DISCIPLINES as readonly string[]).includes(text);

/** @throws Problem `cursor.invalid`, `projection.behind` */
@QueryHandler(ActionListQuery)
export class ActionListHandler implements IQueryHandler<ActionListQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ options }: ActionListQuery): Promise<ActionListView> {
    const { site, today, overdue = false, owner, state, limit = 50, after, atLeast } = options;
    const cursor = after === undefined ? undefined : readCursor(after, ORDER, ['day', 'id', 'text']);
    await this.readModels.reached('action-list', atLeast);
    const size = Math.min(Math.max(Math.trunc(limit), 1), 200);
    let select = this.readModels.db
      .selectFrom('read_model.action as a')
      .leftJoin('read_model.board_queue as q', 'q.case_id', 'a.case_id')
      .selectAll('a')
      .select('q.reference')
      .select([sql<string>`a.due_on::text`.as('due_on'), sql<string | null>`a.reported_on::text`.as('reported_on')])
      .where('a.site', '=', site)
      .orderBy('a.due_on')
      .orderBy('a.case_id')
      .orderBy('a.decision_id')
      .orderBy('a.action_id')
      .limit(size + 1);
    if (overdue) select = select.where('a.state', '=', sql<'open'>`'open'`).where(sql<boolean>`a.due_on < ${today}::date`);
    if (state !== undefined) select = select.where('a.state', '=', state);
    if (owner !== undefined) select = select.where(isDiscipline(owner) ? 'a.owner_discipline' : 'a.owner_account', '=', owner);
    if (cursor !== undefined) {
      const [day = '', decisionId = '', actionId = ''] = cursor.values;
      select = select.where(
        sql<boolean>`(a.due_on, a.case_id, a.decision_id, a.action_id) > (${day}::date, ${cursor.caseId}::uuid, ${decisionId}::uuid, ${actionId})`,
      );
    }
    const rows = await select.execute();
    const page = rows.slice(0, size);
    const last = page.at(-1);
    return {
      actions: page.map(
        (row): ActionListEntry => ({
          caseId: row.case_id,
          reference: row.reference,
          decisionId: row.decision_id,
          actionId: row.action_id,
          meetingId: row.meeting_id,
          owner: row.owner_discipline === null ? { account: row.owner_account ?? '' } : { discipline: row.owner_discipline },
          dueOn: row.due_on,
          state: row.state,
          isOverdue: row.state === 'open' && row.due_on < today,
          reason: row.reason,
          reportedOn: row.reported_on,
        }),
      ),
      next:
        rows.length > size && last !== undefined
          ? writeCursor({ order: ORDER, values: [last.due_on, last.decision_id, last.action_id], caseId: last.case_id })
          : null,
    };
  }
}
