import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { discussionsOf, fillAgenda } from '@tumor-board/board';
import type { SitePolicy } from '@tumor-board/knowledge';
import { QueueQuery, SiteKnowledgeQuery } from '@tumor-board/read-side';
import { MeetingCommands, today } from '@tumor-board/write-side';
import { RequestContext } from '../cases/request-context.js';
import type { FillingAnswer } from './meeting-answers.js';

/** Looks through the queue for what a meeting can take. */
@Injectable()
export class AgendaFilling {
  constructor(
    private readonly queries: QueryBus,
    private readonly meetings: MeetingCommands,
    private readonly context: RequestContext,
  ) {}

  /** @throws Problem `meeting.unknown`, `log.unavailable` */
  async propose(meetingId: string, look: number): Promise<FillingAnswer> {
    const site = this.context.site.id;
    const day = today();
    const meeting = await this.meetings.find(site, meetingId);
    const { cases } = await this.queries.execute(new QueueQuery({ site, today: day, limit: look }));
    const { policy } = await this.queries.execute(new SiteKnowledgeQuery(site, day));
    const places = Math.max(0, meeting.plan.capacity - discussionsOf(meeting).length);
    const queue = cases.map((queued) => ({
      caseId: queued.caseId,
      reason: queued.reason,
      step: queued.nextStep,
      isFirstPresentation: queued.isFirstPresentation,
      asksFor: queued.askedDisciplines,
      readiness: queued.readiness,
    }));
    const references = new Map(cases.map(({ caseId, reference }) => [caseId, reference]));
    const proposals = fillAgenda(queue, { disciplines: meeting.plan.disciplines, places, policy: policy as SitePolicy });
    return {
      places,
      proposals: proposals.map((proposal) => {
        const { caseId, reason } = proposal;
        const named = { caseId, reason, reference: references.get(caseId) ?? '' };
        if (proposal.taken) return { ...named, taken: true, kinds: [...proposal.kinds] };
        const { because } = proposal;
        return {
          ...named,
          taken: false,
          because: because.code === 'discipline-missing' ? { ...because, missing: [...because.missing] } : because,
        };
      }),
    };
  }
}
