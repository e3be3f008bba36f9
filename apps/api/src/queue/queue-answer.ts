import { type QueueCountsView, type QueueView, queueCountsView, queueEntry, queueView } from '@tumor-board/read-side';
import { z } from 'zod';
import { type IdentityOfCase, identityOfCase } from '../patients/patient-answers.js';

const { caseId, ...entry } = queueEntry.shape;

/** A page of the queue, with whose cases they are for those who may know. */
export const queueAnswer = z.strictObject({
  ...queueView.shape,
  cases: z.array(z.strictObject({ id: caseId, ...entry, identity: identityOfCase })),
  /** How many cases wait in all, whatever was asked for; with the first page only. */
  counts: queueCountsView.nullable(),
});
export type QueueAnswer = z.infer<typeof queueAnswer>;

type Entry = QueueAnswer['cases'][number];

export const toEntries = ({ cases }: QueueView): Omit<Entry, 'identity'>[] => cases.map(({ caseId: id, ...rest }) => ({ id, ...rest }));

export const toQueue = (
  { next }: QueueView,
  cases: readonly (Omit<Entry, 'identity'> & { readonly identity: IdentityOfCase })[],
  counts: QueueCountsView | null,
): QueueAnswer => ({ cases: [...cases], next, counts });
