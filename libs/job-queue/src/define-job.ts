import type { z } from 'zod';

/** A kind of job: its name, and what it is given. */
export interface JobDefinition<Data = unknown> {
  /** `reassess.batch` */
  readonly name: string;
  /** Ids and cursors only: the log holds what the job is about. */
  readonly schema: z.ZodType<Data>;
  /** How often it is tried before it counts as failed. */
  readonly attempts: number;
  /** Before it is tried again, in ms, doubled each time. */
  readonly backoffMs: number;
  /** Jobs of a greater number wait until none of a smaller one does; 0 is the smallest. */
  readonly priority: number;
}

/** How patient to be with a kind of job. */
export type JobPatience = Partial<Pick<JobDefinition, 'attempts' | 'backoffMs' | 'priority'>>;

/** Defines a kind of job: `defineJob('reassess.batch', z.strictObject({ site: z.string(), activation: z.uuid() }))`. */
export const defineJob = <Data>(name: string, schema: z.ZodType<Data>, patience: JobPatience = {}): JobDefinition<Data> => ({
  name,
  schema,
  attempts: patience.attempts ?? 5,
  backoffMs: patience.backoffMs ?? 1_000,
  priority: patience.priority ?? 0,
});

/** A job to be done. */
export interface JobRequest {
  readonly definition: JobDefinition;
  /** The same id is the same job: while it waits or runs, another request changes nothing. */
  readonly id: string;
  readonly data: unknown;
  /** Not before so many ms have passed. */
  readonly delayMs?: number;
}

/** Asks for a job: `request(reassessBatch, 'reassess.batch 7', { … })`. */
export const request = <Data>(definition: JobDefinition<Data>, id: string, data: Data, delayMs?: number): JobRequest => ({
  definition: definition as JobDefinition,
  id,
  data,
  ...(delayMs === undefined ? {} : { delayMs }),
});

/**
 * Jobs of which some come before others: a job is done when all that come before it are done or have failed for good. Given
 * again with the same ids it is the same flow, as far as its jobs are still there.
 */
export interface JobFlow {
  readonly job: JobRequest;
  readonly after?: readonly JobFlow[];
}

/** What a handler knows of its job besides the data. */
export interface JobRun {
  readonly id: string;
  /** 1 when it is tried for the first time. */
  readonly attempt: number;
  /** True when it counts as failed unless it succeeds now. */
  readonly isLastAttempt: boolean;
}

/** Does the jobs of one kind. A job may be given more than once, also after it was done: doing it again changes nothing. */
export interface JobHandler {
  readonly definition: JobDefinition;
  readonly handle: (data: unknown, run: JobRun) => Promise<void>;
}

/** Binds a handler to a kind of job. */
export const handler = <Data>(definition: JobDefinition<Data>, handle: (data: Data, run: JobRun) => Promise<void>): JobHandler => ({
  definition: definition as JobDefinition,
  handle: handle as JobHandler['handle'],
});
