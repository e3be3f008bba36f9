// Assesses cases in one thread and measures the processor time of the whole process, so that a busy machine counts less.
import { assess, DEFAULT_POLICY, knowledgeRelease } from '@tumor-board/knowledge';
import type { CaseFile } from '@tumor-board/oncology';
import { caseOf } from '../harness/cases.ts';
import { serve } from '../harness/contender.ts';
import type { AssessLoad } from './assess.bench.ts';

const CASES = 50;
const TIMED = 25;
const release = knowledgeRelease();

let cases: readonly CaseFile[] = [];
let texts: readonly string[] = [];
let next = 0;

/** A case of the service: every fact is known but the last, which has just come. */
function withNewFact(): CaseFile {
  next = (next + 1) % CASES;
  const known = cases[next] as CaseFile;
  return { ...known, facts: known.facts.with(-1, structuredClone(known.facts.at(-1)) as CaseFile['facts'][number]) };
}

/** A case that has just been read: nothing about it is known. */
function freshlyRead(): CaseFile {
  next = (next + 1) % CASES;
  return JSON.parse(texts[next] ?? '') as CaseFile;
}

serve(
  {
    async open({ facts }: { facts: number }) {
      cases = Array.from({ length: CASES }, (_, index) => caseOf(index + 1, facts));
      texts = cases.map((given) => JSON.stringify(given));
    },
    /** Assessments per second of processor time. */
    async run({ fresh, milliseconds }: AssessLoad): Promise<number> {
      const make = fresh ? freshlyRead : withNewFact;
      let used = 0;
      let done = 0;
      for (const end = performance.now() + milliseconds; performance.now() < end; done += TIMED) {
        const given = Array.from({ length: TIMED }, make);
        const before = process.cpuUsage();
        for (const one of given) assess(one, release, DEFAULT_POLICY);
        const { user, system } = process.cpuUsage(before);
        used += user + system;
      }
      return done / (used / 1e6);
    },
  },
  async () => undefined,
);
