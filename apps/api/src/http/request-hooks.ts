import { correlationIdFrom, type Logger, type Metrics, withCorrelation } from '@tumor-board/observability';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { withVisit } from './visit.js';

/** The header that names a request, in and out. */
export const CORRELATION_HEADER = 'x-correlation-id';

/** The correlation id that a reply carries. */
export const correlationOf = (reply: FastifyReply): string => String(reply.getHeader(CORRELATION_HEADER) ?? '');

/** Gives each request its correlation id, returns it, and logs and measures each answer by its route pattern. */
export function observeRequests(server: FastifyInstance, logger: Logger, metrics: Metrics): void {
  server.addHook('onRequest', (request, reply, done) => {
    const id = correlationIdFrom(request.headers[CORRELATION_HEADER]);
    void reply.header(CORRELATION_HEADER, id);
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    withCorrelation(id, done);
  });
  // The events of a body that is read arrive outside of what the first hook started.
  server.addHook('preValidation', (_request, reply, done) => {
    withCorrelation(correlationOf(reply), () => withVisit(done));
  });
  server.addHook('onResponse', (request, reply, done) => {
    // The pattern, because an address names a case.
    const route = request.is404 ? '(none)' : (request.routeOptions.url ?? '(none)');
    const { method } = request;
    const status = reply.statusCode;
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
    metrics.answered({ method, route, status, seconds: reply.elapsedTime / 1_000 });
    withCorrelation(correlationOf(reply), () => logger.info({ method, route, status, milliseconds }, 'answered'));
    done();
  });
}
