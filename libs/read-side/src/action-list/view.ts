import { DEVIATION_REASONS } from '@tumor-board/board';
import { z } from 'zod';
import { ownerView } from '../queue/view.js';
import { ACTION_LIST_STATES } from './table.js';

/** One action of a decision: who owes it by when. Its words stand in the decision. */
export const actionListEntry = z.strictObject({
  caseId: z.uuid(),
  /** The reference of the case; null until the queue knows the case. */
  reference: z.string().nullable(),
  decisionId: z.uuid(),
  actionId: z.string(),
  meetingId: z.uuid().nullable(),
  owner: ownerView,
  dueOn: z.iso.date(),
  state: z.enum(ACTION_LIST_STATES),
  /** True while it is open after its day. */
  isOverdue: z.boolean(),
  reason: z.enum(DEVIATION_REASONS).nullable(),
  reportedOn: z.iso.date().nullable(),
});
export type ActionListEntry = z.infer<typeof actionListEntry>;

/** One page of the actions of a site, those due first first. */
export const actionListView = z.strictObject({
  actions: z.array(actionListEntry),
  /** Ask for the next page with it; null on the last page. */
  next: z.string().nullable(),
});
export type ActionListView = z.infer<typeof actionListView>;
