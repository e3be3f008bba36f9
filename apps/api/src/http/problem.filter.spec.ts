import type { ArgumentsHost } from '@nestjs/common';
import { problem } from '@tumor-board/kernel';
import { createLogger } from '@tumor-board/observability';
import { describe, expect, it } from 'vitest';
import { ProblemFilter } from './problem.filter.js';
import type { ProblemDocument } from './problem-document.js';

/** What a failure is told as, and what the log says of it. */
function told(failure: unknown): { document: ProblemDocument; headers: Record<string, string>; logged: string } {
  const lines: string[] = [];
  const headers: Record<string, string> = {};
  let document: ProblemDocument | undefined;
  const reply = {
    getHeader: () => 'trace-1',
    header: (name: string, value: string) => {
      headers[name] = value;
      return reply;
    },
    status: () => reply,
    send: (sent: ProblemDocument) => void (document = sent),
  };
  const host = { switchToHttp: () => ({ getRequest: () => ({}), getResponse: () => reply }) } as unknown as ArgumentsHost;
  const logger = createLogger({ service: 'api', level: 'info', to: { write: (line: string) => lines.push(line) } });
  new ProblemFilter(logger).catch(failure, host);
  if (document === undefined) throw new Error('nothing was sent');
  return { document, headers, logged: lines.join('') };
}

describe('a failure', () => {
  it('of the database is told without what its driver said, which the log keeps', () => {
    const { document, headers, logged } = told(
      problem('log.unavailable', 'The log cannot be reached.', { reason: 'connect ECONNREFUSED 10.0.0.7:5432' }),
    );
    expect(document).toMatchObject({ status: 503, code: 'log.unavailable', detail: 'The log cannot be reached.' });
    expect(headers).toMatchObject({ 'retry-after': '2' });
    expect(JSON.stringify(document)).not.toContain('10.0.0.7');
    expect(logged).toContain('10.0.0.7');
  });

  it('of the service is told by its correlation id alone', () => {
    const { document } = told(problem('log.append-refused', 'The database refused the events: secret', { sqlState: '22P05' }));
    expect(document).toMatchObject({ status: 500, code: 'service.failed', correlationId: 'trace-1', faults: [] });
    expect(JSON.stringify(document)).not.toMatch(/secret|22P05/);
  });

  it('of the caller is told with what helps to mend it', () => {
    const { document } = told(problem('case.version-conflict', 'The case has moved on.', { expected: 1, actual: 2 }));
    expect(document).toMatchObject({ status: 409, data: { expected: 1, actual: 2 } });
  });
});
