import { problem } from '@tumor-board/kernel';
import { describe, expect, it } from 'vitest';
import { correlationIdFrom, createLogger, nestLogger, withCorrelation } from './index.js';

const recording = (level = 'trace') => {
  const lines: Record<string, unknown>[] = [];
  const logger = createLogger({ service: 'test', level, to: { write: (line: string) => lines.push(JSON.parse(line)) } });
  return { logger, lines };
};

describe('the logger', () => {
  it('writes a JSON line with the service, the level in words and the time', () => {
    const { logger, lines } = recording();
    logger.info({ port: 3000 }, 'listening');
    expect(lines).toEqual([
      { level: 'info', service: 'test', message: 'listening', port: 3000, time: expect.stringMatching(/^\d{4}-.*Z$/) },
    ]);
  });

  it('carries the correlation id of the work under way, across awaits', async () => {
    const { logger, lines } = recording();
    await withCorrelation('request-7', async () => {
      await Promise.resolve();
      logger.info('inside');
    });
    logger.info('outside');
    expect(lines.map((line) => line['correlationId'])).toEqual(['request-7', undefined]);
  });

  it('never writes a body, facts, a patient or credentials', () => {
    const { logger, lines } = recording();
    const secret = 'Jane Doe';
    logger.info(
      { body: { note: secret }, facts: [secret], patient: secret, request: { headers: { authorization: secret }, body: secret } },
      'x',
    );
    logger.info({ databaseUrl: secret, event: { data: { note: secret } } }, 'y');
    expect(JSON.stringify(lines)).not.toContain(secret);
  });

  it('keeps the row that PostgreSQL repeats in its errors to itself', () => {
    const { logger, lines } = recording();
    const error = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (name)=(Jane Doe)', where: 'Jane Doe' });
    logger.error({ err: new Error('append failed', { cause: error }) }, 'failed');
    expect(lines[0]).toMatchObject({ err: { message: 'append failed', cause: { code: '23505', message: 'duplicate key' } } });
    expect(JSON.stringify(lines)).not.toContain('Jane Doe');
  });

  it('logs a problem by its code, because its text repeats what was sent', () => {
    const { logger, lines } = recording();
    logger.warn({ err: problem('fact.invalid', 'note: "Jane Doe" is too long') }, 'refused');
    expect(lines[0]).toMatchObject({ err: { code: 'fact.invalid' } });
    expect(JSON.stringify(lines)).not.toContain('Jane Doe');
  });

  it('writes what NestJS says, its context and its errors', () => {
    const { logger, lines } = recording();
    const nest = nestLogger(logger);
    nest.log('Mapped {/api/cases, GET} route', 'RouterExplorer');
    nest.error(new TypeError('boom'), undefined, 'ExceptionsHandler');
    expect(lines).toMatchObject([
      { level: 'debug', context: 'RouterExplorer', message: 'Mapped {/api/cases, GET} route' },
      { level: 'error', context: 'ExceptionsHandler', err: { type: 'TypeError', message: 'boom' } },
    ]);
  });
});

describe('a correlation id from outside', () => {
  it('is kept when it is a plain one', () => {
    expect(correlationIdFrom('9f86d081-884c.trace:1')).toBe('9f86d081-884c.trace:1');
  });

  it.each(['', 'a b', 'x\n{"level":"fatal"}', 'y'.repeat(129), undefined, ['a']])('is replaced otherwise: %o', (given) => {
    expect(correlationIdFrom(given)).toMatch(/^[0-9a-f-]{36}$/);
  });
});
