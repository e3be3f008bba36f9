import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CaseFile } from '@tumor-board/oncology';
import { ReadModels } from '../read-models.js';
import { foldCase, readCase, unknownCase } from '../recorded-case.js';

/** The record of a case as a case file, corrections and retractions included: what an import of it would bring back. */
export class CaseRecordQuery extends Query<CaseFile> {
  constructor(
    readonly site: string,
    readonly caseId: string,
  ) {
    super();
  }
}

/** Reads the log, because no read model holds facts. @throws Problem `case.unknown` */
@QueryHandler(CaseRecordQuery)
export class CaseRecordHandler implements IQueryHandler<CaseRecordQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ site, caseId }: CaseRecordQuery): Promise<CaseFile> {
    const state = foldCase(await readCase(this.readModels.eventStore, site, caseId));
    if (state.status === 'none') throw unknownCase();
    return { format: 'tumor-board-case/1', ...state.head, facts: state.facts.toArray() };
  }
}
