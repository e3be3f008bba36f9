import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { knowledgeRelease, knowledgeReleases, releaseDiff } from '@tumor-board/knowledge';
import { ActivateReleaseCommand } from '@tumor-board/write-side';
import { RequestContext } from '../cases/request-context.js';
import { Access } from '../http/access.js';
import { KNOWLEDGE_WRITERS } from '../http/case-roles.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { casesOfImpact } from './cases-of-impact.js';
import { ImpactReporting } from './impact-reporting.js';
import {
  changeAnswer,
  impactAnswer,
  releaseAnswer,
  releaseDiffAnswer,
  releaseListAnswer,
  toImpact,
  toRelease,
  toReleaseEntry,
} from './knowledge-answers.js';
import {
  type ActivationRequest,
  activation,
  type DiffRequest,
  diffQuery,
  type ImpactRequest,
  impactQuery,
  type ReleasePath,
  releasePath,
} from './knowledge-requests.js';
import { toChange } from './to-change.js';

/** The knowledge releases, and which one cases are assessed under. */
@Controller('api/releases')
export class ReleasesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reporting: ImpactReporting,
    private readonly context: RequestContext,
  ) {}

  @Get()
  @Access('signed-in')
  @Shows('nothing')
  @Operation({
    id: 'listReleases',
    tag: 'knowledge',
    summary: 'The knowledge releases, oldest first, and which one is in force',
    answers: { 200: { description: 'The releases.', schema: releaseListAnswer } },
    problems: ['log.unavailable'],
  })
  async list() {
    const site = await this.reporting.inForce();
    return { releases: knowledgeReleases().map((release) => toReleaseEntry(release, site)) };
  }

  @Get(':id')
  @Access('signed-in')
  @Shows('nothing')
  @Operation({
    id: 'getRelease',
    tag: 'knowledge',
    summary: 'A knowledge release with the rows of its pathway',
    answers: { 200: { description: 'The release.', schema: releaseAnswer } },
    problems: ['knowledge.unknown-release', 'log.unavailable'],
  })
  async release(@Param({ schema: releasePath }) { id }: ReleasePath) {
    return toRelease(knowledgeRelease(id), await this.reporting.inForce());
  }

  @Get(':id/diff')
  @Access('signed-in')
  @Shows('nothing')
  @Operation({
    id: 'compareReleases',
    tag: 'knowledge',
    summary: 'What differs between two knowledge releases',
    answers: { 200: { description: 'The difference, entry by entry.', schema: releaseDiffAnswer } },
    problems: ['knowledge.unknown-release', 'log.unavailable'],
  })
  async diff(@Param({ schema: releasePath }) { id }: ReleasePath, @Query({ schema: diffQuery }) { from }: DiffRequest) {
    const to = knowledgeRelease(id);
    return releaseDiff(knowledgeRelease(from ?? (await this.reporting.inForce()).release), to);
  }

  @Post(':id/impact')
  @HttpCode(200)
  @Access(...KNOWLEDGE_WRITERS)
  @Shows(casesOfImpact)
  @Operation({
    id: 'reportReleaseImpact',
    tag: 'knowledge',
    summary: 'What the release would change for every open case',
    description:
      'A dry run: no case changes. The report is recorded by its digest, and can be signed. A hundred thousand cases take about a minute.',
    answers: { 200: { description: 'The report.', schema: impactAnswer } },
    problems: ['knowledge.unknown-release', 'knowledge.release-edited', 'log.unavailable'],
  })
  async impact(@Param({ schema: releasePath }) { id }: ReleasePath, @Query({ schema: impactQuery }) { effectiveFrom }: ImpactRequest) {
    const { reportId, report } = await this.reporting.report({ release: id }, effectiveFrom);
    return toImpact(reportId, report);
  }

  @Post(':id/activation')
  @HttpCode(200)
  @Access(...KNOWLEDGE_WRITERS)
  @Shows('nothing')
  @Operation({
    id: 'activateRelease',
    tag: 'knowledge',
    summary: 'Bring the release into force',
    description: 'On the strength of a signed report of its impact. Every open case is then assessed under it; see the re-assessments.',
    answers: { 200: { description: 'The release is in force, or will be.', schema: changeAnswer } },
    problems: [
      'knowledge.unknown-release',
      'knowledge.unsigned-impact',
      'knowledge.stale-impact',
      'knowledge.release-edited',
      'knowledge.effective-from-invalid',
      'log.unavailable',
    ],
  })
  async activate(@Param({ schema: releasePath }) { id }: ReleasePath, @Body({ schema: activation }) body: ActivationRequest) {
    const context = this.context.command(`releases/${id}/activation`, undefined);
    return toChange(body, context, await this.commands.execute(new ActivateReleaseCommand(id, body.reportId, body.effectiveFrom, context)));
  }
}
