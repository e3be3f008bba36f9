import { texts } from '../texts/texts.js';

/** What the service answers when it refuses or fails (`application/problem+json`). */
export interface ProblemDocument {
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly status: number;
  /** What the code comes with, such as what has changed. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly faults?: readonly { readonly path: string; readonly message: string }[];
}

/** A refusal or failure of the service, or of the way to it. */
export class ServiceProblem extends Error {
  override readonly name = 'ServiceProblem';
  constructor(readonly document: ProblemDocument) {
    super(document.detail ?? document.title);
  }

  get code(): string {
    return this.document.code;
  }
}

const isDocument = (value: unknown): value is ProblemDocument =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string' && 'title' in value;

/** The problem in an answer, whatever came back. */
export const problemOf = (status: number, body: unknown): ServiceProblem =>
  new ServiceProblem(isDocument(body) ? body : { code: 'service.unreadable', title: texts.states.unreadable, status });

/** True for a {@link ServiceProblem}, with the given code when one is given. */
export const isServiceProblem = (error: unknown, code?: string): error is ServiceProblem =>
  error instanceof ServiceProblem && (code === undefined || error.code === code);
