import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import { isProblem, type Problem, problem } from '@tumor-board/kernel';
import { type Logger, withCorrelation } from '@tumor-board/observability';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemKind } from './problem-codes.js';
import type { ProblemDocument } from './problem-document.js';
import { correlationOf } from './request-hooks.js';

/** Names the logger among the providers. */
export const LOGGER = Symbol('logger');

const FAILED = 500;
const SIGNED_OUT = 401;

/** The problem that an exception of NestJS or Fastify stands for. */
function fromHttp(exception: HttpException, request: FastifyRequest): Problem {
  const status = exception.getStatus();
  switch (status) {
    case 403:
      return problem('access.denied', 'A page of another site may not do this.');
    case 404:
      return problem('request.not-found', `There is no ${request.method} ${request.url.split('?')[0] ?? ''}.`);
    case 413:
      return problem('request.too-large', 'The body is larger than this service reads.');
    case 415:
      return problem('request.unacceptable', 'Send the body as application/json.');
    case 400:
      return problem('request.malformed', exception.message);
  }
  return status < FAILED ? problem('request.refused', exception.message) : problem('service.failed', 'The service has failed.');
}

/** The one place where failures become HTTP: code to status, faults by path, never a stack or a text of the database. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const found = isProblem(exception) ? exception : exception instanceof HttpException ? fromHttp(exception, request) : undefined;
    const code = found?.code ?? 'service.failed';
    const { status, title, ...kind } = problemKind(code);
    const told = found?.data['retryAfterSeconds'];
    const retryAfter = typeof told === 'number' ? told : kind.retryAfter;
    if (status >= FAILED) {
      // What a driver says of a connection repeats nothing of a request, and whoever mends it needs to know.
      const away = found?.code === 'log.unavailable' ? { reason: found.data['reason'] } : {};
      withCorrelation(correlationOf(reply), () => this.logger.error({ err: exception, code, ...away }, 'a request failed'));
    }

    const tellable = found !== undefined && (status < FAILED || retryAfter !== undefined);
    const document: ProblemDocument = {
      type: `urn:tumor-board:problem:${status >= FAILED && !tellable ? 'service.failed' : code}`,
      title,
      status,
      code: tellable ? code : 'service.failed',
      detail: tellable ? found.message : 'The service has failed. The correlation id finds the reason in its log.',
      faults: tellable ? [...found.faults] : [],
      // What the service found when it failed is for its log: hosts and ports, and words of the database, may stand in it.
      ...(tellable && status < FAILED && Object.keys(found.data).length > 0 ? { data: found.data } : {}),
      correlationId: correlationOf(reply),
    };
    if (status === SIGNED_OUT) void reply.header('www-authenticate', 'Bearer');
    if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
    void reply.status(status).header('content-type', 'application/problem+json; charset=utf-8').send(document);
  }
}
