// A panel in a process of its own, the cases that it deliberates on, and the same deliberations without any job.
import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { type CaseEvent, caseStream, recordedTalk } from '@tumor-board/board';
import { createPool } from '@tumor-board/database';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import { migrateJobs } from '@tumor-board/job-queue';
import { DEFAULT_POLICY, knowledgeRelease } from '@tumor-board/knowledge';
import { createLogger } from '@tumor-board/observability';
import { type RunningPanel, startPanel } from '@tumor-board/panel';
import { inputOfRun } from '@tumor-board/read-side';
import { deliberate, PANEL, panelVersions } from '@tumor-board/specialists';
import { OpenCaseCommand, RequestDeliberationCommand, WriteSideModule } from '@tumor-board/write-side';
import type pg from 'pg';
import { caseOf } from '../harness/cases.ts';
import { serve } from '../harness/contender.ts';
import type { Held, PanelLoad, PanelOpening } from './panel.bench.ts';

const FACTS = 40;
const AT_ONCE = 8;
const knowledge = { release: knowledgeRelease(), policy: DEFAULT_POLICY };

let pool: pg.Pool;
let eventStore: EventStore;
let commands: CommandBus;
let panel: RunningPanel | undefined;
let closeCommands: () => Promise<void>;
let opened = 0;

const context = () => ({
  commandId: randomUUID(),
  metadata: { site: 'default', actor: 'bench' },
  receivedAt: new Date().toISOString(),
});

/** A case of 40 facts, which the board has to look at, so that the panel deliberates on it. */
async function openCase(): Promise<string> {
  opened += 1;
  const { facts, ...head } = caseOf(opened, FACTS);
  const { caseId } = await commands.execute(new OpenCaseCommand({ ...head, reference: `panel-${opened}` }, facts, context()));
  // Asked for as well, so that a case that is not listed is deliberated on like the others.
  await commands.execute(new RequestDeliberationCommand(caseId, 'request', context()));
  return caseId;
}

const concludedRuns = async (): Promise<number> => {
  const { rows } = await pool.query<{ runs: number }>(
    `select count(*)::integer as runs from log.events where type = 'DeliberationConcluded'`,
  );
  return rows[0]?.runs ?? 0;
};

async function until(concluded: number): Promise<void> {
  const since = performance.now();
  while ((await concludedRuns()) < concluded) {
    if (performance.now() - since > 120_000) throw new Error('the panel does not come to an end');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

serve(
  {
    async open({ url, redisUrl }: PanelOpening) {
      pool = await createPool({ url, applicationName: 'bench panel', max: 20 });
      eventStore = createEventStore({ pool });
      if (redisUrl === undefined) await migrateJobs(url);
      const module = WriteSideModule.forRoot({ eventStore, ...knowledge });
      const app = await NestFactory.createApplicationContext(module, { logger: false });
      await app.init();
      commands = app.get(CommandBus);
      closeCommands = () => app.close();
      const logger = createLogger({ service: 'panel', level: 'error' });
      panel = await startPanel({ pool, eventStore, knowledge, logger, databaseUrl: url, redisUrl });
    },

    /** Runs of so many cases, one after the other or all at once, timed by the clock of the log. */
    async hold({ cases, atOnce }: PanelLoad): Promise<Held> {
      const before = await concludedRuns();
      const ids: string[] = [];
      if (atOnce) {
        for (let from = 0; from < cases; from += AT_ONCE) {
          ids.push(...(await Promise.all(Array.from({ length: Math.min(AT_ONCE, cases - from) }, openCase))));
        }
        await until(before + cases);
      } else {
        for (let held = 1; held <= cases; held += 1) {
          ids.push(await openCase());
          await until(before + held);
        }
      }
      const { rows } = await pool.query<{ milliseconds: number; seconds: number }>(
        `select extract(epoch from c.recorded_at - r.recorded_at)::float * 1000 as milliseconds,
           extract(epoch from max(c.recorded_at) over () - min(r.recorded_at) over ())::float as seconds
         from log.events r join log.events c using (stream_id)
         where r.type = 'DeliberationRequested' and c.type = 'DeliberationConcluded' and r.data ->> 'runId' = c.data ->> 'runId'
           and stream_id = any($1::text[])`,
        [ids.map(caseStream)],
      );
      return { latencies: rows.map(({ milliseconds }) => milliseconds), seconds: rows[0]?.seconds ?? Number.NaN };
    },

    /** The milliseconds of processor time that the same deliberations take without jobs, log and commands. */
    async pure({ runs }: { runs: number }): Promise<number> {
      const { rows } = await pool.query<{ stream_id: string }>(
        `select stream_id from log.events where type = 'DeliberationConcluded' order by stream_id limit $1`,
        [runs],
      );
      const asked = await Promise.all(
        rows.map(async ({ stream_id }) => {
          const events = (await eventStore.read(stream_id)) as readonly unknown[] as readonly CaseEvent[];
          return recordedTalk(events).runs.flatMap((run) => ({ events, run }));
        }),
      );
      const all = asked.flat();
      panelVersions();
      const begin = process.cpuUsage();
      for (const { events, run } of all) {
        if (deliberate(inputOfRun(events, run)).opinions.length !== PANEL.length) throw new Error('not everybody spoke');
      }
      const { user, system } = process.cpuUsage(begin);
      return (user + system) / 1_000 / all.length;
    },
  },
  async () => {
    await panel?.close();
    await closeCommands();
    await eventStore.close();
    await pool.end();
  },
);
