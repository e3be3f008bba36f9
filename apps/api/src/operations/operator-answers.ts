import { z } from 'zod';

const count = z.int().nonnegative();
const seconds = z.number().nonnegative();

const subscription = z.strictObject({
  name: z.string(),
  /** A table that is kept, work that is done after an event, or a table that is built anew beside the live one. */
  kind: z.enum(['read-model', 'workflow', 'rebuild']),
  events: count.describe('Events that it has not taken, counted up to 80 000.'),
  seconds: seconds.describe('Age of the oldest of them; 0 when there is none.'),
  deadLetters: count.describe('Events that it could not take, with those that wait behind them.'),
  processes: count.describe('Processes that follow it now.'),
});

const deadLetter = z.strictObject({
  subscription: z.string(),
  streamId: z.string(),
  streamVersion: z.int().positive(),
  /** Of the event. */
  type: z.string(),
  error: z.string(),
  attempts: count,
  lastSeen: z.iso.datetime(),
  /** True while it waits to be tried again. */
  retryRequested: z.boolean(),
  waitingBehind: count.describe('Later events of the same stream.'),
});

const failedJob = z.strictObject({
  id: z.string(),
  name: z.string(),
  error: z.string(),
  attempts: count,
  failedAt: z.iso.datetime(),
});

const jobs = z.strictObject({
  storage: z.enum(['postgres', 'redis']),
  counts: z.strictObject({ waiting: count, active: count, delayed: count, failed: count }),
  failed: z.array(failedJob).describe('The last hundred.'),
});

/** How the service is doing. */
export const operationsAnswer = z.strictObject({
  /** By the clock of the process that answers. */
  at: z.iso.datetime(),
  process: z.strictObject({
    version: z.string().describe('Of the HTTP interface.'),
    node: z.string(),
    startedAt: z.iso.datetime(),
    pid: z.int(),
    residentBytes: count.describe('Memory of the process.'),
    heapUsedBytes: count,
    heapTotalBytes: count,
    liveStreams: count.describe('Open streams of live changes.'),
  }),
  database: z.strictObject({
    version: z.string(),
    sizeBytes: count,
    answeredMs: z.number().nonnegative(),
    connections: z.strictObject({ open: count, idle: count, waiting: count }).describe('Of this process; waiting: requests.'),
  }),
  readModels: z.enum(['followed', 'behind', 'not-followed']),
  subscriptions: z.array(subscription),
  /** Read models that are being built anew. */
  rebuilding: z.array(z.string()),
  /** What keeps readers from newer events; null when nothing does. */
  heldBack: z
    .strictObject({
      events: count,
      seconds,
      by: z.strictObject({ pid: z.int(), application: z.string(), since: z.iso.datetime().nullable() }).nullable(),
    })
    .nullable(),
  deadLetters: z.array(deadLetter).describe('The first hundred that failed.'),
  /** Null when the process does not know where the jobs are kept. */
  jobs: jobs.nullable(),
  /** Why the jobs cannot be told; null when they are. */
  jobsFailure: z.string().nullable(),
});
export type OperationsAnswer = z.infer<typeof operationsAnswer>;

/** Which job is to be tried once more. */
export const jobRetry = z.strictObject({ id: z.string().min(1).max(500).describe('The id of a job that has failed.') });
export type JobRetry = z.infer<typeof jobRetry>;

/** Whose dead letters are to be tried again. */
export const deadLetterRetry = z.strictObject({
  subscription: z.string().min(1).max(100).describe('As `subscriptions` names it.'),
  streamId: z.string().min(1).max(200).optional().describe('Only those of one stream.'),
});
export type DeadLetterRetry = z.infer<typeof deadLetterRetry>;

/** How many events are tried again. */
export const retriedAnswer = z.strictObject({ events: count });
