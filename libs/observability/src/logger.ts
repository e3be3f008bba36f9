import { isProblem } from '@tumor-board/kernel';
import { type DestinationStream, destination, type Logger, pino } from 'pino';
import { correlationId } from './correlation.js';

export type { Logger } from 'pino';

/** Fields that may hold what patients are ill with, who people are, or how to get in; never written. */
const WITHHELD = [
  'authorization',
  'body',
  'cookie',
  'data',
  'DATABASE_URL',
  'databaseUrl',
  'facts',
  'headers',
  'params',
  'password',
  'patient',
  'title',
];

/**
 * An error as a log line may hold it. The details that PostgreSQL adds repeat the row that failed, and the text of a
 * problem repeats what the caller sent, so neither is kept.
 */
export function loggableError(error: unknown): Record<string, unknown> {
  if (isProblem(error)) return { type: 'Problem', code: error.code };
  if (!(error instanceof Error)) return { type: typeof error };
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' ? { code } : {}),
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: loggableError(error.cause) }),
  };
}

/** What a logger is made of. */
export interface LoggerOptions {
  readonly service: string;
  readonly level: string;
  /** Standard error unless given, because standard output belongs to what a command prints. */
  readonly to?: DestinationStream;
}

/** A logger of JSON lines: time, level, service, correlation id, message and fields. Never patient text. */
export const createLogger = ({ service, level, to = destination({ fd: 2, sync: true }) }: LoggerOptions): Logger =>
  pino(
    {
      level,
      base: { service },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      messageKey: 'message',
      redact: { paths: WITHHELD.flatMap((field) => [field, `*.${field}`]), censor: '[withheld]' },
      serializers: { err: loggableError, error: loggableError },
      mixin: () => {
        const id = correlationId();
        return id === undefined ? {} : { correlationId: id };
      },
    },
    to,
  );
