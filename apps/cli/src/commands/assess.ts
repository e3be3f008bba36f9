import { assess } from '@tumor-board/knowledge';
import { caseInputs, faultLines } from '../case-input.js';
import { type Terminal, writeLine } from '../terminal.js';
import { type AssessingOptions, assessingUnder } from './assessing.js';

/** Options of `assess`. */
export interface AssessOptions extends AssessingOptions {
  readonly pretty?: boolean;
}

/** Prints the assessment of each case file, in order. A file with a fault is named and the others are still assessed. */
export async function assessFiles(names: readonly string[], options: AssessOptions, { input, output, errors }: Terminal): Promise<number> {
  const { release, policy, horizon } = assessingUnder(options);
  let status = 0;
  for await (const one of caseInputs(names, input)) {
    if (one.faults === undefined) {
      const assessment = assess(one.file, release, policy, horizon);
      await writeLine(output, JSON.stringify(assessment, undefined, options.pretty === true ? 2 : undefined));
      continue;
    }
    status = 1;
    for (const line of faultLines(one)) await writeLine(errors, line);
  }
  return status;
}
