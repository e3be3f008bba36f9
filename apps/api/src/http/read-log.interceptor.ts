import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ReadLog } from '@tumor-board/access';
import { problem } from '@tumor-board/kernel';
import { correlationId } from '@tumor-board/observability';
import type { FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { operationOf } from '../openapi/operation.js';
import { type CasesOf, READS_ONLY, SHOWS, type Shown, type ShownIds, type ShownRequest } from './shows.js';
import { visitorNow } from './visit.js';

const READING = ['GET', 'HEAD'];

/** Records who is shown which case before the answer is sent; when that cannot be recorded, nothing is shown. */
@Injectable()
export class ReadLogInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly readLog: ReadLog,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const handler = context.getHandler();
    const shown = this.reflector.get<Shown | undefined>(SHOWS, handler);
    const visitor = visitorNow();
    if (shown === undefined || shown === 'nothing' || visitor === undefined) return next.handle();
    const { person } = visitor.signedIn;
    const { params, query, method } = context.switchToHttp().getRequest<FastifyRequest>();
    const request = { site: person.site, params, query } as ShownRequest;
    const reads = READING.includes(method) || this.reflector.get<boolean | undefined>(READS_ONLY, handler) === true;
    const operation = operationOf(handler)?.id ?? handler.name;
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        const { cases: caseIds, patients: patientIds } = idsIn(shown, answer, request);
        // No event tells who a person is to whom: an identity that a command answers with is an entry of its own.
        const toldByEvent = !reads && patientIds.length === 0;
        await this.readLog.record({ person, operation, caseIds, patientIds, correlationId: correlationId(), toldByEvent });
        return answer;
      }),
    );
  }
}

function idsIn(shown: 'case' | CasesOf, answer: unknown, request: ShownRequest): ShownIds {
  if (typeof shown === 'function') {
    const ids = shown(answer as never, request);
    return 'patients' in ids ? ids : { cases: ids, patients: [] };
  }
  const { caseId, id } = request.params;
  const named = caseId ?? id;
  if (named === undefined) throw problem('service.failed', 'The route shows the case of its path, which names none.');
  return { cases: [named], patients: [] };
}
