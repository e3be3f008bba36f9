import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { checkedPolicy } from '@tumor-board/board';
import { ChangePolicyCommand } from '@tumor-board/write-side';
import { RequestContext } from '../cases/request-context.js';
import { Access } from '../http/access.js';
import { KNOWLEDGE_WRITERS } from '../http/case-roles.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { casesOfImpact } from './cases-of-impact.js';
import { ImpactReporting } from './impact-reporting.js';
import { changeAnswer, impactAnswer, policyAnswer, toImpact, toPolicy } from './knowledge-answers.js';
import {
  type ImpactRequest,
  impactQuery,
  type PolicyCandidate,
  type PolicyChangeRequest,
  policyCandidate,
  policyChange,
} from './knowledge-requests.js';
import { toChange } from './to-change.js';

/** What the site decides for itself where the guidance leaves a choice. */
@Controller('api/policy')
export class PolicyController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reporting: ImpactReporting,
    private readonly context: RequestContext,
  ) {}

  @Get()
  @Access('signed-in')
  @Shows('nothing')
  @Operation({
    id: 'getPolicy',
    tag: 'knowledge',
    summary: 'The policy of the site, what is scheduled, and which reports wait',
    answers: { 200: { description: 'The policy in force.', schema: policyAnswer } },
    problems: ['log.unavailable'],
  })
  async policy() {
    return toPolicy(await this.reporting.inForce());
  }

  @Post('impact')
  @HttpCode(200)
  @Access(...KNOWLEDGE_WRITERS)
  @Shows(casesOfImpact)
  @Operation({
    id: 'reportPolicyImpact',
    tag: 'knowledge',
    summary: 'What a policy would change for every open case',
    description: 'A dry run: no case changes. The report is recorded by its digest, and can be signed.',
    answers: { 200: { description: 'The report.', schema: impactAnswer } },
    problems: ['policy.invalid', 'knowledge.release-edited', 'log.unavailable'],
  })
  async impact(
    @Body({ schema: policyCandidate }) { policy }: PolicyCandidate,
    @Query({ schema: impactQuery }) { effectiveFrom }: ImpactRequest,
  ) {
    const { reportId, report } = await this.reporting.report({ policy: checkedPolicy(policy) }, effectiveFrom);
    return toImpact(reportId, report);
  }

  @Put()
  @Access(...KNOWLEDGE_WRITERS)
  @Shows('nothing')
  @Operation({
    id: 'changePolicy',
    tag: 'knowledge',
    summary: 'Bring a policy into force',
    description: 'On the strength of a signed report of its impact. Every open case is then assessed under it; see the re-assessments.',
    answers: { 200: { description: 'The policy is in force, or will be.', schema: changeAnswer } },
    problems: [
      'policy.invalid',
      'knowledge.unsigned-impact',
      'knowledge.stale-impact',
      'knowledge.release-edited',
      'knowledge.effective-from-invalid',
      'log.unavailable',
    ],
  })
  async change(@Body({ schema: policyChange }) body: PolicyChangeRequest) {
    const context = this.context.command('policy', undefined);
    const policy = checkedPolicy(body.policy);
    return toChange(
      body,
      context,
      await this.commands.execute(new ChangePolicyCommand(policy, body.reportId, body.effectiveFrom, context)),
    );
  }
}
