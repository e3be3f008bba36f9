import { recordedTalk } from '@tumor-board/board';
import { currentHorizon } from '@tumor-board/event-store';
import type pg from 'pg';
import { type ReplayOutcome, replayRun } from '../deliberation/recorded-deliberation.js';
import { wholeStreams } from './whole-streams.js';

/** How many runs came out how. `failed`: could not be held again at all. */
export type PanelReplay = Readonly<Record<ReplayOutcome | 'failed', number>>;

/** A run that does not come out as it was recorded. */
export interface ReplayFault {
  readonly streamId: string;
  readonly runId: string;
  readonly message: string;
}

/**
 * Holds every recorded run of the panel again and compares the bytes. What is recorded meanwhile is left out. No key is
 * needed: agents speak of coded facts. A run takes as long as many assessments, which is why `verifyRecord` leaves this out.
 */
export async function replayPanel(
  pool: pg.Pool,
  onFault: (fault: ReplayFault) => void | Promise<void> = () => undefined,
): Promise<PanelReplay> {
  const found = { same: 0, differs: 0, 'other-inputs': 0, 'other-versions': 0, 'not-concluded': 0, failed: 0 };
  for await (const [streamId, events] of wholeStreams(pool, await currentHorizon(pool))) {
    for (const run of recordedTalk(events).runs) {
      const { runId } = run;
      try {
        const { outcome, differences } = replayRun(events, run);
        found[outcome] += 1;
        if (outcome === 'differs') await onFault({ streamId, runId, message: `differs in ${differences.join(', ') || 'its digest'}` });
        if (outcome === 'other-inputs') await onFault({ streamId, runId, message: 'the case of then is not what the panel was given' });
      } catch (error) {
        found.failed += 1;
        const reason = error instanceof Error ? error.message : String(error);
        await onFault({ streamId, runId, message: `cannot be held again: ${reason}` });
      }
    }
  }
  return found;
}
