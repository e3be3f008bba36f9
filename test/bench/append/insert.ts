// Stands in for pgbench: single-row inserts by a prepared statement of the driver, into the same table.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { closedLoop } from '../harness/closed-loop.ts';
import { serve } from '../harness/contender.ts';
import { metadata, randomStreams, scanData } from '../harness/events.ts';
import type { AppendLoad } from './append.bench.ts';

const text = `insert into log.events (stream_id, stream_version, event_id, command_id, command_index, type, schema_version, data, metadata, recorded_at, hash, partition, transaction_id)
  values ($1, $2, $3, $4, 0, 'ResponseAssessed', 1, $5, $6, clock_timestamp(), $7, $8, pg_current_xact_id())`;
const hash = Buffer.alloc(32, 7);

let pool: pg.Pool;
let streams: ReturnType<typeof randomStreams>;
let sequence = 0;

async function insert() {
  const head = streams.take();
  head.version += 1;
  const data = [JSON.stringify(scanData(sequence++)), JSON.stringify(metadata)];
  await pool.query({ name: 'insert', text, values: [head.id, head.version, randomUUID(), randomUUID(), ...data, hash, sequence % 8] });
  streams.giveBack(head);
}

serve(
  {
    async open(given: { url: string; streams: number }) {
      pool = new pg.Pool({ connectionString: given.url, max: 16 });
      streams = randomStreams(given.streams);
    },
    run: ({ writers, milliseconds }: AppendLoad) => closedLoop(writers, milliseconds, insert),
  },
  async () => {
    await pool.end();
  },
);
