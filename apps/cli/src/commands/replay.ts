import { assess, changedParts, type Headline, headlineOf } from '@tumor-board/knowledge';
import { caseInputs, faultLines } from '../case-input.js';
import { type Terminal, writeLine } from '../terminal.js';
import { type AssessingOptions, assessingUnder } from './assessing.js';

/** Prints one line of JSON per fact, in the order of recording: which parts of the headline it changed, and the next step then. */
export async function replayFile(name: string, options: AssessingOptions, { input, output, errors }: Terminal): Promise<number> {
  const { release, policy } = assessingUnder(options);
  let status = 0;
  for await (const one of caseInputs([name], input)) {
    if (one.faults !== undefined) {
      status = 1;
      for (const line of faultLines(one)) await writeLine(errors, line);
      continue;
    }
    const { reference, patient, facts } = one.file;
    let before: Headline = {};
    for (const [index, fact] of facts.entries()) {
      const assessment = assess({ reference, patient, facts: facts.slice(0, index + 1) }, release, policy);
      const after = headlineOf(assessment);
      const line = {
        fact: fact.id,
        type: fact.type,
        on: fact.on,
        changed: changedParts(before, after),
        nextStep: assessment.nextStep.code,
      };
      await writeLine(output, JSON.stringify(line));
      before = after;
    }
  }
  return status;
}
