import { heldBack, subscriptionLags } from '@tumor-board/event-store';
import type { LogState } from '@tumor-board/observability';
import type { ProjectionOptions } from '@tumor-board/read-side';

const secondsSince = (moment: Date | null): number => (moment === null ? 0 : Math.max(0, (Date.now() - moment.getTime()) / 1_000));

/** How far every read model is behind the log, and whether a writer holds them all back. */
export async function logState(pool: ProjectionOptions['pool']): Promise<LogState> {
  const [lags, held] = await Promise.all([subscriptionLags(pool), heldBack(pool)]);
  return {
    heldBackSeconds: secondsSince(held.since),
    projections: lags.map(({ subscription, events, since, deadLetters }) => ({
      projection: subscription,
      lagEvents: events,
      lagSeconds: secondsSince(since),
      deadLetters,
    })),
  };
}
