import { problem } from '@tumor-board/kernel';
import { type FlowJob, UnrecoverableError } from 'bullmq';
import {
  type AnyFlows,
  type AnyJob,
  type AnyQueue,
  type AnyWorker,
  type Backend,
  type JobStorage,
  type KeptFailure,
  openBackend,
} from './backend.js';
import type { JobDefinition, JobFlow, JobHandler, JobRequest } from './define-job.js';

/** How a queue is opened. */
export interface JobQueueOptions extends JobStorage {
  /** Every kind of job that this program knows. */
  readonly definitions: readonly JobDefinition[];
  /** Default `tumor-board`. */
  readonly name?: string;
  /** Told of each failure: of a job (`name` and `id`) and of the connection. */
  readonly onError?: (error: unknown, about: { readonly name?: string; readonly id?: string; readonly isFinal?: boolean }) => void;
  readonly log?: (message: string) => void;
}

/** How jobs are worked on. Times in ms. */
export interface WorkOptions {
  /** Jobs at the same time; default 4. */
  readonly concurrency?: number;
  /** A worker that is not heard of for so long loses its job to others; default 15 000. */
  readonly lockMs?: number;
  /** How often to look for jobs of workers that were lost; default 5 000. */
  readonly stalledMs?: number;
}

/** How many jobs are in which state. */
export type JobCounts = Readonly<Record<'waiting' | 'active' | 'delayed' | 'failed', number>>;

/** A job that has failed for good. */
export interface FailedJob {
  readonly id: string;
  readonly name: string;
  /** What was thrown at the last attempt, in its first line; jobs carry ids, so that it holds no text about a patient. */
  readonly error: string;
  readonly attempts: number;
  readonly failedAt: Date;
}

/** What an operator sees of the jobs, and can do about those that have failed. */
export interface JobDesk {
  readonly kind: Backend['kind'];
  counts(): Promise<JobCounts>;
  /** The jobs that have failed for good, the last one first. */
  failed(limit: number): Promise<FailedJob[]>;
  /**
   * Has a failed job tried once more.
   * @throws Problem `job.not-failed` when there is no such job or it has not failed
   */
  retry(id: string): Promise<void>;
}

/** Jobs that wait, run or have failed; done ones are forgotten. */
export interface JobQueue extends JobDesk {
  /**
   * Adds jobs, all in one round trip. A job whose id is there already is left as it is.
   * @throws Problem `job.unknown` for a kind that the queue was not opened with, `job.invalid` naming the fields
   */
  add(...requests: readonly JobRequest[]): Promise<void>;
  /**
   * Adds flows, each in one round trip: a job waits for those that come before it.
   * @throws Problem as `add`
   */
  addFlow(...flows: readonly JobFlow[]): Promise<void>;
  /** Sees to it that the jobs will be done: adds those that are not there, and tries those again that have failed. */
  ensure(...requests: readonly JobRequest[]): Promise<void>;
  /**
   * Begins to work on the jobs.
   * @throws Problem `job.without-handler` naming each kind that nobody handles
   */
  work(handlers: readonly JobHandler[], options?: WorkOptions): Promise<void>;
  /** Ends after the jobs under way: first the workers, then the queue. */
  close(): Promise<void>;
}

/** A job carries ids: whatever is larger belongs into the log. */
const DATA_SIZE_AT_MOST = 2_000;
const FAILED_JOBS_KEPT = 1_000;

/** Opens the queue. Its tables must be there: see `migrateJobs`. */
export async function openJobQueue(options: JobQueueOptions): Promise<JobQueue> {
  const { definitions, name = 'tumor-board', log = () => undefined } = options;
  const backend = await openBackend(options, log);
  const queue = backend.queue(name);
  queue.on('error', (error) => options.onError?.(error, {}));
  const workers: AnyWorker[] = [];
  let flowing: AnyFlows | undefined;
  const producer = (): AnyFlows => {
    if (flowing === undefined) {
      flowing = backend.flows();
      flowing.on('error', (error) => options.onError?.(error, {}));
    }
    return flowing;
  };
  const close = async () => {
    for (const worker of workers.splice(0)) await worker.close();
    await flowing?.close();
    await queue.close();
    await backend.close();
  };
  try {
    await queue.waitUntilReady();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    kind: backend.kind,
    async add(...requests) {
      if (requests.length > 0) await queue.addBulk(requests.map((request) => bulkJob(definitions, request)));
    },
    async addFlow(...flows) {
      // One by one: added together, flows that could not be kept would fail without a word.
      for (const flow of flows.map((one) => flowJob(definitions, name, one))) await undisturbed(() => producer().add(flow));
    },
    async ensure(...requests) {
      const jobs = requests.map((request) => bulkJob(definitions, request));
      for (const { opts } of jobs) await retryFailed(queue, opts.jobId);
      if (jobs.length > 0) await queue.addBulk(jobs);
    },
    async work(handlers, { concurrency = 4, lockMs = 15_000, stalledMs = 5_000 } = {}) {
      const byName = handlersByName(definitions, handlers);
      const worker = backend.worker(name, (job: AnyJob) => run(byName, job), {
        concurrency,
        lockDuration: lockMs,
        stalledInterval: stalledMs,
        // A job whose worker is killed is given to another as often as it takes: what makes it fail is its attempts.
        maxStalledCount: 1_000,
        removeOnComplete: { count: 0 },
        removeOnFail: { count: FAILED_JOBS_KEPT },
      });
      worker.on('error', (error) => options.onError?.(error, {}));
      worker.on('failed', (job, error) => options.onError?.(error, aboutJob(job)));
      workers.push(worker);
      await worker.waitUntilReady();
    },
    async counts() {
      const counts = await queue.getJobCounts('waiting', 'prioritized', 'waiting-children', 'active', 'delayed', 'failed');
      const { active = 0, delayed = 0, failed = 0 } = counts;
      const waiting = (counts['waiting'] ?? 0) + (counts['prioritized'] ?? 0) + (counts['waiting-children'] ?? 0);
      return { waiting, active, delayed, failed };
    },
    async failed(limit) {
      return (await queue.getFailed(0, limit - 1)).map(failedJob);
    },
    async retry(id) {
      const job = await queue.getJob(id);
      if (job === undefined || (await job.getState()) !== 'failed')
        throw problem('job.not-failed', 'There is no such job, or it has not failed.', { id });
      await job.retry('failed');
    },
    close,
  };
}

function bulkJob(definitions: readonly JobDefinition[], { definition, id, data, delayMs }: JobRequest) {
  const { name, schema, attempts, backoffMs, priority } = definition;
  if (!definitions.includes(definition))
    throw problem('job.unknown', `The queue was not opened with jobs of the kind "${name}".`, { name });
  const parsed = schema.safeParse(data);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
    const list = faults.map((fault) => `${fault.path}: ${fault.message}`).join('; ');
    throw problem('job.invalid', `The job ${name} cannot be given this: ${list}`, { name, id }, faults);
  }
  if (JSON.stringify(parsed.data).length > DATA_SIZE_AT_MOST) {
    throw problem('job.invalid', `The job ${name} carries more than ids.`, { name, id });
  }
  const opts = {
    jobId: id,
    attempts,
    backoff: { type: 'exponential', delay: backoffMs },
    ...(delayMs === undefined ? {} : { delay: delayMs }),
    ...(priority === 0 ? {} : { priority }),
    removeOnComplete: true,
    removeOnFail: { count: FAILED_JOBS_KEPT },
  };
  return { name, data: parsed.data as object, opts };
}

const DEADLOCK = '40P01';
const DISTURBED_AT_MOST = 5;

/** On PostgreSQL a flow that is added again may meet workers at its own jobs; whoever is given up for that tries again. */
async function undisturbed<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const isDeadlock = error instanceof Error && 'code' in error && error.code === DEADLOCK;
      if (!isDeadlock || attempt >= DISTURBED_AT_MOST) throw error;
    }
  }
}

function flowJob(definitions: readonly JobDefinition[], queueName: string, { job, after = [] }: JobFlow): FlowJob {
  const { name, data, opts } = bulkJob(definitions, job);
  const children = after.map((earlier) => {
    const child = flowJob(definitions, queueName, earlier);
    // What comes after a job that has failed for good goes on without it.
    return { ...child, opts: { ...child.opts, ignoreDependencyOnFailure: true } };
  });
  return { name, queueName, data, opts, ...(children.length === 0 ? {} : { children }) } as FlowJob;
}

const ERROR_LENGTH = 500;

const failedJob = ({ id = '', name, failedReason, attemptsMade, finishedOn = 0 }: KeptFailure): FailedJob => ({
  id,
  name,
  error: (failedReason.split('\n')[0] ?? '').slice(0, ERROR_LENGTH),
  attempts: attemptsMade,
  failedAt: new Date(finishedOn),
});

async function retryFailed(queue: AnyQueue, id: string): Promise<void> {
  const job = await queue.getJob(id);
  // Another process may have done so first.
  if (job !== undefined && (await job.getState()) === 'failed') await job.retry('failed').catch(() => undefined);
}

function handlersByName(definitions: readonly JobDefinition[], handlers: readonly JobHandler[]): ReadonlyMap<string, JobHandler> {
  const byName = new Map(handlers.map((handler) => [handler.definition.name, handler]));
  const unhandled = definitions.map(({ name }) => name).filter((name) => !byName.has(name));
  if (unhandled.length > 0) {
    throw problem('job.without-handler', `Nobody handles the jobs ${unhandled.join(', ')}.`, { names: unhandled });
  }
  return byName;
}

async function run(handlers: ReadonlyMap<string, JobHandler>, job: AnyJob): Promise<void> {
  const handler = handlers.get(job.name);
  // Added by another version of the program; it stays among the failed ones until one comes that handles it.
  if (handler === undefined) throw new UnrecoverableError(`this version of the program does not know jobs of the kind ${job.name}`);
  const parsed = handler.definition.schema.safeParse(job.data);
  if (!parsed.success) throw new UnrecoverableError(`its data are not those of a job of the kind ${job.name}`);
  const attempt = job.attemptsMade + 1;
  await handler.handle(parsed.data, { id: job.id ?? '', attempt, isLastAttempt: attempt >= (job.opts.attempts ?? 1) });
}

function aboutJob(job: AnyJob | undefined) {
  if (job === undefined) return {};
  return { name: job.name, isFinal: job.attemptsMade >= (job.opts.attempts ?? 1), ...(job.id === undefined ? {} : { id: job.id }) };
}
