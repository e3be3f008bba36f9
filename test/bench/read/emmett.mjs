// The contender that reads and folds through emmett.
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';
import { closedLoop } from '../harness/closed-loop.ts';
import { serve } from '../harness/contender.ts';
import { metadata, randomStreams, scanData } from '../harness/events.ts';
import { evolve, initialState } from './fold.ts';

let pool;
let store;
let ids;
let events;

async function readOne() {
  const { state } = await store.aggregateStream(ids[Math.floor(Math.random() * ids.length)], { evolve, initialState });
  if (state.events !== events) throw new Error(`read ${state.events} events of ${events}`);
}

serve(
  {
    async open(given) {
      pool = new pg.Pool({ connectionString: given.url, max: 16 });
      store = getPostgreSQLEventStore(given.url, { connectionOptions: { pool, pooled: true } });
      await store.schema.migrate();
      events = given.events;
      const streams = randomStreams(given.streams);
      const heads = Array.from({ length: given.streams }, () => streams.take());
      const bodies = Array.from({ length: events }, (_, n) => ({ type: 'ResponseAssessed', data: scanData(n), metadata }));
      for (const { id } of heads) await store.appendToStream(id, bodies);
      ids = heads.map(({ id }) => id);
    },
    run: ({ readers, milliseconds }) => closedLoop(readers, milliseconds, readOne),
  },
  async () => {
    await store.close();
    await pool.end().catch(() => undefined);
  },
);
