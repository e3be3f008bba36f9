import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { caseFile } from '@tumor-board/oncology';
import {
  CaseAssessmentQuery,
  CaseHistoryQuery,
  CaseListQuery,
  CaseOverviewQuery,
  CaseRecordQuery,
  caseHistoryView,
} from '@tumor-board/read-side';
import type { FastifyReply } from 'fastify';
import { Access } from '../http/access.js';
import { ASSESSMENT_READERS, CASE_READERS } from '../http/case-roles.js';
import { ReadsOnly, Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { PatientNames, shownWithIdentities } from '../patients/patient-names.js';
import { assessmentAnswer, type CaseAnswer, type CaseListAnswer, caseAnswer, caseListAnswer, toCase, toCaseList } from './case-answers.js';
import {
  type AssessmentRequest,
  assessmentQuery,
  type CaseListRequest,
  type CasePath,
  type CaseRequest,
  type CaseSearch,
  caseListQuery,
  casePath,
  caseQuery,
  caseSearch,
  type HistoryRequest,
  historyQuery,
} from './case-requests.js';
import { RequestContext } from './request-context.js';

/** Views out. */
@Controller('api/cases')
export class CaseQueriesController {
  constructor(
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
    private readonly names: PatientNames,
  ) {}

  @Get()
  @Access(...CASE_READERS)
  @Shows((page: CaseListAnswer) => page.cases.map(({ id }) => id))
  @Operation({
    id: 'listCases',
    tag: 'cases',
    summary: 'The cases, a page at a time',
    answers: { 200: { description: 'A page of cases.', schema: caseListAnswer } },
    problems: ['cursor.invalid', 'position.invalid', 'projection.behind'],
  })
  async list(@Query({ schema: caseListQuery }) query: CaseListRequest) {
    return toCaseList(await this.queries.execute(new CaseListQuery({ ...query, site: this.context.site.id })));
  }

  @Post('search')
  @HttpCode(200)
  @ReadsOnly()
  @Access(...CASE_READERS)
  @Shows((page: CaseListAnswer) => page.cases.map(({ id }) => id))
  @Operation({
    id: 'searchCases',
    tag: 'cases',
    summary: 'The cases whose reference or title holds some words, a page at a time',
    description:
      'Nothing is recorded. What is searched for stands in the body, so that it comes into no address and no log: it may be of a patient.',
    answers: { 200: { description: 'A page of cases.', schema: caseListAnswer } },
    problems: ['cursor.invalid', 'position.invalid', 'projection.behind'],
  })
  async search(@Body({ schema: caseSearch }) search: CaseSearch) {
    return toCaseList(await this.queries.execute(new CaseListQuery({ ...search, site: this.context.site.id })));
  }

  @Get(':id')
  @Access(...CASE_READERS)
  @Shows((found: Pick<CaseAnswer, 'id' | 'identity'>) => shownWithIdentities([found]))
  @Operation({
    id: 'getCase',
    tag: 'cases',
    summary: 'A case and the assessment that stands',
    answers: { 200: { description: 'The case.', schema: caseAnswer, headers: { etag: 'The version of the case, for `If-Match`.' } } },
    problems: ['case.unknown', 'position.invalid', 'projection.behind'],
  })
  async get(
    @Param({ schema: casePath }) { id }: CasePath,
    @Query({ schema: caseQuery }) { atLeast }: CaseRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const overview = toCase(await this.queries.execute(new CaseOverviewQuery(this.context.site.id, id, atLeast)));
    const [found = { ...overview, identity: null }] = await this.names.of([overview], atLeast);
    void reply.header('etag', `"${found.version}"`);
    return found;
  }

  @Get(':id/assessment')
  @Access(...ASSESSMENT_READERS)
  @Shows('case')
  @Operation({
    id: 'getAssessment',
    tag: 'cases',
    summary: 'The assessment of a case, valid on one day as known on another',
    answers: { 200: { description: 'The assessment.', schema: assessmentAnswer } },
    problems: ['case.unknown', 'horizon.invalid', 'knowledge.unknown-release', 'position.invalid', 'projection.behind'],
  })
  async assessment(@Param({ schema: casePath }) { id }: CasePath, @Query({ schema: assessmentQuery }) query: AssessmentRequest) {
    return await this.queries.execute(new CaseAssessmentQuery({ ...query, site: this.context.site.id, caseId: id }));
  }

  @Get(':id/history')
  @Access(...CASE_READERS)
  @Shows('case')
  @Operation({
    id: 'getHistory',
    tag: 'cases',
    summary: 'What happened in a case, event by event',
    answers: { 200: { description: 'A page of events.', schema: caseHistoryView } },
    problems: ['case.unknown', 'position.invalid', 'projection.behind'],
  })
  async history(@Param({ schema: casePath }) { id }: CasePath, @Query({ schema: historyQuery }) { order, ...query }: HistoryRequest) {
    const options = { ...query, newestFirst: order === 'newest', site: this.context.site.id, caseId: id };
    return await this.queries.execute(new CaseHistoryQuery(options));
  }

  @Get(':id/record')
  @Access(...CASE_READERS)
  @Shows('case')
  @Operation({
    id: 'getRecord',
    tag: 'cases',
    summary: 'The whole record of a case as a case file',
    answers: { 200: { description: 'A case file; importing it elsewhere brings the case back.', schema: caseFile } },
    problems: ['case.unknown'],
  })
  async record(@Param({ schema: casePath }) { id }: CasePath) {
    return await this.queries.execute(new CaseRecordQuery(this.context.site.id, id));
  }
}
