import type { Notice } from '@tumor-board/event-store';
import { z } from 'zod';
import { changedOf } from './live-topics.js';

/** The data of a message `changed`: something was recorded. What it was is read with `atLeast`. */
export const liveChange = z.strictObject({
  topic: z.string().describe('The first topic of the request that it concerns.'),
  topics: z.array(z.string()).min(1).describe('All topics of the request that it concerns.'),
  kind: z.string().describe('What changed: `case`, `meeting` or `series`.'),
  id: z.string().describe('The id of the case, meeting or series.'),
  version: z.int().describe('Its version now.'),
  position: z.string().describe('Pass it as `atLeast` to read what changed.'),
  type: z.string().describe('The type of the last event.'),
});
export type LiveChange = z.infer<typeof liveChange>;

/** The data of the messages `ready` and `reset`. */
export const liveBegin = z.strictObject({ cursor: z.string().describe('The `id` of the message.') });

/** What a notice tells a client under its topics, of which there is one at least. */
export const toChange = ({ streamId, streamVersion, position, type }: Notice, topics: string[]): LiveChange => ({
  topic: topics[0] ?? '',
  topics,
  ...changedOf(streamId),
  version: streamVersion,
  position,
  type,
});

/** A message as server-sent events write it. */
export const message = (event: 'ready' | 'reset' | 'changed', cursor: string, data: object): string =>
  `event: ${event}\nid: ${cursor}\ndata: ${JSON.stringify(data)}\n\n`;

/** Keeps the connection open, and moves the client's cursor on without a message when one is given. */
export const heartbeat = (cursor: string | undefined): string =>
  cursor === undefined ? ': still here\n\n' : `: still here\nid: ${cursor}\n\n`;

/** The first words: how long a client waits before it connects again, in ms. */
export const GREETING = 'retry: 1000\n\n';
