import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { CaseExplanationQuery, CaseOutlookQuery, caseExplanationView, caseOutlookView } from '@tumor-board/read-side';
import { Access } from '../http/access.js';
import { ASSESSMENT_READERS } from '../http/case-roles.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { type ExplanationRequest, explanationQuery } from './case-explanation-requests.js';
import { type AssessmentRequest, assessmentQuery, type CasePath, casePath } from './case-requests.js';
import { RequestContext } from './request-context.js';

const PROBLEMS = ['case.unknown', 'horizon.invalid', 'knowledge.unknown-release', 'position.invalid'];

/** Why a case is assessed as it is, and what is published beside it. */
@Controller('api/cases')
export class CaseExplanationController {
  constructor(
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
  ) {}

  @Get(':id/outlook')
  @Access(...ASSESSMENT_READERS)
  @Shows('case')
  @Operation({
    id: 'getOutlook',
    tag: 'cases',
    summary: 'What the published systems, the guidelines and the trials say of a case',
    description:
      'For each system the survival of the class in its own paper and what it says of locoregional radiotherapy, side by side and never merged; ' +
      'the positions of guidelines on the proposed step; trials criterion by criterion. A match is not eligibility.',
    answers: { 200: { description: 'The outlook.', schema: caseOutlookView } },
    problems: PROBLEMS,
  })
  async outlook(@Param({ schema: casePath }) { id }: CasePath, @Query({ schema: assessmentQuery }) query: AssessmentRequest) {
    return await this.queries.execute(new CaseOutlookQuery({ ...query, site: this.context.site.id, caseId: id }));
  }

  @Get(':id/explanation')
  @Access(...ASSESSMENT_READERS)
  @Shows('case')
  @Operation({
    id: 'getExplanation',
    tag: 'cases',
    summary: 'Why a part of the assessment is what it is, and what would change it',
    description:
      'The facts, the rule in words and the sources behind each reason; and the smallest sets of assumed facts that would settle or change the part. ' +
      'What is assumed comes from a catalogue: that nothing is found does not say that nothing could change.',
    answers: { 200: { description: 'The explanation.', schema: caseExplanationView } },
    problems: ['knowledge.unknown-part', ...PROBLEMS],
  })
  async explanation(@Param({ schema: casePath }) { id }: CasePath, @Query({ schema: explanationQuery }) query: ExplanationRequest) {
    return await this.queries.execute(new CaseExplanationQuery({ ...query, site: this.context.site.id, caseId: id }));
  }
}
