/** What the writer puts into each event of a run. */
export interface Stamped {
  readonly run: number;
  readonly n: number;
  /** When the event was due to be sent, by {@link clock}. */
  readonly due: number;
}

/** What the subscriber saw of a run. ms */
export interface Arrivals {
  readonly p50: number;
  readonly p99: number;
  readonly missed: number;
  readonly twice: number;
  /** Of the database or of a batch, all tried again. */
  readonly failures: readonly string[];
}

/** What the writer saw of a run. ms from when an event was due until its append was answered. */
export interface Commits {
  readonly sent: number;
  readonly p50: number;
  readonly p99: number;
}

/** ms of a clock that all processes of the machine share. */
export const clock = (): number => Number(process.hrtime.bigint()) / 1e6;
