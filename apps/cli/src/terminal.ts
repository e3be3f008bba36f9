import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** Where a command reads and writes. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
  readonly errors: Writable;
}

/** Writes one line, and waits when the reader cannot keep up. */
export async function writeLine(to: Writable, line: string): Promise<void> {
  if (!to.write(`${line}\n`)) await once(to, 'drain');
}
