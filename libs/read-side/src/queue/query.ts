import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { caseStream, type QueueReason, type Readiness, rankOf } from '@tumor-board/board';
import { daysBetween } from '@tumor-board/kernel';
import type { Discipline, NextStepCode } from '@tumor-board/knowledge';
import { type RawBuilder, sql } from 'kysely';
import { holding, wordsOf } from '../case-list/reference-search.js';
import { readCursor, type SortValue, writeCursor } from '../cursor.js';
import { instantText } from '../instant.js';
import { ReadModels } from '../read-models.js';
import type { QueueRow } from './table.js';
import type { QueueEntry, QueueView } from './view.js';

/** The orders of the queue: by urgency, by due date, by how long a case has waited, or by reference. */
export const QUEUE_ORDERS = ['urgency', 'due', 'waiting', 'reference'] as const;
export type QueueOrder = (typeof QUEUE_ORDERS)[number];

/** Which part of a site's queue. */
export interface QueueOptions {
  readonly site: string;
  /** The day from which waiting, overdue and deferred are told. */
  readonly today: string;
  /** Default `urgency`. */
  readonly order?: QueueOrder | undefined;
  readonly reason?: QueueReason | undefined;
  readonly discipline?: Discipline | undefined;
  /** Only cases due before this day. */
  readonly dueBefore?: string | undefined;
  readonly readiness?: Readiness | undefined;
  readonly meetingId?: string | undefined;
  /** Texts, apart by spaces, that must all stand in the reference. */
  readonly search?: string | undefined;
  /** 1 to 200, default 50. */
  readonly limit?: number | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  /** Wait until the queue knows what stands at this position. */
  readonly atLeast?: string | undefined;
}

/** A page of the cases that wait for the board. */
export class QueueQuery extends Query<QueueView> {
  constructor(readonly options: QueueOptions) {
    super();
  }
}

/** True for a case that is put off on a day. */
export const isDeferredOn = (today: string): RawBuilder<boolean> =>
  sql<boolean>`(q.deferred and (q.deferred_until is null or q.deferred_until > ${today}::date))`;

/** True for a case whose awaited result has not come by its day. */
export const isKeptWaitingOn = (today: string): RawBuilder<boolean> =>
  sql<boolean>`(q.readiness = 'awaiting-result' and q.awaiting_until < ${today}::date)`;

/** @throws Problem `cursor.invalid`, `projection.behind` */
@QueryHandler(QueueQuery)
export class QueueHandler implements IQueryHandler<QueueQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ options }: QueueQuery): Promise<QueueView> {
    const { today, limit = 50, after, atLeast, order = 'urgency' } = options;
    const cursor = after === undefined ? undefined : readCursor(after, `queue.${order}`, SORTED_BY[order]);
    await this.readModels.reached('board-queue', atLeast);

    const size = Math.min(Math.max(Math.trunc(limit), 1), 200);
    let select = this.#filtered(options).limit(size + 1);
    const [first = '', second = '', third = ''] = cursor?.values ?? [];
    switch (order) {
      case 'urgency':
        select = select.orderBy('q.rank').orderBy('q.due_by').orderBy('q.listed_since').orderBy('q.case_id');
        if (cursor)
          select = select.where(
            sql<boolean>`(q.rank, q.due_by, q.listed_since, q.case_id) > (${first}::smallint, ${second}::date, ${third}::timestamptz, ${cursor.caseId}::uuid)`,
          );
        break;
      case 'due':
        select = select.orderBy('q.due_by').orderBy('q.listed_since').orderBy('q.case_id');
        if (cursor)
          select = select.where(
            sql<boolean>`(q.due_by, q.listed_since, q.case_id) > (${first}::date, ${second}::timestamptz, ${cursor.caseId}::uuid)`,
          );
        break;
      case 'waiting':
        select = select.orderBy('q.listed_since').orderBy('q.case_id');
        if (cursor) select = select.where(sql<boolean>`(q.listed_since, q.case_id) > (${first}::timestamptz, ${cursor.caseId}::uuid)`);
        break;
      case 'reference':
        select = select.orderBy('q.search').orderBy('q.case_id');
        if (cursor) select = select.where(sql<boolean>`(q.search, q.case_id) > (${first}, ${cursor.caseId}::uuid)`);
        break;
    }
    const rows = await select.execute();
    const page = rows.slice(0, size);
    const last = page.at(-1);
    const titles = await this.readModels.revealed(page.map((row) => ({ streamId: caseStream(row.case_id), value: row.title })));
    return {
      cases: page.map((row, index) => entryOf(row as SelectedRow, titles[index] ?? null, today)),
      next:
        rows.length > size && last !== undefined
          ? writeCursor({ order: `queue.${order}`, values: placeOf(last as SelectedRow, order), caseId: last.case_id })
          : null,
    };
  }

  #filtered({ site, today, reason, discipline, dueBefore, readiness, meetingId, search }: QueueOptions) {
    let select = this.readModels.db
      .selectFrom('read_model.board_queue as q')
      .selectAll('q')
      .select((eb) => [
        sql<string>`q.due_by::text`.as('due_by'),
        sql<string>`q.listed_on::text`.as('listed_on'),
        instantText(eb.ref('q.listed_since')).as('listed_since'),
        sql<string | null>`q.meeting_on::text`.as('meeting_on'),
        sql<string | null>`q.deferred_until::text`.as('deferred_until'),
        isDeferredOn(today).as('is_deferred'),
        isKeptWaitingOn(today).as('is_kept_waiting'),
      ])
      .where('q.site', '=', site)
      .where('q.in_queue', '=', sql<boolean>`true`);
    if (reason !== undefined) select = select.where('q.rank', '=', rankOf(reason));
    if (discipline !== undefined) select = select.where(sql<boolean>`q.disciplines @> ${[discipline]}::text[]`);
    if (dueBefore !== undefined) select = select.where(sql<boolean>`q.due_by < ${dueBefore}::date`);
    if (meetingId !== undefined) select = select.where('q.meeting_id', '=', meetingId);
    if (readiness === 'deferred') select = select.where('q.deferred', '=', sql<boolean>`true`).where(isDeferredOn(today));
    else if (readiness !== undefined) select = select.where(isOnItsOwn(readiness, today)).where(sql<boolean>`not ${isDeferredOn(today)}`);
    for (const text of wordsOf(search)) select = select.where(sql<boolean>`q.search like ${holding(text)}`);
    return select;
  }
}

/** True for a case that would be so far on a day if it were not put off. */
function isOnItsOwn(readiness: Exclude<Readiness, 'deferred'>, today: string): RawBuilder<boolean> {
  switch (readiness) {
    case 'ready':
    case 'listed':
      return sql<boolean>`q.readiness = ${readiness}`;
    case 'awaiting-result':
      return sql<boolean>`(q.readiness = 'awaiting-result' and q.awaiting_until >= ${today}::date)`;
    case 'not-ready':
      return sql<boolean>`(q.readiness = 'not-ready' or ${isKeptWaitingOn(today)})`;
  }
}

interface SelectedRow extends QueueRow {
  readonly is_deferred: boolean;
  readonly is_kept_waiting: boolean;
}

/** What each order sorts by, before the id of the case. */
const SORTED_BY = {
  urgency: ['rank', 'day', 'instant'],
  due: ['day', 'instant'],
  waiting: ['instant'],
  reference: ['text'],
} as const satisfies Record<QueueOrder, readonly SortValue[]>;

function placeOf({ rank, due_by, listed_since, search }: SelectedRow, order: QueueOrder): readonly string[] {
  switch (order) {
    case 'urgency':
      return [String(rank), String(due_by), String(listed_since)];
    case 'due':
      return [String(due_by), String(listed_since)];
    case 'waiting':
      return [String(listed_since)];
    case 'reference':
      return [search];
  }
}

function entryOf(row: SelectedRow, title: string | null, today: string): QueueEntry {
  const { reason, due_by: dueBy, listed_on: waitingSince, trigger, readiness } = row;
  if (reason === null || dueBy === null || waitingSince === null || trigger === null || readiness === null)
    throw new Error(`the case ${row.case_id} waits without a reason`);
  const { meeting_id: meetingId, item_id: itemId, meeting_on: meetingOn } = row;
  return {
    caseId: row.case_id,
    reference: row.reference,
    title,
    source: row.source as QueueEntry['source'],
    reason,
    dueBy,
    isOverdue: dueBy < today,
    waitingSince,
    waitingDays: Math.max(0, daysBetween(waitingSince, today)),
    urgency: row.urgency,
    trigger: { kind: trigger, facts: [...row.trigger_facts], changed: [...row.trigger_changed] },
    hasQuestion: row.has_question,
    disciplines: [...row.disciplines],
    askedDisciplines: [...row.referral_disciplines],
    readiness: row.is_deferred ? 'deferred' : row.is_kept_waiting ? 'not-ready' : readiness,
    missing: row.missing.map((missing) => ({ ...missing })),
    meeting:
      meetingId === null || itemId === null || meetingOn === null
        ? null
        : { meetingId, itemId, on: meetingOn, mode: row.meeting_mode as 'discussion' | 'without-discussion' },
    deferral: row.deferral_reason === null ? null : { until: row.deferred_until, reason: row.deferral_reason },
    deferrals: row.deferrals,
    nextStep: row.next_step as NextStepCode | null,
    stage: row.stage,
    response: row.response,
    isFirstPresentation: row.is_first_presentation,
    decision: {
      decisionId: row.decision_id,
      state: row.decision_state,
      review: row.review_trigger === null ? null : { trigger: row.review_trigger, changed: [...row.review_changed] },
    },
    version: row.version,
  };
}
