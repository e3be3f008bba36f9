import { assess, recordAt, trace, whatWouldChange } from '@tumor-board/knowledge';
import { caseInputs, faultLines } from '../case-input.js';
import { type Terminal, writeLine } from '../terminal.js';
import { type AssessingOptions, assessingUnder } from './assessing.js';
import { changeLines, traceLines } from './explanation-text.js';

/** Options of `explain`. */
export interface ExplainOptions extends AssessingOptions {
  readonly part: string;
  readonly json?: boolean;
}

/** Prints why a part of the assessment of a case file is what it is, and what would change it: as text, or as a line of JSON. */
export async function explainFile(name: string, options: ExplainOptions, { input, output, errors }: Terminal): Promise<number> {
  const { release, policy, horizon } = assessingUnder(options);
  const { part, json = false } = options;
  let status = 0;
  for await (const one of caseInputs([name], input)) {
    if (one.faults !== undefined) {
      status = 1;
      for (const line of faultLines(one)) await writeLine(errors, line);
      continue;
    }
    const explained = trace(one.file, assess(one.file, release, policy, horizon), part, { release, horizon });
    const changes = whatWouldChange(recordAt(one.file, horizon), release, policy, part);
    const lines = json
      ? [JSON.stringify({ trace: explained, whatWouldChange: changes })]
      : [...traceLines(explained), ...changeLines(changes)];
    for (const line of lines) await writeLine(output, line);
  }
  return status;
}
