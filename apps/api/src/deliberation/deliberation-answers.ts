import { deliberationListView, deliberationView, panelCountersView, replayView } from '@tumor-board/read-side';
import { z } from 'zod';
import { boardWorkAnswer } from '../board/board-answers.js';

const { caseId: deliberated, ...deliberation } = deliberationView.shape;
export const deliberationAnswer = z.strictObject({ id: deliberated, ...deliberation });
const { caseId: listed, ...list } = deliberationListView.shape;
export const deliberationListAnswer = z.strictObject({ id: listed, ...list });
const { caseId: replayed, ...replay } = replayView.shape;
export const replayAnswer = z.strictObject({ id: replayed, ...replay });
export const panelCountersAnswer = panelCountersView;

/** What a request to the board's work on a case answers, with the id of the claim. */
export const claimedAnswer = z.strictObject({ ...boardWorkAnswer.shape, claimId: z.uuid() });
