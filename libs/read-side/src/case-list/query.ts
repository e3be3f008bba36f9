import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { caseStream } from '@tumor-board/board';
import type { NextStepCode } from '@tumor-board/knowledge';
import { sql } from 'kysely';
import { readCursor, writeCursor } from '../cursor.js';
import { instantText } from '../instant.js';
import { ReadModels } from '../read-models.js';
import { holding, wordsOf } from './reference-search.js';
import { titlesOf } from './title-search.js';
import type { CaseListEntry, CaseListView } from './view.js';

/** The orders of the list: last changed first, or by reference. */
export type CaseListOrder = 'changed' | 'reference';

/** Which cases of a site, in which order. */
export interface CaseListOptions {
  readonly site: string;
  /** Default `changed`. */
  readonly order?: CaseListOrder | undefined;
  readonly nextStep?: NextStepCode | undefined;
  /** Texts, apart by spaces, that must all stand in the reference. */
  readonly reference?: string | undefined;
  /** Words, each of which must occur in the reference, or begin a word of the title by 3 letters at least. */
  readonly search?: string | undefined;
  /** 1 to 200, default 50. */
  readonly limit?: number | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  /** Wait until the list knows what stands at this position. */
  readonly atLeast?: string | undefined;
}

/** A page of the list of cases. */
export class CaseListQuery extends Query<CaseListView> {
  constructor(readonly options: CaseListOptions) {
    super();
  }
}

/** @throws Problem `cursor.invalid`, `projection.behind` */
@QueryHandler(CaseListQuery)
export class CaseListHandler implements IQueryHandler<CaseListQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ options }: CaseListQuery): Promise<CaseListView> {
    const { site, order = 'changed', nextStep, reference, search = '', limit = 50, after, atLeast } = options;
    const cursor = after === undefined ? undefined : readCursor(after, order, [order === 'changed' ? 'instant' : 'text']);
    await this.readModels.reached('case-list', atLeast);

    const [value = ''] = cursor?.values ?? [];
    const size = Math.min(Math.max(Math.trunc(limit), 1), 200);
    let select = this.readModels.db
      .selectFrom('read_model.case_list as c')
      .select([
        'c.case_id',
        'c.reference',
        'c.title',
        'c.source',
        'c.age_years',
        'c.sex',
        'c.next_step',
        'c.stage',
        'c.response',
        'c.alerts',
      ])
      .select(['c.facts', 'c.version'])
      .select((eb) => [
        sql<string | null>`c.last_fact_on::text`.as('last_fact_on'),
        instantText(eb.ref('c.opened_at')).as('opened_at'),
        instantText(eb.ref('c.changed_at')).as('changed_at'),
      ])
      .where('c.site', '=', site)
      .limit(size + 1);
    if (nextStep !== undefined) select = select.where('c.next_step', '=', nextStep);
    for (const text of wordsOf(reference)) select = select.where(sql<boolean>`c.search like ${holding(text)}`);
    for (const word of wordsOf(search)) {
      const inReference = sql<boolean>`c.search like ${holding(word)}`;
      const tokens = this.readModels.protection?.index.tokensFor(titlesOf(site), word);
      select = select.where(tokens === undefined ? inReference : sql<boolean>`(${inReference} or c.search_tokens @> ${tokens}::text[])`);
    }
    switch (order) {
      case 'changed':
        select = select.orderBy('c.changed_at', 'desc').orderBy('c.case_id', 'desc');
        if (cursor) select = select.where(sql<boolean>`(c.changed_at, c.case_id) < (${value}::timestamptz, ${cursor.caseId}::uuid)`);
        break;
      case 'reference':
        select = select.orderBy('c.reference').orderBy('c.case_id');
        if (cursor) select = select.where(sql<boolean>`(c.reference, c.case_id) > (${value}, ${cursor.caseId}::uuid)`);
        break;
    }
    const rows = await select.execute();
    const page = rows.slice(0, size);
    const titles = await this.readModels.revealed(page.map((row) => ({ streamId: caseStream(row.case_id), value: row.title })));
    const cases = page.map(
      (row, index): CaseListEntry => ({
        caseId: row.case_id,
        reference: row.reference,
        title: titles[index] ?? null,
        source: row.source as 'synthetic' | 'published' | null,
        patient: { ageYears: row.age_years, sex: row.sex as 'female' | 'male' },
        nextStep: row.next_step as NextStepCode | null,
        stage: row.stage,
        response: row.response,
        alerts: row.alerts === null ? [] : row.alerts.split(', ').map((code) => code.replace(/ ×\d+$/u, '')),
        facts: row.facts,
        lastFactOn: row.last_fact_on,
        version: row.version,
        openedAt: row.opened_at,
        changedAt: row.changed_at,
      }),
    );
    const last = cases.at(-1);
    const more = rows.length > size && last !== undefined;
    return {
      cases,
      next: more ? writeCursor({ order, values: [order === 'changed' ? last.changedAt : last.reference], caseId: last.caseId }) : null,
    };
  }
}
