import { isProblem, problem } from '@tumor-board/kernel';

/** One append, ready to be sent. */
export interface Pending<Result> {
  readonly streamId: string;
  /** Its rows as JSON objects, one an event. */
  readonly rows: readonly string[];
  /** Characters of all rows. */
  readonly size: number;
  /** Whether it holds protected texts: the key of the stream must not be destroyed before it is recorded. */
  readonly hasTexts: boolean;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Sends a batch and answers one result an append, in the same order. */
export type Send<Result> = (batch: readonly Pending<Result>[]) => Promise<readonly Result[]>;

const inFlightAtMost = 2;
const rowsAtMost = 500;
const sizeAtMost = 4_000_000;
const waitingAtMost = 20_000;

/**
 * Gathers appends that arrive while others are under way into one statement, so that they share one commit. An append
 * that finds the line idle leaves in the same turn of the event loop. A batch names a stream once; a second append to
 * it waits for the next. A batch that fails is sent again one by one, so that what is wrong with one harms only that one.
 */
export class GroupCommit<Result> {
  #waiting: Pending<Result>[] = [];
  #inFlight = 0;
  #scheduled = false;
  #whenIdle: (() => void)[] = [];

  constructor(private readonly send: Send<Result>) {}

  add(pending: Pending<Result>): void {
    if (this.#waiting.length >= waitingAtMost) {
      pending.reject(problem('log.overloaded', 'Too many appends are waiting; try again.', { waiting: this.#waiting.length }));
      return;
    }
    this.#waiting.push(pending);
    if (this.#inFlight >= inFlightAtMost || this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#flush();
    });
  }

  /** Resolves when nothing waits and nothing is under way. */
  idle(): Promise<void> {
    if (this.#isIdle()) return Promise.resolve();
    return new Promise((resolve) => this.#whenIdle.push(resolve));
  }

  #isIdle(): boolean {
    return this.#waiting.length === 0 && this.#inFlight === 0;
  }

  #flush(): void {
    while (this.#inFlight < inFlightAtMost && this.#waiting.length > 0) {
      const batch = this.#take();
      this.#inFlight++;
      void this.#deliver(batch).finally(() => {
        this.#inFlight--;
        this.#flush();
        if (this.#isIdle()) for (const resolve of this.#whenIdle.splice(0)) resolve();
      });
    }
  }

  #take(): Pending<Result>[] {
    const batch: Pending<Result>[] = [];
    const later: Pending<Result>[] = [];
    const streams = new Set<string>();
    let rows = 0;
    let size = 0;
    let taken = 0;
    for (const pending of this.#waiting) {
      const fits = batch.length === 0 || (rows + pending.rows.length <= rowsAtMost && size + pending.size <= sizeAtMost);
      if (!fits) break;
      taken++;
      if (streams.has(pending.streamId)) {
        later.push(pending);
        continue;
      }
      streams.add(pending.streamId);
      batch.push(pending);
      rows += pending.rows.length;
      size += pending.size;
    }
    this.#waiting = [...later, ...this.#waiting.slice(taken)];
    return batch;
  }

  async #deliver(batch: readonly Pending<Result>[]): Promise<void> {
    try {
      const results = await this.send(batch);
      for (const [index, pending] of batch.entries()) pending.resolve(results[index] as Result);
    } catch (error) {
      const [only, ...others] = batch;
      if (only !== undefined && others.length === 0 && !mayHaveBeenSent(error)) {
        only.reject(error);
        return;
      }
      let gone: unknown;
      for (const pending of batch) {
        try {
          if (gone !== undefined) throw gone;
          const [result] = await this.send([pending]);
          pending.resolve(result as Result);
        } catch (again) {
          if (mayHaveBeenSent(again)) gone = again;
          pending.reject(again);
        }
      }
    }
  }
}

/** True when the connection broke: sending again tells whether it had been recorded. */
const mayHaveBeenSent = (error: unknown): boolean => isProblem(error, 'log.unavailable');
