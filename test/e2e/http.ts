import { randomUUID } from 'node:crypto';

/** An answer over HTTP. */
export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

const tokens = new Map<string, string>();

/** From now on, requests to a service are those of who has the token. */
export const askAs = (url: string, token: string): void => void tokens.set(new URL(url).origin, token);

/** Asks a service as who was named by {@link askAs}; a body makes it a POST. */
export async function ask<Body = Record<string, unknown>>(
  url: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer<Body>> {
  const token = tokens.get(new URL(url).origin);
  const own = token === undefined || 'cookie' in headers ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(
    url,
    body === undefined
      ? { headers: { ...own, ...headers } }
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...own, ...headers },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        },
  );
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, body: (isJson ? JSON.parse(text) : text) as Body, headers: response.headers };
}

const cookieOf = ({ headers }: Answer): string => headers.get('set-cookie')?.split(';')[0] ?? '';

/** Signs somebody in with a one-time password and chooses another one; gives that and the session that follows. */
export async function choosePassword(url: string, login: string, oneTimePassword: string) {
  const password = `words of ${randomUUID()}`;
  const first = cookieOf(await ask(`${url}/api/session`, { login, password: oneTimePassword }));
  const chosen = await ask(`${url}/api/session/password`, { current: oneTimePassword, password }, { cookie: first });
  if (chosen.status !== 200) throw new Error(`no other password: ${JSON.stringify(chosen.body)}`);
  return { password, cookie: cookieOf(chosen) };
}

/** What recording answers. */
export interface Recorded {
  readonly id: string;
  readonly version: number;
  readonly position: string;
  readonly assessment: { readonly asOf: string; readonly nextStep: { readonly code: string } };
}

export const ecog = (value: number, on = '2025-01-06') => ({ type: 'PerformanceStatusRecorded', on, ecog: value });

export const caseFile = (reference: string = `E2E-${randomUUID()}`, facts: readonly unknown[] = []) => ({
  format: 'tumor-board-case/1',
  reference,
  patient: { ageYears: 50, sex: 'female' },
  facts,
});

export const factsOf = async (url: string, id: string): Promise<readonly Record<string, unknown>[]> => {
  const { body } = await ask<{ facts: Record<string, unknown>[] }>(`${url}/api/cases/${id}/record`);
  return body.facts;
};
