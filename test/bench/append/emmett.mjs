// The contender that appends through emmett. Plain JavaScript, because its types are not there before it is installed.
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';
import { closedLoop } from '../harness/closed-loop.ts';
import { serve } from '../harness/contender.ts';
import { metadata, randomStreams, scanData } from '../harness/events.ts';

let pool;
let store;
let streams;
let sequence = 0;

async function append() {
  const head = streams.take();
  const event = { type: 'ResponseAssessed', data: scanData(sequence++), metadata };
  const expectedStreamVersion = head.version === 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(head.version);
  const { nextExpectedStreamVersion } = await store.appendToStream(head.id, [event], { expectedStreamVersion });
  head.version = Number(nextExpectedStreamVersion);
  streams.giveBack(head);
}

serve(
  {
    async open(given) {
      pool = new pg.Pool({ connectionString: given.url, max: 16 });
      store = getPostgreSQLEventStore(given.url, { connectionOptions: { pool, pooled: true } });
      await store.schema.migrate();
      streams = randomStreams(given.streams);
    },
    run: ({ writers, milliseconds }) => closedLoop(writers, milliseconds, append),
  },
  async () => {
    await store.close();
    await pool.end().catch(() => undefined);
  },
);
