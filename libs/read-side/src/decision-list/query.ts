import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { OverrideReason } from '@tumor-board/board';
import { sql } from 'kysely';
import { readCursor, writeCursor } from '../cursor.js';
import { instantText } from '../instant.js';
import { ReadModels } from '../read-models.js';
import type { DecisionState } from './table.js';
import type { DecisionListEntry, DecisionListView, OverridesView } from './view.js';

/** Which decisions of a site. */
export interface DecisionListOptions {
  readonly site: string;
  readonly state?: DecisionState | undefined;
  readonly overrideReason?: OverrideReason | undefined;
  /** Id of the knowledge release that they were advised under. */
  readonly release?: string | undefined;
  readonly meetingId?: string | undefined;
  /** 1 to 200, default 50. */
  readonly limit?: number | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  /** Wait until the list knows what stands at this position. */
  readonly atLeast?: string | undefined;
}

/** A page of the decisions of a site, the newest first. */
export class DecisionListQuery extends Query<DecisionListView> {
  constructor(readonly options: DecisionListOptions) {
    super();
  }
}

/** How often boards of a site chose otherwise than proposed. */
export class OverridesQuery extends Query<OverridesView> {
  constructor(readonly site: string) {
    super();
  }
}

const ORDER = 'decisions';

/** @throws Problem `cursor.invalid`, `projection.behind` */
@QueryHandler(DecisionListQuery)
export class DecisionListHandler implements IQueryHandler<DecisionListQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ options }: DecisionListQuery): Promise<DecisionListView> {
    const { site, state, overrideReason, release, meetingId, limit = 50, after, atLeast } = options;
    const cursor = after === undefined ? undefined : readCursor(after, ORDER, ['day', 'instant']);
    await this.readModels.reached('decision-list', atLeast);
    const size = Math.min(Math.max(Math.trunc(limit), 1), 200);
    let select = this.readModels.db
      .selectFrom('read_model.decision as d')
      .leftJoin('read_model.board_queue as q', 'q.case_id', 'd.case_id')
      .selectAll('d')
      .select('q.reference')
      .select((eb) => [
        sql<string>`d.on_day::text`.as('on_day'),
        sql<string | null>`d.review_on::text`.as('review_on'),
        instantText(eb.ref('d.recorded_at')).as('recorded_at'),
      ])
      .where('d.site', '=', site)
      .orderBy('d.on_day', 'desc')
      .orderBy('d.recorded_at', 'desc')
      .orderBy('d.decision_id', 'desc')
      .limit(size + 1);
    if (state !== undefined) select = select.where('d.state', '=', state);
    if (overrideReason !== undefined) select = select.where('d.override_reason', '=', overrideReason);
    if (release !== undefined) select = select.where('d.release', '=', release);
    if (meetingId !== undefined) select = select.where('d.meeting_id', '=', meetingId);
    if (cursor !== undefined) {
      const [day = '', moment = ''] = cursor.values;
      select = select.where(
        sql<boolean>`(d.on_day, d.recorded_at, d.decision_id) < (${day}::date, ${moment}::timestamptz, ${cursor.caseId}::uuid)`,
      );
    }
    const rows = await select.execute();
    const page = rows.slice(0, size);
    const last = page.at(-1);
    return {
      decisions: page.map(
        (row): DecisionListEntry => ({
          decisionId: row.decision_id,
          caseId: row.case_id,
          reference: row.reference,
          on: row.on_day,
          recordedAt: row.recorded_at,
          meetingId: row.meeting_id,
          kind: row.kind,
          step: row.step,
          proposed: row.proposed,
          intent: row.intent,
          release: row.release,
          state: row.state,
          reviewTrigger: row.review_trigger,
          provisional: row.provisional,
          overrideReason: row.override_reason,
          signatures: row.signatures,
          dissents: row.dissents,
          actions: row.actions,
          expectations: row.expectations,
          reviewOn: row.review_on,
          supersededBy: row.superseded_by,
        }),
      ),
      next:
        rows.length > size && last !== undefined
          ? writeCursor({ order: ORDER, values: [last.on_day, last.recorded_at], caseId: last.decision_id })
          : null,
    };
  }
}

@QueryHandler(OverridesQuery)
export class OverridesHandler implements IQueryHandler<OverridesQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ site }: OverridesQuery): Promise<OverridesView> {
    const rows = await this.readModels.db
      .selectFrom('read_model.decision as d')
      .select(['d.override_reason', 'd.release', 'd.proposed', sql<number>`count(*)::integer`.as('decisions')])
      .where('d.site', '=', site)
      .where('d.override_reason', 'is not', null)
      .groupBy(['d.override_reason', 'd.release', 'd.proposed'])
      .orderBy('decisions', 'desc')
      .orderBy('d.override_reason')
      .orderBy('d.release')
      .orderBy('d.proposed')
      .execute();
    return {
      overrides: rows.flatMap(({ override_reason: reason, release, proposed, decisions }) =>
        reason === null ? [] : [{ reason, release, proposed, decisions }],
      ),
    };
  }
}
