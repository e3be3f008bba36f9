#!/usr/bin/env node
import { createProgram } from './program.js';

const { stdin, stdout, stderr } = process;
// Whoever reads our output may stop early, as `head` does.
stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const program = createProgram({ input: stdin, output: stdout, errors: stderr }, (status) => {
  process.exitCode = status;
});
try {
  await program.parseAsync();
} catch (error) {
  stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
