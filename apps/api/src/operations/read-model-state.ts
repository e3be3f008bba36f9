import { subscriptionLags } from '@tumor-board/event-store';
import { READ_MODEL_NAMES, type ReadSideOptions } from '@tumor-board/read-side';
import type { ReadModelState } from './operations-inside.js';

const BEHIND_MS = 10_000;

/** Whether every read model has somebody who keeps it, and none has waited for longer than a few seconds. */
export async function readModelState(pool: ReadSideOptions['pool']): Promise<ReadModelState> {
  const lags = await subscriptionLags(pool);
  const kept = READ_MODEL_NAMES.map((name) => lags.find((lag) => lag.subscription === name));
  if (kept.some((lag) => lag === undefined || lag.holders === 0)) return 'not-followed';
  const waits = kept.map((lag) => (lag?.since ? Date.now() - lag.since.getTime() : 0));
  return waits.some((milliseconds) => milliseconds > BEHIND_MS) ? 'behind' : 'followed';
}
