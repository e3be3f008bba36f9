import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

interface Question {
  readonly id: number;
  readonly task: string;
  readonly input: unknown;
}

type Answer = { readonly id: number; readonly output: unknown } | { readonly id: number; readonly error: string };

const OVERDUE_MS = 240_000;

/** A contender: a process of its own, so that no library of one changes how another runs. */
export interface Contender {
  /** Has it do a task that it {@link serve}s. */
  ask<Output>(task: string, input?: unknown): Promise<Output>;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the program of a contender; what a quiet one logs is written, but nowhere. */
export function startContender(file: string, { quiet = false }: { readonly quiet?: boolean } = {}): Contender {
  const child = fork(file, [], { stdio: ['ignore', 'ignore', quiet ? 'ignore' : 'inherit', 'ipc'] });
  running.add(child);
  let last = 0;
  const waiting = new Map<number, { resolve: (output: unknown) => void; reject: (error: Error) => void }>();
  const failAll = (message: string) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };
  child.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) asked?.reject(new Error(`${file}: ${answer.error}`));
    else asked?.resolve(answer.output);
  });
  child.once('exit', (code, signal) => {
    running.delete(child);
    failAll(`${file} has ended (${code ?? signal})`);
  });
  return {
    process: child,
    async ask<Output>(task: string, input?: unknown) {
      last += 1;
      const id = last;
      const overdue = setTimeout(() => failAll(`${file}: ${task} took more than ${OVERDUE_MS / 1_000} s`), OVERDUE_MS);
      try {
        const output = await new Promise<unknown>((resolve, reject) => {
          waiting.set(id, { resolve, reject });
          child.send({ id, task, input } satisfies Question);
        });
        return output as Output;
      } finally {
        clearTimeout(overdue);
      }
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.disconnect();
      const slow = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await gone;
      clearTimeout(slow);
    },
  };
}

/** The other end: answers tasks until the parent lets go. */
export function serve(tasks: Readonly<Record<string, (input: never) => Promise<unknown>>>, close: () => Promise<void>): void {
  const answer = (message: Answer) => process.send?.(message);
  process.on('message', ({ id, task, input }: Question) => {
    const work = async () => {
      const todo = tasks[task];
      if (todo === undefined) throw new Error(`there is no task "${task}"`);
      return await todo(input as never);
    };
    work().then(
      (output) => answer({ id, output: output ?? null }),
      (error: unknown) => answer({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  process.once('disconnect', () => {
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
