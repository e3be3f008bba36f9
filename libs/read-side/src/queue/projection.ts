import {
  type CaseBoard,
  type CaseEvent,
  completenessOf,
  decisionKindsOf,
  isFirstPresentation,
  type Listing,
  type OpenCaseState,
  quorumFor,
  rankOf,
  readinessOf,
  standingDecision,
  URGENCIES,
  type Urgency,
} from '@tumor-board/board';
import { ERASED, type RecordedEvent } from '@tumor-board/kernel';
import { type Assessment, DISCIPLINES, type Discipline, type NextStepCode, type SitePolicy } from '@tumor-board/knowledge';
import type { FoldedCases } from '../folded-cases.js';
import { type CaseEvents, readModel } from '../projection/read-model.js';
import type { MissingItem, OwnReadiness, QueueRow } from './table.js';

/**
 * Keeps `read_model.board_queue`. What a case waits for is recorded; what it lacks follows from its assessment, which
 * is computed for the cases that wait, under the release and policy that each was last assessed under.
 */
export const boardQueue = (cases: FoldedCases) =>
  readModel<QueueRow>({
    name: 'board-queue',
    table: 'board_queue',
    rowPer: 'case',
    columns: {
      case_id: 'uuid',
      site: 'text',
      version: 'integer',
      reference: 'text',
      title: 'text',
      source: 'text',
      search: 'text',
      in_queue: 'boolean',
      reason: 'text',
      rank: 'smallint',
      due_by: 'date',
      listed_on: 'date',
      listed_since: 'timestamptz',
      urgency: 'text',
      trigger: 'text',
      trigger_facts: 'jsonb',
      trigger_changed: 'jsonb',
      has_question: 'boolean',
      disciplines: 'text[]',
      referral_disciplines: 'text[]',
      readiness: 'text',
      awaiting_until: 'date',
      deferred: 'boolean',
      missing: 'jsonb',
      meeting_id: 'uuid',
      meeting_on: 'date',
      meeting_mode: 'text',
      item_id: 'uuid',
      deferred_until: 'date',
      deferral_reason: 'text',
      deferrals: 'integer',
      next_step: 'text',
      stage: 'text',
      response: 'text',
      is_first_presentation: 'boolean',
      decision_id: 'uuid',
      decision_state: 'text',
      review_trigger: 'text',
      review_changed: 'jsonb',
      changed_at: 'timestamptz',
    },
    async fold(given, previous) {
      const { caseId, events } = given;
      const state = await cases.after(caseId, events);
      if (state.status === 'none') return [];
      return [{ ...rowOf(given, state, cases, listedSince(events, previous)), title: titleOf(given, previous) }];
    },
  });

function rowOf(
  { caseId, site, events }: CaseEvents,
  state: OpenCaseState,
  cases: FoldedCases,
  since: string | null,
): Omit<QueueRow, 'title'> {
  const { board, headline, head } = state;
  const listing = state.erased === null ? board.listing : null;
  const standing = standingDecision(state);
  const review = standing?.triggers.at(-1);
  return {
    case_id: caseId,
    site,
    version: state.version,
    reference: head.reference,
    source: head.source?.kind ?? null,
    search: head.reference.toLowerCase(),
    ...(listing === null ? NOT_WAITING : waiting(state, listing, since, cases.knowledgeOf(state).policy, cases.assessed(caseId, state))),
    meeting_id: board.schedule?.meetingId ?? null,
    meeting_on: board.schedule?.meetingOn ?? null,
    meeting_mode: board.schedule?.mode ?? null,
    item_id: board.schedule?.itemId ?? null,
    next_step: headline['nextStep'] ?? null,
    stage: headline['stage'] ?? null,
    response: headline['response.latest'] ?? null,
    is_first_presentation: isFirstPresentation(board),
    decision_id: standing?.decision.decisionId ?? null,
    decision_state: standing?.review ?? 'none',
    review_trigger: review?.kind ?? null,
    review_changed: review?.changed ?? [],
    changed_at: events.at(-1)?.recordedAt ?? '',
  };
}

/** The title as it was sealed: it is taken from the event, never from a case that was read in clear. */
function titleOf({ events }: CaseEvents, previous: QueueRow | undefined): string | null {
  let title = previous?.title ?? null;
  for (const event of events) {
    if (event.type === 'CaseOpened') title = event.data.title ?? null;
    else if (event.type === 'CaseErased') title = title === null ? null : ERASED;
  }
  return title;
}

/** What only a case that waits has. */
type Waiting = Pick<
  QueueRow,
  | 'in_queue'
  | 'reason'
  | 'rank'
  | 'due_by'
  | 'listed_on'
  | 'listed_since'
  | 'urgency'
  | 'trigger'
  | 'trigger_facts'
  | 'trigger_changed'
  | 'has_question'
  | 'disciplines'
  | 'referral_disciplines'
  | 'readiness'
  | 'awaiting_until'
  | 'deferred'
  | 'missing'
  | 'deferred_until'
  | 'deferral_reason'
  | 'deferrals'
>;

const NOT_WAITING: Waiting = {
  in_queue: false,
  reason: null,
  rank: null,
  due_by: null,
  listed_on: null,
  listed_since: null,
  urgency: null,
  trigger: null,
  trigger_facts: [],
  trigger_changed: [],
  has_question: false,
  disciplines: [],
  referral_disciplines: [],
  readiness: null,
  awaiting_until: null,
  deferred: false,
  missing: [],
  deferred_until: null,
  deferral_reason: null,
  deferrals: 0,
};

function waiting(state: OpenCaseState, listing: Listing, since: string | null, policy: SitePolicy, assessment: Assessment): Waiting {
  const { board } = state;
  const open = completenessOf(assessment, board);
  const asked = known(board.referrals.flatMap(({ disciplines }) => disciplines));
  const kinds = decisionKindsOf((state.headline['nextStep'] as NextStepCode | undefined) ?? null, isFirstPresentation(board));
  const needed = kinds.flatMap((kind) => quorumFor(kind, policy).seats.flat());
  // As it would be on the day on which the first awaited result is due: whether that day is over is asked when it is read.
  const awaited = open.filter(({ blocking }) => blocking).flatMap(({ requested }) => requested?.dueOn ?? []);
  const until = awaited.reduce<string | null>((first, day) => (first === null || day < first ? day : first), null);
  const readiness = readinessOf(assessment, { ...board, deferral: null }, until ?? '') as OwnReadiness;
  return {
    in_queue: true,
    reason: listing.reason,
    rank: rankOf(listing.reason),
    due_by: listing.dueBy,
    listed_on: listing.since,
    listed_since: since ?? startOf(listing.since),
    urgency: mostUrgent(board),
    trigger: listing.trigger.kind,
    trigger_facts: listing.trigger.facts,
    trigger_changed: listing.trigger.changed,
    has_question: board.referrals.length > 0,
    disciplines: known([...asked, ...needed]),
    referral_disciplines: asked,
    readiness,
    awaiting_until: readiness === 'awaiting-result' ? until : null,
    deferred: board.deferral !== null,
    missing: open.map(
      ({ item, owner, blocking, requested }): MissingItem => ({ item, owner, blocking, requested: requestedOf(requested) }),
    ),
    deferred_until: board.deferral?.until ?? null,
    deferral_reason: board.deferral?.reason ?? null,
    deferrals: listing.deferrals.length,
  };
}

const requestedOf = (requested: CaseBoard['requests'][number] | null): MissingItem['requested'] =>
  requested === null ? null : { owner: requested.owner, on: requested.on, dueOn: requested.dueOn };

/** Each once, in the order of the vocabulary. */
const known = (disciplines: readonly Discipline[]): readonly Discipline[] =>
  DISCIPLINES.filter((discipline) => disciplines.includes(discipline));

const mostUrgent = ({ referrals }: CaseBoard): Urgency | null =>
  URGENCIES.findLast((urgency) => referrals.some((referral) => referral.urgency === urgency)) ?? null;

const startOf = (day: string): string => `${day}T00:00:00.000000Z`;

/**
 * The moment from which a case waits: that of the record when it was recorded on the day from which it waits, so that of
 * two cases of one day the earlier comes first.
 */
function listedSince(events: readonly (RecordedEvent & CaseEvent)[], previous: QueueRow | undefined): string | null {
  let since = previous?.listed_since ?? null;
  for (const event of events) {
    if (event.type === 'CaseDelisted' || event.type === 'DecisionRecorded') since = null;
    else if (event.type === 'CaseListed') since ??= event.recordedAt.startsWith(event.data.on) ? event.recordedAt : startOf(event.data.on);
  }
  return since;
}
