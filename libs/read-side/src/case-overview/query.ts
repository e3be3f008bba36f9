import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { caseStream } from '@tumor-board/board';
import { instantText } from '../instant.js';
import { isCaseId, ReadModels } from '../read-models.js';
import { unknownCase } from '../recorded-case.js';
import type { CaseOverviewView } from './view.js';

/** A case and the assessment that stands. */
export class CaseOverviewQuery extends Query<CaseOverviewView> {
  constructor(
    readonly site: string,
    readonly caseId: string,
    /** Wait until the overview knows what stands at this position. */
    readonly atLeast?: string,
  ) {
    super();
  }
}

/** @throws Problem `case.unknown`, `projection.behind` */
@QueryHandler(CaseOverviewQuery)
export class CaseOverviewHandler implements IQueryHandler<CaseOverviewQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ site, caseId, atLeast }: CaseOverviewQuery): Promise<CaseOverviewView> {
    await this.readModels.reached('case-overview', atLeast);
    if (!isCaseId(caseId)) throw unknownCase();
    const row = await this.readModels.db
      .selectFrom('read_model.case_overview as c')
      .select(['c.case_id', 'c.head', 'c.headline', 'c.assessment', 'c.fingerprint', 'c.digest_matches', 'c.version', 'c.position'])
      .select((eb) => instantText(eb.ref('c.recorded_at')).as('recorded_at'))
      .where('c.case_id', '=', caseId)
      .where('c.site', '=', site)
      .executeTakeFirst();
    if (row === undefined) throw unknownCase();
    const [head] = await this.readModels.revealed([{ streamId: caseStream(caseId), value: row.head }]);
    return {
      caseId: row.case_id,
      site,
      version: row.version,
      ...(head ?? row.head),
      headline: row.headline,
      assessment: row.assessment,
      fingerprint: row.fingerprint,
      digestMatches: row.digest_matches,
      freshness: { position: row.position, recordedAt: row.recorded_at },
    };
  }
}
