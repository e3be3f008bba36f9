// The contender that reads and folds through our event store.
import { createPool } from '@tumor-board/database';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import type pg from 'pg';
import { closedLoop } from '../harness/closed-loop.ts';
import { serve } from '../harness/contender.ts';
import { newCommand, randomStreams, scanData } from '../harness/events.ts';
import { evolve, initialState } from './fold.ts';
import type { ReadLoad } from './read.bench.ts';

let pool: pg.Pool | undefined;
let store: EventStore;
let ids: string[];
let events: number;

async function readOne() {
  const recorded = await store.read(ids[Math.floor(Math.random() * ids.length)] ?? '');
  let state = initialState();
  for (const event of recorded) state = evolve(state, event);
  if (state.events !== events) throw new Error(`read ${state.events} events of ${events}`);
}

serve(
  {
    async open(given: { url: string; streams: number; events: number }) {
      pool = await createPool({ url: given.url, applicationName: 'bench ours' });
      store = createEventStore({ pool });
      events = given.events;
      const streams = randomStreams(given.streams);
      const heads = Array.from({ length: given.streams }, () => streams.take());
      const bodies = Array.from({ length: events }, (_, n) => ({ type: 'ResponseAssessed', data: scanData(n) }));
      await Promise.all(heads.map(({ id }) => store.append({ streamId: id, expectedVersion: 0, events: bodies, context: newCommand() })));
      ids = heads.map(({ id }) => id);
    },
    run: ({ readers, milliseconds }: ReadLoad) => closedLoop(readers, milliseconds, readOne),
  },
  async () => {
    await store.close();
    await pool?.end();
  },
);
