// The contender that appends through our event store.
import { createPool } from '@tumor-board/database';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import type pg from 'pg';
import { closedLoop } from '../harness/closed-loop.ts';
import { serve } from '../harness/contender.ts';
import { metadata, newCommand, randomStreams, scanData } from '../harness/events.ts';
import type { AppendLoad } from './append.bench.ts';

let pool: pg.Pool | undefined;
let store: EventStore;
let streams: ReturnType<typeof randomStreams>;
let sequence = 0;

async function append() {
  const head = streams.take();
  const event = { type: 'ResponseAssessed', data: scanData(sequence++) };
  const { streamVersion } = await store.append({
    streamId: head.id,
    expectedVersion: head.version,
    events: [event],
    context: { ...newCommand(), metadata },
  });
  head.version = streamVersion;
  streams.giveBack(head);
}

serve(
  {
    async open(given: { url: string; streams: number }) {
      pool = await createPool({ url: given.url, applicationName: 'bench ours' });
      store = createEventStore({ pool });
      streams = randomStreams(given.streams);
    },
    run: ({ writers, milliseconds }: AppendLoad) => closedLoop(writers, milliseconds, append),
  },
  async () => {
    await store.close();
    await pool?.end();
  },
);
