import { type Fault, problem } from '@tumor-board/kernel';
import { z } from 'zod';
import { type Fact, fact, type IdentifiedFact } from './clinical-fact.js';

/** The patient as the clinical rules need to know them: nothing that identifies a person. */
export const patient = z.strictObject({
  ageYears: z.number().min(0, { error: 'expected an age in years, 0 to 130' }).max(130, { error: 'expected an age in years, 0 to 130' }),
  sex: z.enum(['female', 'male']),
});
export type Patient = z.infer<typeof patient>;

/** Where a case file comes from, when it is not a patient's own record. */
export const caseSource = z.strictObject({ kind: z.enum(['synthetic', 'published']), citation: z.string().optional() });

/** The head of a case file: everything but its facts. */
export const caseHead = z.strictObject({
  format: z.literal('tumor-board-case/1'),
  /** A local id without personal data. */
  reference: z.string().trim().min(1, { error: 'expected some text' }).max(200),
  title: z.string().optional(),
  source: caseSource.optional(),
  patient,
});
export type CaseHead = z.infer<typeof caseHead>;

/** One patient's case as the clinical facts that became known, oldest first: `tumor-board-case/1`. */
export const caseFile = z.strictObject({ ...caseHead.shape, facts: z.array(fact) });

/** A case file whose facts all have their ids. */
export interface CaseFile extends CaseHead {
  readonly facts: readonly IdentifiedFact[];
}

/** The id of the fact at a place (from 0) in the order of recording, when the fact brings none of its own. */
export const defaultFactId = (index: number): string => `#${index + 1}`;

/** `facts[3].lesions[0].sizeMm` for a path of zod. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`)).join('');

/** The faults of a failed parse, by path. A fault of the whole value has the path "(whole)". */
export const faultsOf = (error: z.ZodError, prefix: readonly PropertyKey[] = []): Fault[] =>
  error.issues.flatMap((issue): Fault[] => {
    const at = [...prefix, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: pathText([...at, key]), message: 'no such field in this format' }));
    }
    return [{ path: pathText(at) || '(whole)', message: issue.message }];
  });

/** Gives a fact its id and checks what it refers to against the facts recorded before it. */
export function identify(next: Fact, earlier: ReadonlyMap<string, IdentifiedFact>, path = ''): { fact: IdentifiedFact; faults: Fault[] } {
  const at = (field: string): string => (path === '' ? field : `${path}.${field}`);
  const faults: Fault[] = [];
  const id = next.id ?? defaultFactId(earlier.size);
  if (earlier.has(id)) faults.push({ path: at('id'), message: `expected an id of its own; "${id}" is taken by an earlier fact` });
  const refersTo = next.type === 'FactCorrected' ? next.corrects : next.type === 'FactRetracted' ? next.retracts : undefined;
  if (refersTo !== undefined) {
    const field = next.type === 'FactCorrected' ? 'corrects' : 'retracts';
    const found = earlier.get(refersTo);
    if (found === undefined) {
      faults.push({ path: at(field), message: `expected the id of an earlier fact; there is none with "${refersTo}"` });
    } else if (found.type === 'FactRetracted' || found.type === 'FactCorrected') {
      faults.push({
        path: at(field),
        message: `expected the id of a clinical fact; "${refersTo}" is itself a ${found.type === 'FactCorrected' ? 'correction' : 'retraction'}`,
      });
    } else {
      for (const other of earlier.values()) {
        if (other.type === 'FactRetracted' && other.retracts === refersTo) {
          faults.push({ path: at(field), message: `expected a fact that still stands; "${refersTo}" was retracted by "${other.id}"` });
          break;
        }
      }
      if (next.type === 'FactCorrected' && next.replacement.type !== found.type) {
        faults.push({ path: at('replacement.type'), message: `expected "${found.type}", the type of the fact that is corrected` });
      }
    }
  }
  return { fact: next.id === id ? (next as IdentifiedFact) : { ...next, id }, faults };
}

/** More facts than years of weekly treatment bring; each is assessed together with all before it, so the work grows with the square. */
const MOST_FACTS = 2000;

/**
 * Reads a case file. Refused whole with every fault named by its path when anything is wrong.
 * @throws Problem `case-file.invalid`
 */
export function parseCaseFile(input: unknown): CaseFile {
  const parsed = caseFile.safeParse(input);
  if (!parsed.success) throw invalid(faultsOf(parsed.error));
  if (parsed.data.facts.length > MOST_FACTS) throw invalid([{ path: 'facts', message: `expected at most ${MOST_FACTS} facts` }]);
  const known = new Map<string, IdentifiedFact>();
  const faults: Fault[] = [];
  parsed.data.facts.forEach((next, index) => {
    const identified = identify(next, known, `facts[${index}]`);
    faults.push(...identified.faults);
    known.set(identified.fact.id, identified.fact);
  });
  if (faults.length > 0) throw invalid(faults);
  return { ...parsed.data, facts: [...known.values()] };
}

/**
 * Reads one fact to be added to a case, without looking at the case.
 * @throws Problem `fact.invalid`
 */
export function parseFact(input: unknown): Fact {
  const parsed = fact.safeParse(input);
  if (parsed.success) return parsed.data;
  const faults = faultsOf(parsed.error);
  throw problem('fact.invalid', describe('The fact', faults), {}, faults);
}

const invalid = (faults: readonly Fault[]) => problem('case-file.invalid', describe('The case file', faults), {}, faults);

const describe = (what: string, faults: readonly Fault[]): string =>
  `${what} has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}: ${faults.map((fault) => `${fault.path}: ${fault.message}`).join('; ')}`;
