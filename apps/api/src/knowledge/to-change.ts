import type { CommandContext } from '@tumor-board/kernel';
import { dayOf, type KnowledgeCommandResult } from '@tumor-board/write-side';
import type { z } from 'zod';
import type { changeAnswer } from './knowledge-answers.js';

/** What a change answers. */
export const toChange = (
  { reportId, effectiveFrom }: { readonly reportId: string; readonly effectiveFrom?: string | undefined },
  { receivedAt }: CommandContext,
  { position, duplicate }: KnowledgeCommandResult,
): z.infer<typeof changeAnswer> => ({
  activation: reportId,
  effectiveFrom: effectiveFrom ?? dayOf(receivedAt),
  position,
  changed: !duplicate,
});
