/** Something that runs until it is told to end. */
export interface Service {
  /** Ends after the work under way. */
  close(): Promise<void>;
  /** Resolves when it ends by itself, with the reason. */
  readonly ended?: Promise<Error | undefined>;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A failure in one line for the person at the terminal: the text of a problem, else what the error says. */
export const failureLine = (error: unknown): string => (error instanceof Error ? error.message || error.name : String(error));

/** Resolves at the first signal to end. Later ones change nothing: the process is ending already. */
export const stopSignal = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    for (const signal of SIGNALS) process.on(signal, resolve);
  });

/**
 * The life of a process: opens a service, waits for a signal (or until the service ends by itself) and closes it.
 * What goes wrong is said in one line on standard error and in the exit status.
 */
export async function runUntilStopped(open: () => Promise<Service>): Promise<void> {
  const signalled = stopSignal();
  try {
    const service = await open();
    const reason = await Promise.race([signalled, ...(service.ended === undefined ? [] : [service.ended])]);
    await service.close();
    if (reason instanceof Error) throw reason;
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${failureLine(error)}\n`);
    process.exit(1);
  }
}
