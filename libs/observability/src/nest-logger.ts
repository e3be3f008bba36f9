import type { Logger } from './logger.js';

/** What NestJS asks of a logger; the same shape as its LoggerService. */
export interface NestLogger {
  log(message: unknown, ...more: unknown[]): void;
  error(message: unknown, ...more: unknown[]): void;
  warn(message: unknown, ...more: unknown[]): void;
  debug(message: unknown, ...more: unknown[]): void;
  verbose(message: unknown, ...more: unknown[]): void;
  fatal(message: unknown, ...more: unknown[]): void;
}

type Level = 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal';

/** Writes what NestJS says through our logger. What it says at start-up is of use only to who debugs it. */
export function nestLogger(logger: Logger): NestLogger {
  const at =
    (level: Level) =>
    (message: unknown, ...more: unknown[]): void => {
      // NestJS puts the name of the speaking class last, and the stack of an error before it.
      const last = more.at(-1);
      const context = typeof last === 'string' ? { context: last } : {};
      const error = message instanceof Error ? message : more.find((item) => item instanceof Error);
      const text = message instanceof Error ? message.name : typeof message === 'string' ? message : 'NestJS message';
      logger[level](error === undefined ? context : { ...context, err: error }, text);
    };
  return { log: at('debug'), error: at('error'), warn: at('warn'), debug: at('debug'), verbose: at('trace'), fatal: at('fatal') };
}
