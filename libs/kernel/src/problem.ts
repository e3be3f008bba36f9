/** One fault of an input, by the path of the field that has it, e.g. `facts[3].lesions[0].sizeMm`. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

/**
 * A failure with a stable string code and data. The HTTP edge alone turns codes into statuses, the command line
 * alone turns them into exit statuses.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly code: string,
    message: string,
    readonly data: Readonly<Record<string, unknown>> = {},
    readonly faults: readonly Fault[] = [],
  ) {
    super(message);
  }
}

/** Makes a {@link Problem}: `throw problem('case.version-conflict', 'The case has moved on.', { expected, actual })`. */
export const problem = (
  code: string,
  message: string,
  data: Readonly<Record<string, unknown>> = {},
  faults: readonly Fault[] = [],
): Problem => new Problem(code, message, data, faults);

/** True for a {@link Problem}, with the given code when one is given. */
export const isProblem = (error: unknown, code?: string): error is Problem =>
  error instanceof Problem && (code === undefined || error.code === code);
