import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics.js';

/** What the server tells of. */
export interface HealthOptions {
  readonly host: string;
  readonly port: number;
  readonly metrics: Metrics;
  /** Resolves when the process can work. */
  readonly check: () => Promise<unknown>;
}

const answer = (response: ServerResponse, status: number, type: string, body: string): void => {
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff' }).end(body);
};

/** Health and metrics of a process that answers nothing else, so that it needs no framework. */
export async function startHealthServer({ host, port, metrics, check }: HealthOptions): Promise<{ url: string; close(): Promise<void> }> {
  const routes: Readonly<Record<string, (response: ServerResponse) => void | Promise<void>>> = {
    '/health/live': (response) => answer(response, 200, 'application/json', '{"status":"live"}'),
    '/health/ready': async (response) => {
      try {
        await check();
        answer(response, 200, 'application/json', '{"status":"ready"}');
      } catch {
        answer(response, 503, 'application/json', '{"status":"not ready"}');
      }
    },
    '/metrics': async (response) => answer(response, 200, metrics.contentType, await metrics.page()),
  };
  const server = createServer((request, response) => {
    const address = request.url ?? '';
    const route = request.method === 'GET' && Object.hasOwn(routes, address) ? routes[address] : undefined;
    if (route === undefined) {
      answer(response, 404, 'application/json', '{"status":"not found"}');
      return;
    }
    Promise.resolve(route(response)).catch(() => answer(response, 503, 'application/json', '{"status":"failed"}'));
  });
  server.listen(port, host);
  await once(server, 'listening');
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${bound}`,
    async close() {
      server.close();
      server.closeIdleConnections();
      await once(server, 'close');
    },
  };
}
