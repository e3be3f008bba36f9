import { createPool } from '@tumor-board/database';
import {
  createPostgresBackend,
  type FlowJob,
  FlowProducer,
  type Job,
  type JobsOptions,
  type JobType,
  type PostgresConnectionOptions,
  type Processor,
  Queue,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import { schema } from './migrate-jobs.js';

/** Where jobs are kept: the database, or a Redis where one is given. */
export interface JobStorage {
  /** PostgreSQL, brought to the newest schema by `migrateJobs`. */
  readonly databaseUrl: string;
  /** Redis or Valkey instead. */
  readonly redisUrl?: string | undefined;
  /** Connections to PostgreSQL at most; default 6. */
  readonly poolSize?: number;
}

type Patience = Omit<WorkerOptions, 'connection'>;

/** A job as it is given to a worker. */
export type AnyJob = Pick<Job<unknown>, 'id' | 'name' | 'data' | 'attemptsMade' | 'opts'>;

/** What is kept of a job that has failed. */
export type KeptFailure = Pick<Job<unknown>, 'id' | 'name' | 'attemptsMade' | 'failedReason' | 'finishedOn'>;

/** What is used of a queue, whatever keeps it. */
export interface AnyQueue {
  addBulk(jobs: { readonly name: string; readonly data: object; readonly opts: JobsOptions }[]): Promise<unknown>;
  getJob(id: string): Promise<{ getState(): Promise<string>; retry(state: 'failed'): Promise<unknown> } | undefined>;
  /** The one that failed last first. */
  getFailed(start: number, end: number): Promise<KeptFailure[]>;
  getJobCounts(...states: JobType[]): Promise<Record<string, number>>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}

/** What is used of a producer of flows, whatever keeps their jobs. */
export interface AnyFlows {
  add(flow: FlowJob): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** What is used of a worker, whatever keeps its jobs. */
export interface AnyWorker {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: AnyJob | undefined, error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}

/** A connection to where jobs are kept. */
export interface Backend {
  readonly kind: 'postgres' | 'redis';
  queue(name: string): AnyQueue;
  flows(): AnyFlows;
  worker(name: string, processor: Processor, options: Patience): AnyWorker;
  /** After the workers and the queues. */
  close(): Promise<void>;
}

/** Connects to where jobs are kept. */
export async function openBackend(storage: JobStorage, log: (message: string) => void): Promise<Backend> {
  return storage.redisUrl === undefined ? await onPostgres(storage, log) : await onRedis(storage.redisUrl, log);
}

async function onPostgres({ databaseUrl, poolSize = 6 }: JobStorage, log: (message: string) => void): Promise<Backend> {
  // BullMQ names its tables without a schema, so its connections are a pool of their own.
  const pool = await createPool({ url: databaseUrl, applicationName: 'tumor-board jobs', max: poolSize, searchPath: schema, log });
  // Each queue and worker listens for errors of the pool.
  pool.setMaxListeners(100);
  const connection = pool as PostgresConnectionOptions;
  return {
    kind: 'postgres',
    queue: (name) => new Queue(name, { connection }, createPostgresBackend),
    flows: () => new FlowProducer({ connection }, createPostgresBackend),
    worker: (name, processor, options) => new Worker(name, processor, { ...options, connection }, createPostgresBackend),
    close: () => pool.end(),
  };
}

async function onRedis(redisUrl: string, log: (message: string) => void): Promise<Backend> {
  const { Redis } = await import('ioredis');
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
  connection.on('error', (error: Error) => log(`the connection to Redis was lost: ${error.message}`));
  return {
    kind: 'redis',
    queue: (name) => new Queue(name, { connection }),
    flows: () => new FlowProducer({ connection }),
    worker: (name, processor, options) => new Worker(name, processor, { ...options, connection }),
    async close() {
      await connection.quit();
    },
  };
}
