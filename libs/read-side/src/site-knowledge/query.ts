import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  evolveKnowledge,
  inForceOn,
  type KnowledgeEvent,
  knowledgeStream,
  nothingDecided,
  type SiteKnowledge,
  scheduledAfter,
} from '@tumor-board/board';
import { fold } from '@tumor-board/kernel';
import { ReadModels } from '../read-models.js';
import type { SiteKnowledgeView } from './view.js';

/** What is in force at a site on a day. */
export class SiteKnowledgeQuery extends Query<SiteKnowledgeView> {
  constructor(
    readonly site: string,
    readonly day: string,
  ) {
    super();
  }
}

const REPORTS_AT_MOST = 50;

/** Reads the log: the stream is short, and whoever decides must see what is in force now. */
@QueryHandler(SiteKnowledgeQuery)
export class SiteKnowledgeHandler implements IQueryHandler<SiteKnowledgeQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ site, day }: SiteKnowledgeQuery): Promise<SiteKnowledgeView> {
    const events = await this.readModels.eventStore.read(knowledgeStream(site));
    const state = fold({ evolve: evolveKnowledge }, nothingDecided(), events as readonly unknown[] as readonly KnowledgeEvent[]);
    const { release, policy } = this.readModels.knowledge;
    const inForce = inForceOn(state, day, { release: release.id, policy });
    return {
      on: day,
      release: inForce.release,
      releaseSince: inForce.releaseBy?.effectiveFrom ?? null,
      policy: inForce.policy,
      policyVersion: inForce.policyVersion,
      policySince: inForce.policyBy?.effectiveFrom ?? null,
      scheduled: scheduledAfter(state, day).map((change) => ({
        kind: change.kind,
        to: change.kind === 'release' ? change.release : String(change.version),
        effectiveFrom: change.effectiveFrom,
        reportId: change.reportId,
      })),
      reports: openReports(state),
    };
  }
}

const openReports = ({ reports }: SiteKnowledge): SiteKnowledgeView['reports'] =>
  [...reports]
    .filter(([, { used }]) => !used)
    .slice(-REPORTS_AT_MOST)
    .toReversed()
    .map(([reportId, { candidate, against, summary, digest, signatures }]) => ({
      reportId,
      release: candidate.release ?? null,
      policy: candidate.policy ?? null,
      against,
      summary,
      digest,
      signatures: [...signatures],
    }));
