import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type ImpactCandidate, reportImpact } from '@tumor-board/board';
import { type ImpactReport, knowledgeRelease } from '@tumor-board/knowledge';
import { ImpactQuery, SiteKnowledgeQuery, type SiteKnowledgeView } from '@tumor-board/read-side';
import { ReportImpactCommand, today } from '@tumor-board/write-side';
import { RequestContext } from '../cases/request-context.js';

/** Compares a change with what is in force over every open case, and records what came of it. */
@Injectable()
export class ImpactReporting {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
  ) {}

  /** What is in force on a day, today when none is given. */
  inForce(day?: string): Promise<SiteKnowledgeView> {
    return this.queries.execute(new SiteKnowledgeQuery(this.context.site.id, day ?? today()));
  }

  /** @throws Problem `knowledge.unknown-release`, `knowledge.release-edited` */
  async report(candidate: ImpactCandidate, effectiveFrom: string | undefined): Promise<{ reportId: string; report: ImpactReport }> {
    const { release, policy, policyVersion } = await this.inForce(effectiveFrom);
    const current = { release: knowledgeRelease(release), policy };
    const other = 'release' in candidate ? { release: knowledgeRelease(candidate.release), policy } : { ...current, ...candidate };
    const report = await this.queries.execute(new ImpactQuery(this.context.site.id, current, other));
    const reportId = randomUUID();
    const command = reportImpact(reportId, candidate, { release, policyVersion }, report);
    await this.commands.execute(new ReportImpactCommand(command, this.context.command('impacts', undefined)));
    return { reportId, report };
  }
}
