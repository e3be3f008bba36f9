import { type DeadLetter, deadLetters, heldBack, type Lag, retryDeadLetters, subscriptionLags } from '@tumor-board/event-store';
import type { JobDesk } from '@tumor-board/job-queue';
import { caseReadModels, READ_MODEL_NAMES, type ReadSideOptions, rebuildsUnderWay } from '@tumor-board/read-side';
import type { OperationsAnswer } from './operator-answers.js';
import { readModelState } from './read-model-state.js';

/** What the state of the service is gathered from. */
export interface ServiceStateOptions {
  readonly readSide: ReadSideOptions;
  /** Absent where nobody said where the jobs are kept. */
  readonly jobs: JobDesk | undefined;
  readonly version: string;
  readonly liveStreams: () => number;
}

const LISTED = 100;
const names: readonly string[] = READ_MODEL_NAMES;

const secondsSince = (moment: Date | null): number => (moment === null ? 0 : Math.max(0, (Date.now() - moment.getTime()) / 1_000));

function kindOf(subscription: string): OperationsAnswer['subscriptions'][number]['kind'] {
  if (subscription.endsWith('.rebuild')) return 'rebuild';
  return names.includes(subscription) ? 'read-model' : 'workflow';
}

/** How the service is doing, for whoever runs it. */
export class ServiceState {
  constructor(private readonly options: ServiceStateOptions) {}

  /** Everything at once; jobs that cannot be reached do not keep the rest from being told. */
  async read(): Promise<OperationsAnswer> {
    const { pool } = this.options.readSide;
    const [database, lags, held, letters, rebuilding, readModels, jobs] = await Promise.all([
      this.#database(),
      subscriptionLags(pool),
      heldBack(pool),
      deadLetters(pool),
      rebuildsUnderWay(pool, caseReadModels(this.options.readSide)),
      readModelState(pool),
      this.#jobs(),
    ]);
    return {
      at: new Date().toISOString(),
      process: this.#process(),
      database,
      readModels,
      subscriptions: lags.map(toSubscription),
      rebuilding,
      heldBack: held.events === 0 ? null : { events: held.events, seconds: secondsSince(held.since), by: writerOf(held.by) },
      deadLetters: toDeadLetters(letters),
      ...jobs,
    };
  }

  /** @throws Problem `job.not-failed` */
  async retryJob(id: string): Promise<void> {
    await this.options.jobs?.retry(id);
  }

  /** Has dead letters tried again, and says how many. */
  async retryDeadLetters(subscription: string, streamId: string | undefined): Promise<number> {
    return await retryDeadLetters(this.options.readSide.pool, subscription, streamId);
  }

  #process(): OperationsAnswer['process'] {
    const { rss, heapUsed, heapTotal } = process.memoryUsage();
    return {
      version: this.options.version,
      node: process.versions.node,
      startedAt: new Date(Date.now() - process.uptime() * 1_000).toISOString(),
      pid: process.pid,
      residentBytes: rss,
      heapUsedBytes: heapUsed,
      heapTotalBytes: heapTotal,
      liveStreams: this.options.liveStreams(),
    };
  }

  async #database(): Promise<OperationsAnswer['database']> {
    const { pool } = this.options.readSide;
    const asked = performance.now();
    const { rows } = await pool.query<{ version: string; size: string }>(
      `select current_setting('server_version') as version, pg_database_size(current_database())::text as size`,
    );
    return {
      version: rows[0]?.version ?? '',
      sizeBytes: Number(rows[0]?.size ?? 0),
      answeredMs: Math.round((performance.now() - asked) * 10) / 10,
      connections: { open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount },
    };
  }

  async #jobs(): Promise<Pick<OperationsAnswer, 'jobs' | 'jobsFailure'>> {
    const { jobs } = this.options;
    if (jobs === undefined) return { jobs: null, jobsFailure: 'This process was not told where the jobs are kept.' };
    try {
      const [counts, failed] = await Promise.all([jobs.counts(), jobs.failed(LISTED)]);
      const told = failed.map((job) => ({ ...job, failedAt: job.failedAt.toISOString() }));
      return { jobs: { storage: jobs.kind, counts, failed: told }, jobsFailure: null };
    } catch (error) {
      return { jobs: null, jobsFailure: error instanceof Error ? error.message : String(error) };
    }
  }
}

const toSubscription = ({
  subscription,
  events,
  since,
  deadLetters: letters,
  holders,
}: Lag): OperationsAnswer['subscriptions'][number] => ({
  name: subscription,
  kind: kindOf(subscription),
  events,
  seconds: secondsSince(since),
  deadLetters: letters,
  processes: holders,
});

type Held = NonNullable<OperationsAnswer['heldBack']>;
const writerOf = (by: Awaited<ReturnType<typeof heldBack>>['by']): Held['by'] =>
  by === null ? null : { pid: by.pid, application: by.application, since: by.since?.toISOString() ?? null };

/** Those that failed, each with the number of those that wait behind it. */
function toDeadLetters(letters: readonly DeadLetter[]): OperationsAnswer['deadLetters'] {
  const behind = (one: DeadLetter): number =>
    letters.filter(
      ({ state, subscription, streamId }) => state === 'parked' && subscription === one.subscription && streamId === one.streamId,
    ).length;
  return letters
    .filter(({ state }) => state === 'failed')
    .slice(0, LISTED)
    .map((one) => ({
      subscription: one.subscription,
      streamId: one.streamId,
      streamVersion: one.streamVersion,
      type: one.type,
      error: one.error ?? '',
      attempts: one.attempts,
      lastSeen: one.lastSeen.toISOString(),
      retryRequested: one.retryRequested,
      waitingBehind: behind(one),
    }));
}
