import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { instantText } from '../instant.js';
import { ReadModels } from '../read-models.js';
import type { ReassessmentEntry, ReassessmentsView } from './view.js';

/** The re-assessments of a site, the newest first; at most 100. */
export class ReassessmentsQuery extends Query<ReassessmentsView> {
  constructor(
    readonly site: string,
    /** Only this one. */
    readonly activation?: string | undefined,
  ) {
    super();
  }
}

@QueryHandler(ReassessmentsQuery)
export class ReassessmentsHandler implements IQueryHandler<ReassessmentsQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ site, activation }: ReassessmentsQuery): Promise<ReassessmentsView> {
    let select = this.readModels.db
      .selectFrom('read_model.reassessment as r')
      .select(['r.activation', 'r.change', 'r.to', 'r.done', 'r.total', 'r.changed', 'r.relist', 'r.failed', 'r.superseded', 'r.error'])
      .select((eb) => [
        sql<string>`r.effective_from::text`.as('effectiveFrom'),
        instantText(eb.ref('r.activated_at')).as('activatedAt'),
        sql<string | null>`${instantText(eb.ref('r.started_at'))}`.as('startedAt'),
        sql<string | null>`${instantText(eb.ref('r.finished_at'))}`.as('finishedAt'),
      ])
      .where('r.site', '=', site)
      .orderBy('r.activated_at', 'desc')
      .limit(100);
    if (activation !== undefined) select = select.where('r.activation', '=', activation);
    const rows = await select.execute();
    return {
      reassessments: rows.map(({ superseded, ...row }): ReassessmentEntry => ({ ...row, state: stateOf({ superseded, ...row }) })),
    };
  }
}

function stateOf(row: { readonly superseded: boolean; readonly startedAt: string | null; readonly finishedAt: string | null }) {
  if (row.superseded) return 'superseded';
  if (row.finishedAt !== null) return 'done';
  return row.startedAt === null ? 'scheduled' : 'running';
}
