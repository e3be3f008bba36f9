import { isServiceProblem } from '../api/problem.js';

/** What is wrong with a field, by its path in the content: `actions[0].dueOn`. */
export type Faults = ReadonlyMap<string, string>;

/** The faults of the content that a refusal names. */
export function faultsOf(error: unknown): Faults {
  if (!isServiceProblem(error)) return new Map();
  return new Map(
    (error.document.faults ?? []).map(({ path, message }) => [
      path.replace(/^content\.?/, '').replace(/\.(\d+)(?=\.|$)/g, '[$1]'),
      message,
    ]),
  );
}
