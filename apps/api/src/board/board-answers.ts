import { type BoardSummary, QUEUE_REASONS } from '@tumor-board/board';
import { assessmentSchema } from '@tumor-board/knowledge';
import {
  actionListView,
  auditSampleView,
  caseBoardView,
  decisionDiffView,
  decisionDossierView,
  decisionDraftView,
  decisionListView,
  hindsightView,
  meetingHindsightView,
  overridesView,
} from '@tumor-board/read-side';
import type { CaseCommandResult } from '@tumor-board/write-side';
import { z } from 'zod';

/** Where a case stands at the board. */
const boardSummary = z.strictObject({
  listing: z.strictObject({ reason: z.enum(QUEUE_REASONS), since: z.iso.date(), dueBy: z.iso.date() }).nullable(),
  schedule: z
    .strictObject({ meetingId: z.uuid(), itemId: z.uuid(), meetingOn: z.iso.date(), mode: z.enum(['discussion', 'without-discussion']) })
    .nullable(),
  decision: z
    .strictObject({
      decisionId: z.uuid(),
      /** What a further signature is bound to. */
      contentHash: z.string(),
      review: z.enum(['current', 'needs-review']),
      provisional: z.boolean(),
      signedOnEarlierVersion: z.boolean(),
    })
    .nullable(),
}) satisfies z.ZodType<BoardSummary>;

/** What a request to the board's work on a case answers. */
export const boardWorkAnswer = z.strictObject({
  /** The id of the case. */
  id: z.uuid(),
  version: z.int(),
  /** Give it as `atLeast` to read what was recorded. */
  position: z.string(),
  board: boardSummary,
});
export type BoardWorkAnswer = z.infer<typeof boardWorkAnswer>;

export const toBoardWork = ({ caseId, version, position, board }: CaseCommandResult): BoardWorkAnswer => ({
  id: caseId,
  version,
  position,
  board,
});

/** As `boardWorkAnswer`, with the id of the referral. */
export const referredAnswer = z.strictObject({ ...boardWorkAnswer.shape, referralId: z.uuid() });

/** As `boardWorkAnswer`, with the id of the decision. */
export const decidedAnswer = z.strictObject({ ...boardWorkAnswer.shape, decisionId: z.uuid() });

const { caseId: boardCase, ...board } = caseBoardView.shape;
export const caseBoardAnswer = z.strictObject({ id: boardCase, ...board });
const { caseId: dossierCase, advised, ...dossier } = decisionDossierView.shape;
export const dossierAnswer = z.strictObject({
  id: dossierCase,
  ...dossier,
  advised: z.strictObject({ ...advised.shape, assessment: assessmentSchema }),
});
const { caseId: draftCase, ...draft } = decisionDraftView.shape;
export const decisionDraftAnswer = z.strictObject({ id: draftCase, ...draft });
const { caseId: diffCase, ...diff } = decisionDiffView.shape;
export const decisionDiffAnswer = z.strictObject({ id: diffCase, ...diff });
export const hindsightAnswer = hindsightView;
export const meetingHindsightAnswer = meetingHindsightView;
export const actionListAnswer = actionListView;
export const auditSampleAnswer = auditSampleView;
export const decisionListAnswer = decisionListView;
export const overridesAnswer = overridesView;

/** The id of the case is `id` over HTTP. */
export const withId = <View extends { readonly caseId: string }>({ caseId: id, ...rest }: View) => ({ id, ...rest });
