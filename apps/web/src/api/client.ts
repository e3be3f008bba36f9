import createClient from 'openapi-fetch';
import { texts } from '../texts/texts.js';
import { problemOf, ServiceProblem } from './problem.js';
import type { paths } from './schema.js';

/** The client of the service, typed by its own description. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin', headers: { accept: 'application/json' } });

interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The data of an answer.
 * @throws ServiceProblem when the service refuses, fails, or cannot be reached (`service.unreachable`)
 */
export async function answered<Data>(asked: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await asked.catch(() => {
    throw new ServiceProblem({ code: 'service.unreachable', title: texts.states.unreachable, status: 0 });
  });
  if (!response.ok) throw problemOf(response.status, error);
  return data as Data;
}

/** A key for a request that records, so that it can be repeated without being recorded twice. */
export const newKey = (): string => crypto.randomUUID();
