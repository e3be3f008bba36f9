import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { lettersDueBy, presentAt, quorumOf } from '@tumor-board/board';
import { type IsoDate, problem } from '@tumor-board/kernel';
import { DECISION_KINDS, type NextStepCode, type SitePolicy } from '@tumor-board/knowledge';
import { readCursor, writeCursor } from '../cursor.js';
import { instantText } from '../instant.js';
import { isCaseId, ReadModels } from '../read-models.js';
import { inForceAt } from '../site-knowledge/in-force-at.js';
import { meetingOf } from './projection.js';
import { entryOf } from './rows.js';
import type { AgendaEntry, MeetingListView, MeetingState, MeetingView } from './view.js';

/** Which meeting, as whom. */
export interface MeetingOptions {
  readonly site: string;
  readonly meetingId: string;
  /** The day whose policy says what quorum is asked for. */
  readonly today: IsoDate;
  /** Wait until the meeting is known as it was at this position. */
  readonly atLeast?: string | undefined;
}

/** A meeting as it stands: agenda in order, who is there, quorum for each case. */
export class MeetingQuery extends Query<MeetingView> {
  constructor(readonly options: MeetingOptions) {
    super();
  }
}

const COLUMNS = [
  'm.meeting_id',
  'm.site',
  'm.series_id',
  'm.status',
  'm.plan',
  'm.agenda',
  'm.removed',
  'm.attendance',
  'm.version',
  'm.position',
] as const;

/** @throws Problem `meeting.unknown`, `projection.behind`, `position.invalid` */
@QueryHandler(MeetingQuery)
export class MeetingHandler implements IQueryHandler<MeetingQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ options }: MeetingQuery): Promise<MeetingView> {
    const { site, meetingId, today, atLeast } = options;
    await this.readModels.reached('meeting', atLeast);
    const row = isCaseId(meetingId)
      ? await this.readModels.db
          .selectFrom('read_model.meeting as m')
          .select([...COLUMNS, 'm.cancelled_because'])
          .select((eb) => [
            instantText(eb.ref('m.starts')).as('starts'),
            instantText(eb.ref('m.opened_at')).as('opened_at'),
            instantText(eb.ref('m.ended_at')).as('ended_at'),
          ])
          .where('m.meeting_id', '=', meetingId)
          .where('m.site', '=', site)
          .executeTakeFirst()
      : undefined;
    if (row === undefined) throw problem('meeting.unknown', 'There is no such meeting.');
    const ids = row.agenda.map(({ caseId }) => caseId);
    const cases =
      ids.length === 0
        ? []
        : await this.readModels.db
            .selectFrom('read_model.case_list')
            .select(['case_id', 'reference', 'next_step'])
            .where('case_id', 'in', ids)
            .execute();
    const known = new Map(cases.map((found) => [found.case_id, found]));
    const entry = entryOf(row);
    const [isOpen, isDecidedOn] = [row.status === 'open', entry.counts.decided > 0];
    const policy = isOpen || isDecidedOn ? (await inForceAt(this.readModels, site, today)).policy : undefined;
    const present = presentAt(meetingOf(row));
    return {
      ...entry,
      agenda: row.agenda.map((item): AgendaEntry => {
        const found = known.get(item.caseId);
        return {
          ...item,
          decisions: [...item.decisions],
          reference: found?.reference ?? null,
          nextStep: (found?.next_step ?? null) as NextStepCode | null,
          quorum: isOpen && policy !== undefined ? quorums(present, item.caseId, policy) : null,
        };
      }),
      attendance: row.attendance.map((attendee) => ({
        ...attendee,
        disciplines: [...attendee.disciplines],
        conflicts: [...attendee.conflicts],
      })),
      openedAt: row.opened_at,
      endedAt: row.ended_at,
      lettersDueBy: isDecidedOn && policy !== undefined ? lettersDueBy(entry.on, policy) : null,
      cancelledBecause: row.cancelled_because,
      position: row.position,
    };
  }
}

function quorums(present: ReturnType<typeof presentAt>, caseId: string, policy: SitePolicy): NonNullable<AgendaEntry['quorum']> {
  const [any, first, local] = DECISION_KINDS.map((kind) => [kind, quorumOf(present, caseId, kind, policy)] as const);
  return Object.fromEntries([any, first, local].flatMap((one) => (one === undefined ? [] : [one]))) as NonNullable<AgendaEntry['quorum']>;
}

/** Which meetings of a site. */
export interface MeetingListOptions {
  readonly site: string;
  /** Meetings that begin from this moment on, ISO 8601. */
  readonly from?: string | undefined;
  /** Meetings that begin before this moment. */
  readonly before?: string | undefined;
  /** Meetings of this day by the clocks of their place. */
  readonly on?: IsoDate | undefined;
  readonly status?: MeetingState | undefined;
  readonly seriesId?: string | undefined;
  /** 1 to 200, default 50. */
  readonly limit?: number | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  readonly atLeast?: string | undefined;
}

/** A page of meetings, the earliest first. */
export class MeetingListQuery extends Query<MeetingListView> {
  constructor(readonly options: MeetingListOptions) {
    super();
  }
}

/** @throws Problem `cursor.invalid`, `projection.behind`, `position.invalid` */
@QueryHandler(MeetingListQuery)
export class MeetingListHandler implements IQueryHandler<MeetingListQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ options }: MeetingListQuery): Promise<MeetingListView> {
    const { site, from, before, on, status, seriesId, limit = 50, after, atLeast } = options;
    const cursor = after === undefined ? undefined : readCursor(after, 'meetings', ['instant']);
    await this.readModels.reached('meeting', atLeast);
    const size = Math.min(Math.max(Math.trunc(limit), 1), 200);
    let select = this.readModels.db
      .selectFrom('read_model.meeting as m')
      .select(COLUMNS)
      .select((eb) => instantText(eb.ref('m.starts')).as('starts'))
      .where('m.site', '=', site)
      .orderBy('m.starts')
      .orderBy('m.meeting_id')
      .limit(size + 1);
    if (from !== undefined) select = select.where('m.starts', '>=', from);
    if (before !== undefined) select = select.where('m.starts', '<', before);
    if (on !== undefined) select = select.where((eb) => eb(eb.ref('m.plan', '->>').key('on'), '=', on));
    if (status !== undefined) select = select.where('m.status', '=', status);
    if (seriesId !== undefined) select = select.where('m.series_id', '=', seriesId);
    if (cursor !== undefined)
      select = select.where((eb) => eb(eb.refTuple('m.starts', 'm.meeting_id'), '>', eb.tuple(cursor.values[0] ?? '', cursor.caseId)));
    const rows = await select.execute();
    const meetings = rows.slice(0, size).map(entryOf);
    const last = meetings.at(-1);
    const more = rows.length > size && last !== undefined;
    return { meetings, next: more ? writeCursor({ order: 'meetings', values: [last.starts], caseId: last.meetingId }) : null };
  }
}
