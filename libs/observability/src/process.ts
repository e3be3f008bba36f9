import { constants } from 'node:os';

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

/** One Ctrl+C may reach us three times: from the terminal, from npm, and from the script that npm runs. */
const ONE_PRESS_MS = 1_000;

/** Tells a signal from the one before it; `again` is for whoever does not want to wait for the end. */
export function signalCounter(first: () => void, again: () => void, now: () => number = () => performance.now()): () => void {
  let since: number | undefined;
  return () => {
    if (since === undefined) {
      since = now();
      first();
    } else if (now() - since > ONE_PRESS_MS) {
      again();
    }
  };
}

/**
 * The life of a process: opens a service, waits for a signal (or until the service ends by itself) and closes it. A
 * signal before it is open aborts what `open` was given; a second one ends the process at once. What goes wrong is said
 * in one line on standard error and in the exit status.
 */
export async function runUntilStopped(open: (ending: AbortSignal) => Promise<Service>): Promise<void> {
  const ending = new AbortController();
  let isOpen = false;
  let status = 0;
  const signalled = new Promise<void>((resolve) => {
    const first = (): void => {
      if (!isOpen) process.stderr.write('Ending …\n');
      ending.abort();
      resolve();
    };
    const received = signalCounter(first, () => process.exit(status));
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        status = 128 + constants.signals[signal];
        received();
      });
    }
  });
  try {
    const service = await open(ending.signal);
    isOpen = true;
    const reason = await Promise.race([signalled, ...(service.ended === undefined ? [] : [service.ended])]);
    await service.close();
    if (reason instanceof Error) throw reason;
    process.exit(0);
  } catch (error) {
    // What fails because it was cut off is nothing to report.
    if (!isOpen && ending.signal.aborted) process.exit(status);
    process.stderr.write(`${failureLine(error)}\n`);
    process.exit(1);
  }
}
