import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const storage = new AsyncLocalStorage<string>();

/** What an outside caller may name its request; anything else is replaced, so that no log line can be forged. */
const ACCEPTED = /^[\w.:-]{1,128}$/;

/** The id that a caller gave when it is a plain one, a new one otherwise. */
export const correlationIdFrom = (given: unknown): string => (typeof given === 'string' && ACCEPTED.test(given) ? given : randomUUID());

/** Does some work under a correlation id: every log line written by it carries the id. */
export const withCorrelation = <Result>(id: string, work: () => Result): Result => storage.run(id, work);

/** The correlation id of the work under way, if there is one. */
export const correlationId = (): string | undefined => storage.getStore();
