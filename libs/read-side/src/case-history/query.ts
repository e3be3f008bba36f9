import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { caseStream } from '@tumor-board/board';
import { sql } from 'kysely';
import { instantText } from '../instant.js';
import { isCaseId, ReadModels } from '../read-models.js';
import { unknownCase } from '../recorded-case.js';
import type { CaseHistoryView } from './view.js';

/** Which part of a case's history. */
export interface CaseHistoryOptions {
  readonly site: string;
  readonly caseId: string;
  /** Default false: oldest first. */
  readonly newestFirst?: boolean | undefined;
  /** 1 to 1000, default 200. */
  readonly limit?: number | undefined;
  /** `next` of the page before. */
  readonly after?: number | undefined;
  /** Wait until the history knows what stands at this position. */
  readonly atLeast?: string | undefined;
}

/** A page of what happened in a case. */
export class CaseHistoryQuery extends Query<CaseHistoryView> {
  constructor(readonly options: CaseHistoryOptions) {
    super();
  }
}

/** @throws Problem `case.unknown`, `projection.behind` */
@QueryHandler(CaseHistoryQuery)
export class CaseHistoryHandler implements IQueryHandler<CaseHistoryQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ options }: CaseHistoryQuery): Promise<CaseHistoryView> {
    const { site, caseId, newestFirst = false, limit = 200, after, atLeast } = options;
    await this.readModels.reached('case-history', atLeast);
    if (!isCaseId(caseId)) throw unknownCase();
    const size = Math.min(Math.max(Math.trunc(limit), 1), 1_000);
    let select = this.readModels.db
      .selectFrom('read_model.case_history as h')
      .select(['h.version', 'h.type', 'h.what', 'h.fact_id', 'h.actor', 'h.position', 'h.cause', 'h.changed', 'h.fingerprint'])
      .select((eb) => [
        sql<string | null>`h.on_day::text`.as('on_day'),
        sql<string | null>`h.known_on::text`.as('known_on'),
        instantText(eb.ref('h.recorded_at')).as('recorded_at'),
      ])
      .where('h.case_id', '=', caseId)
      .where('h.site', '=', site)
      .orderBy('h.version', newestFirst ? 'desc' : 'asc')
      .limit(size + 1);
    if (after !== undefined) select = select.where('h.version', newestFirst ? '<' : '>', after);
    const rows = await select.execute();
    const texts = await this.readModels.revealed(rows.map((row) => ({ streamId: caseStream(caseId), value: row.what })));
    if (rows.length === 0 && after === undefined) throw unknownCase();
    const events = rows.slice(0, size).map((row, index) => ({
      version: row.version,
      type: row.type,
      what: texts[index] ?? row.what,
      fact: row.fact_id,
      on: row.on_day,
      knownOn: row.known_on,
      actor: row.actor,
      recordedAt: row.recorded_at,
      position: row.position,
      cause: row.cause,
      changed: row.changed === null ? null : [...row.changed],
      fingerprint: row.fingerprint,
    }));
    return { caseId, events, next: rows.length > size ? (events.at(-1)?.version ?? null) : null };
  }
}
