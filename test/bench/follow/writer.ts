// Appends at a fixed rate, whether or not earlier appends have been answered.
import { createPool } from '@tumor-board/database';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import type pg from 'pg';
import { serve } from '../harness/contender.ts';
import { newCommand, randomStreams, scanData } from '../harness/events.ts';
import { percentile } from '../harness/statistics.ts';
import { type Commits, clock, type Stamped } from './stamp.ts';

let pool: pg.Pool;
let store: EventStore;
const streams = randomStreams(5_000);

async function send(stamp: Stamped): Promise<number> {
  const head = streams.take();
  const event = { type: 'ResponseAssessed', data: { ...scanData(stamp.n), ...stamp } };
  const request = { streamId: head.id, expectedVersion: head.version, events: [event], context: newCommand() };
  head.version = (await store.append(request)).streamVersion;
  const took = clock() - stamp.due;
  streams.giveBack(head);
  return took;
}

serve(
  {
    async open({ url }: { url: string }) {
      pool = await createPool({ url, applicationName: 'bench writer' });
      store = createEventStore({ pool });
    },
    async write({ run, perSecond, milliseconds }: { run: number; perSecond: number; milliseconds: number }): Promise<Commits> {
      const begin = clock();
      const total = Math.floor((perSecond * milliseconds) / 1_000);
      const sent: Promise<number>[] = [];
      while (sent.length < total) {
        const due = Math.min(total, 1 + Math.floor(((clock() - begin) / 1_000) * perSecond));
        while (sent.length < due) sent.push(send({ run, n: sent.length, due: begin + (sent.length / perSecond) * 1_000 }));
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      const took = await Promise.all(sent);
      return { sent: took.length, p50: percentile(took, 0.5), p99: percentile(took, 0.99) };
    },
  },
  async () => {
    await store.close();
    await pool.end();
  },
);
