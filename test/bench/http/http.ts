/** An answer of the service. */
export interface HttpAnswer {
  readonly status: number;
  readonly etag: string;
  readonly location: string;
  readonly body: string;
}

/** A few connections that are kept open. */
export interface Http {
  send(method: 'GET' | 'POST', path: string, body?: string, headers?: Readonly<Record<string, string>>): Promise<HttpAnswer>;
  close(): Promise<void>;
}

/** What is used of undici, whose types are not there before it is installed. */
interface Undici {
  readonly Pool: new (
    origin: string,
    options: { connections: number; pipelining: number },
  ) => {
    request(options: { method: string; path: string; body?: string; headers: Readonly<Record<string, string>> }): Promise<{
      readonly statusCode: number;
      readonly headers: Readonly<Record<string, string | string[] | undefined>>;
      readonly body: { text(): Promise<string> };
    }>;
    close(): Promise<void>;
  };
}

/** Opens connections to a service; every request carries the headers. */
export async function openHttp(origin: string, connections: number, always: Readonly<Record<string, string>> = {}): Promise<Http> {
  const name: string = 'undici';
  const { Pool } = (await import(name)) as Undici;
  const pool = new Pool(origin, { connections, pipelining: 1 });
  return {
    async send(method, path, body, given = {}) {
      const headers = { ...always, ...given };
      const content = body === undefined ? {} : { body, headers: { 'content-type': 'application/json', ...headers } };
      const answer = await pool.request({ method, path, headers, ...content });
      const header = (key: string) => String(answer.headers[key] ?? '');
      return { status: answer.statusCode, etag: header('etag'), location: header('location'), body: await answer.body.text() };
    },
    close: () => pool.close(),
  };
}
