import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  evolveMeeting,
  itemOfCase,
  type MeetingEvent,
  meetingStream,
  noMeeting,
  presentAt,
  type QuorumResult,
  quorumOf,
} from '@tumor-board/board';
import { fold, type IsoDate, problem } from '@tumor-board/kernel';
import type { DecisionKind } from '@tumor-board/knowledge';
import { ReadModels } from '../read-models.js';
import { inForceAt } from '../site-knowledge/in-force-at.js';

/** Who is there when a case is decided. */
export interface DecisionQuorum {
  readonly quorum: QuorumResult;
  /** The item of the agenda that is this case; undefined outside a meeting. */
  readonly itemId?: string;
}

/** Which decision about which case, where. */
export interface DecisionQuorumOptions {
  readonly site: string;
  readonly caseId: string;
  readonly kind: DecisionKind;
  /** Undefined outside a meeting. */
  readonly meetingId?: string | undefined;
  /** The day whose policy says what quorum is asked for. */
  readonly today: IsoDate;
}

/** Whether those who are at a meeting now make the quorum for a kind of decision about a case of its agenda. */
export class DecisionQuorumQuery extends Query<DecisionQuorum> {
  constructor(readonly options: DecisionQuorumOptions) {
    super();
  }
}

/**
 * Answers from the log: a signature must not rest on who was there a moment ago.
 * @throws Problem `meeting.unknown`, `meeting.not-open`, `meeting.item-unknown`
 */
@QueryHandler(DecisionQuorumQuery)
export class DecisionQuorumHandler implements IQueryHandler<DecisionQuorumQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ options }: DecisionQuorumQuery): Promise<DecisionQuorum> {
    const { site, caseId, kind, meetingId, today } = options;
    const { policy } = await inForceAt(this.readModels, site, today);
    if (meetingId === undefined) return { quorum: quorumOf('not-in-a-meeting', caseId, kind, policy) };
    const events = await this.readModels.eventStore.read(meetingStream(meetingId));
    const meeting = fold({ evolve: evolveMeeting }, noMeeting(), events as readonly unknown[] as readonly MeetingEvent[]);
    if (meeting.status === 'none' || events[0]?.metadata.site !== site) throw problem('meeting.unknown', 'There is no such meeting.');
    if (meeting.status !== 'open') {
      throw problem('meeting.not-open', `Decisions are made in an open meeting; this one is ${meeting.status}.`, {
        status: meeting.status,
      });
    }
    const item = itemOfCase(meeting.agenda, caseId);
    if (item === undefined) throw problem('meeting.item-unknown', 'The case is not on the agenda of this meeting.', { meetingId, caseId });
    return { quorum: quorumOf(presentAt(meeting), caseId, kind, policy), itemId: item.itemId };
  }
}
