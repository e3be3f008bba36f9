import { createProgram } from './program.js';
import { recordingTerminal } from './terminal.fixture.js';

/** What a run of the command left behind. */
export interface Run {
  readonly status: number | undefined;
  /** What was written to standard output, by line, without empty lines. */
  readonly lines: readonly string[];
  readonly written: string;
  readonly complained: string;
}

/** Runs the command with arguments, over a standard input, and does not end the process. */
export async function run(args: readonly string[], input: readonly string[] = []): Promise<Run> {
  const terminal = recordingTerminal(input);
  let status: number | undefined;
  const program = createProgram(terminal, (given) => {
    status = given;
  });
  program.exitOverride();
  for (const command of program.commands) command.exitOverride().configureOutput(program.configureOutput());
  await program.parseAsync(['node', 'tumor-board', ...args]).catch((error: { exitCode?: number }) => {
    status = error.exitCode ?? 1;
  });
  const lines = terminal.written().split('\n').filter(Boolean);
  return { status, lines, written: terminal.written(), complained: terminal.complained() };
}
