import { randomUUID } from 'node:crypto';
import type { CommandContext, EventBody } from '@tumor-board/kernel';

/** A stream that no test has used. */
export const newStream = (category = 'case'): string => `${category}-${randomUUID()}`;

/** An append as the event store takes it. */
export interface TestAppend {
  readonly streamId: string;
  readonly expectedVersion: number;
  readonly events: readonly EventBody[];
  readonly context: CommandContext;
}

/** An append of `Noted` events: so many numbered ones, or one for each of the given data. */
export const appendOf = (
  streamId: string,
  expectedVersion: number,
  events: number | readonly Readonly<Record<string, unknown>>[] = 1,
  commandId: string = randomUUID(),
): TestAppend => ({
  streamId,
  expectedVersion,
  events: (typeof events === 'number' ? Array.from({ length: events }, (_, n) => ({ n })) : events).map((data) => ({
    type: 'Noted',
    data,
  })),
  context: { commandId, metadata: { site: 'default', actor: 'tester' }, receivedAt: '2025-01-06T08:00:00.000Z' },
});
