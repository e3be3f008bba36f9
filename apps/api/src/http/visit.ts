import { AsyncLocalStorage } from 'node:async_hooks';
import type { SignedIn } from '@tumor-board/access';

/** Who sends a request, and whether they still may. */
export interface Visitor {
  readonly signedIn: SignedIn;
  /** Asks anew, for an answer that does not end. */
  readonly stillAllowed: () => Promise<boolean>;
}

const storage = new AsyncLocalStorage<{ visitor?: Visitor }>();

/** Does the work of one request; who sends it is found out in the course of it. */
export const withVisit = <Result>(work: () => Result): Result => storage.run({}, work);

/** Notes who sends the request under way. */
export function noteVisitor(visitor: Visitor): void {
  const visit = storage.getStore();
  if (visit !== undefined) visit.visitor = visitor;
}

/** Who sends the request under way, once the guard has found out. */
export const visitorNow = (): Visitor | undefined => storage.getStore()?.visitor;
