import type { IsoDate } from '@tumor-board/kernel';
import type { DecisionBasis, DecisionContent, PlannedAction, QuorumResult, Signature } from '../decision/decision-content.js';
import { withoutProtectedTexts } from '../protected-fields.js';
import { type QueueReason, rankOf } from '../queue/queue-reason.js';
import type { ActionState, BoardEvent, DeviationReason, Trigger } from './board-event.js';

type DataOf<Type extends BoardEvent['type']> = Extract<BoardEvent, { type: Type }>['data'];

/** A referral that no decision has answered yet. `question` is protected text. */
export type OpenReferral = DataOf<'CaseReferred'>;

/** One thing for which a case waits. */
export type ListingGround = DataOf<'CaseListed'>;

/** The case stays in the queue, to be taken up later. `note` is protected text. */
export type Deferral = DataOf<'CaseDeferred'>;

/** The case waits for the board. */
export interface Listing {
  /** The most urgent reason among the grounds. */
  readonly reason: QueueReason;
  /** What set off the most urgent ground. */
  readonly trigger: Trigger;
  /** The day on which the case was first listed: waiting counts from here. */
  readonly since: IsoDate;
  /** The earliest due date among the grounds. */
  readonly dueBy: IsoDate;
  /** The referral behind the most urgent ground, if one is. */
  readonly referralId: string | null;
  readonly grounds: readonly ListingGround[];
  /** Every deferral since it was listed. */
  readonly deferrals: readonly Deferral[];
}

/** The case is on the agenda of a meeting. */
export type Schedule = DataOf<'CaseScheduled'>;

/** Somebody owes a missing item; open until a fact brings it. */
export type RequestedItem = DataOf<'ItemRequested'>;

/** What became of an action of a decision. */
export interface ActionStatus extends PlannedAction {
  readonly state: 'open' | ActionState;
  readonly reason: DeviationReason | null;
  readonly reportedOn: IsoDate | null;
}

/** What marked a decision for review, and on which day. */
export interface ReviewTrigger extends Trigger {
  readonly on: IsoDate;
}

/** A decision of the board with all that happened to it since. */
export interface BoardDecision {
  readonly decisionId: string;
  readonly on: IsoDate;
  /** The version of the stream that recorded it. */
  readonly version: number;
  readonly meetingId: string | null;
  readonly itemId: string | null;
  readonly content: DecisionContent;
  readonly basis: DecisionBasis;
  readonly basisHash: string;
  readonly contentHash: string;
  readonly quorum: QuorumResult;
  readonly provisional: boolean;
  readonly supersedes: string | null;
  readonly supersededBy: string | null;
  readonly signatures: readonly Signature[];
  /** How many facts were on record when it was made. */
  readonly factsKnown: number;
  /** Empty while nothing it rests on has changed. */
  readonly triggers: readonly ReviewTrigger[];
  readonly actions: readonly ActionStatus[];
  /** What the audit of it found last; null while nobody looked. `comment` is protected text. */
  readonly audit: Omit<DataOf<'DecisionAudited'>, 'decisionId'> | null;
  /** Ids of its expectations that were found overdue. */
  readonly overdue: readonly string[];
}

/** What the board is doing with a case. */
export interface CaseBoard {
  readonly patientId: string | null;
  readonly referrals: readonly OpenReferral[];
  /** Ids of all referrals ever made. */
  readonly referralIds: readonly string[];
  readonly listing: Listing | null;
  /** True once the case has been in the queue. */
  readonly listedBefore: boolean;
  readonly schedule: Schedule | null;
  /** The deferral that holds; ends when the case is scheduled, or listed for something more urgent. */
  readonly deferral: Deferral | null;
  /** The last request for each item. */
  readonly requests: readonly RequestedItem[];
  /** Oldest first; each but the first supersedes the one before it. */
  readonly decisions: readonly BoardDecision[];
  /** Id of the decision that stands: the last one. */
  readonly standing: string | null;
  /** Ids of the recorded deaths that stand. */
  readonly deaths: readonly string[];
}

/** A case that the board has not heard of. */
export const NO_BOARD: CaseBoard = {
  patientId: null,
  referrals: [],
  referralIds: [],
  listing: null,
  listedBefore: false,
  schedule: null,
  deferral: null,
  requests: [],
  decisions: [],
  standing: null,
  deaths: [],
};

/** Where an event stands: the version it gives the stream, and how many facts are on record. */
export interface EventPlace {
  readonly version: number;
  readonly facts: number;
}

/** Folds one event of the board's work. Never changes the state it is given. */
export function evolveBoard(board: CaseBoard, event: BoardEvent, place: EventPlace): CaseBoard {
  switch (event.type) {
    case 'CaseReferred':
      return { ...board, referrals: [...board.referrals, event.data], referralIds: [...board.referralIds, event.data.referralId] };
    case 'ReferralWithdrawn':
      return withdrawn(board, event.data.referralId);
    case 'CaseListed':
      return { ...board, listing: listed(board.listing, event.data), listedBefore: true, deferral: null };
    case 'CaseScheduled':
      return { ...board, schedule: event.data, deferral: null };
    case 'CaseUnscheduled':
      return board.schedule?.meetingId === event.data.meetingId ? { ...board, schedule: null } : board;
    case 'CaseDeferred': {
      const { listing } = board;
      return {
        ...board,
        deferral: event.data,
        listing: listing === null ? null : { ...listing, deferrals: [...listing.deferrals, event.data] },
      };
    }
    case 'CaseDelisted':
      return offTheQueue(board);
    case 'ItemRequested':
      return { ...board, requests: [...board.requests.filter(({ item }) => item !== event.data.item), event.data] };
    case 'DecisionRecorded':
      return decided(board, event.data, place);
    case 'DecisionSigned': {
      const { signature } = event.data;
      return withDecision(board, event.data.decisionId, (decision) => ({
        ...decision,
        signatures: [...decision.signatures, signature],
      }));
    }
    case 'DecisionNeedsReview': {
      const { on, trigger } = event.data;
      return withDecision(board, event.data.decisionId, (decision) => ({
        ...decision,
        triggers: [...decision.triggers, { ...trigger, on }],
      }));
    }
    case 'ActionReported': {
      const { actionId, state, reason, on } = event.data;
      return withDecision(board, event.data.decisionId, (decision) => ({
        ...decision,
        actions: decision.actions.map((action) =>
          action.actionId === actionId ? { ...action, state, reason: reason ?? null, reportedOn: on } : action,
        ),
      }));
    }
    case 'DecisionAudited': {
      const { decisionId, ...audit } = event.data;
      return withDecision(board, decisionId, (decision) => ({ ...decision, audit }));
    }
    case 'ExpectationOverdue': {
      const { expectationId } = event.data;
      return withDecision(board, event.data.decisionId, (decision) => ({ ...decision, overdue: [...decision.overdue, expectationId] }));
    }
    case 'PatientIdentified':
      return { ...board, patientId: event.data.patientId };
  }
}

/** The board of a case that was erased, as its events are read once the key is destroyed; it waits for nothing any more. */
export function erasedBoard(board: CaseBoard): CaseBoard {
  return {
    ...offTheQueue(board),
    decisions: board.decisions.map((decision) => {
      const { content } = withoutProtectedTexts('DecisionRecorded', { content: decision.content });
      const actions = decision.actions.map((action, at) => ({ ...action, what: content.actions[at]?.what ?? action.what }));
      const audit = decision.audit === null ? null : withoutProtectedTexts('DecisionAudited', decision.audit);
      return { ...decision, content, actions, audit };
    }),
  };
}

/** The decision that stands, or undefined when there is none. */
export const standingOf = (board: CaseBoard): BoardDecision | undefined => board.decisions.at(-1);

/** True until the board has decided on the case with a quorum: what was decided without one leaves it to be presented for the first time. */
export const isFirstPresentation = ({ decisions }: CaseBoard): boolean => decisions.every(({ provisional }) => provisional);

/** The decision with an id, or undefined when there is none. */
export const decisionOf = (board: CaseBoard, decisionId: string): BoardDecision | undefined =>
  board.decisions.find((decision) => decision.decisionId === decisionId);

function withDecision(board: CaseBoard, decisionId: string, change: (decision: BoardDecision) => BoardDecision): CaseBoard {
  return {
    ...board,
    decisions: board.decisions.map((decision) => (decision.decisionId === decisionId ? change(decision) : decision)),
  };
}

function listed(listing: Listing | null, ground: ListingGround): Listing {
  const grounds = [...(listing?.grounds ?? []), ground];
  return { since: listing?.since ?? ground.on, deferrals: listing?.deferrals ?? [], ...ofGrounds(grounds, ground) };
}

function ofGrounds(grounds: readonly ListingGround[], first: ListingGround) {
  let urgent = first;
  for (const ground of grounds) if (rankOf(ground.reason) < rankOf(urgent.reason)) urgent = ground;
  const dueBy = bindingDueBy(grounds) ?? earliestOf(grounds) ?? first.dueBy;
  return { reason: urgent.reason, trigger: urgent.trigger, referralId: urgent.referralId ?? null, dueBy, grounds };
}

const earliestOf = (grounds: readonly ListingGround[]): IsoDate | undefined => grounds.map(({ dueBy }) => dueBy).sort()[0];

/**
 * The earliest due date that holds whatever comes. One that the product gave while the baseline was incomplete ends with
 * that; one that a referrer gave does not.
 */
export const bindingDueBy = (grounds: readonly ListingGround[]): IsoDate | undefined =>
  earliestOf(grounds.filter(({ reason, referralId }) => reason !== 'incomplete-baseline' || referralId !== undefined));

/** The grounds that a withdrawn referral gave go with it. The decider says what becomes of a case without any other. */
function withdrawn(board: CaseBoard, referralId: string): CaseBoard {
  const referrals = board.referrals.filter((referral) => referral.referralId !== referralId);
  const { listing } = board;
  if (listing === null) return { ...board, referrals };
  const grounds = listing.grounds.filter((ground) => ground.referralId !== referralId);
  const [first] = grounds;
  return { ...board, referrals, listing: first === undefined ? { ...listing, grounds: [] } : { ...listing, ...ofGrounds(grounds, first) } };
}

const offTheQueue = (board: CaseBoard): CaseBoard => ({ ...board, listing: null, schedule: null, deferral: null, referrals: [] });

function decided(board: CaseBoard, data: DataOf<'DecisionRecorded'>, { version, facts }: EventPlace): CaseBoard {
  const { decisionId, on, content, basis, basisHash, contentHash, quorum, provisional, signature } = data;
  const decision: BoardDecision = {
    decisionId,
    on,
    version,
    meetingId: data.meetingId ?? null,
    itemId: data.itemId ?? null,
    content,
    basis,
    basisHash,
    contentHash,
    quorum,
    provisional,
    supersedes: data.supersedes ?? null,
    supersededBy: null,
    signatures: [signature],
    factsKnown: facts,
    triggers: [],
    actions: content.actions.map((action) => ({ ...action, state: 'open', reason: null, reportedOn: null })),
    audit: null,
    overdue: [],
  };
  const earlier = board.decisions.map((other) => (other.decisionId === data.supersedes ? { ...other, supersededBy: decisionId } : other));
  // Without a quorum the questions are still to be answered.
  const referrals = provisional ? board.referrals : [];
  return { ...offTheQueue(board), referrals, decisions: [...earlier, decision], standing: decisionId };
}
