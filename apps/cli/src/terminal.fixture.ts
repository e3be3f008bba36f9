import { Readable, Writable } from 'node:stream';
import type { Terminal } from './terminal.js';

/** A terminal that is read from a text and remembers what is written. */
export function recordingTerminal(input: Iterable<string> = []): Terminal & { written: () => string; complained: () => string } {
  const [output, errors]: [string[], string[]] = [[], []];
  const into = (lines: string[]) =>
    new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
  return {
    input: Readable.from(input),
    output: into(output),
    errors: into(errors),
    written: () => output.join(''),
    complained: () => errors.join(''),
  };
}
