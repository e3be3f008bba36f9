import path from 'node:path';
import { z } from 'zod';
import { ed25519KeyOf } from './anchor-key.js';
import { protectionKeyOf } from './protection-key.js';

/** One environment variable: what it means, what it must look like, and what holds when it is not set. */
export interface Variable {
  readonly meaning: string;
  /** Completes the sentence "expected …". */
  readonly expected: string;
  readonly schema: z.ZodType<unknown, string>;
  readonly fallback?: string;
  /** Never shown, not even in an error. */
  readonly secret?: boolean;
}

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most);

const isPostgresUrl = (text: string): boolean => URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol);

const isRedisUrl = (text: string): boolean => URL.canParse(text) && ['redis:', 'rediss:'].includes(new URL(text).protocol);

const isWebUrl = (text: string): boolean => URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);

/** TLS, or a program on this machine: what is sent to a model is about a patient, and the key goes with it. */
const isModelUrl = (text: string): boolean => {
  if (!isWebUrl(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  const isHere = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
  return (protocol === 'https:' || isHere) && username + password + search + hash === '';
};

/** The folder `.data` of the repository, wherever the command was typed. */
const DATA_DIR = path.resolve(import.meta.dirname, '../../../.data');

/** How much a log line must matter to be written, from silence to everything. */
export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Every environment variable that the product reads. */
export const VARIABLES = {
  DATABASE_URL: {
    meaning: 'PostgreSQL, 15 or newer, to keep everything in; without it `start` runs a PostgreSQL of its own in DATA_DIR',
    expected: 'an address such as postgres://user:password@host:5432/name',
    schema: z.string().refine(isPostgresUrl),
    secret: true,
  },
  DATABASE_POOL_SIZE: {
    meaning: 'the most connections that one process opens',
    expected: 'a whole number from 2 to 200',
    schema: whole(2, 200),
    fallback: '16',
  },
  DATA_DIR: {
    meaning: 'the folder of the PostgreSQL of our own',
    expected: 'a folder',
    schema: z.string().transform((text) => path.resolve(text)),
    fallback: DATA_DIR,
  },
  HOST: {
    meaning: 'the network address to listen on; put TLS before it when it is not on this machine',
    expected: 'a host name or address',
    schema: z.string(),
    fallback: '127.0.0.1',
  },
  PORT: {
    meaning: 'the port of the service; 0 takes any free one',
    expected: 'a whole number from 0 to 65535',
    schema: whole(0, 65_535),
    fallback: '3000',
  },
  PUBLIC_URL: {
    meaning: 'the address that people type, when it is not the one to listen on; with https cookies are sent over TLS alone',
    expected: 'an address such as https://board.example',
    schema: z.string().refine(isWebUrl),
  },
  TRUST_PROXY: {
    meaning: 'how many proxies of your own stand before the service and say whom they pass on',
    expected: 'a whole number from 0 to 5',
    schema: whole(0, 5),
    fallback: '0',
  },
  PROJECTOR_PORT: {
    meaning: 'the port of health and metrics of a projector that runs alone; 0 takes any free one',
    expected: 'a whole number from 0 to 65535',
    schema: whole(0, 65_535),
    fallback: '3001',
  },
  PANEL_PORT: {
    meaning: 'the port of health and metrics of a panel that runs alone; 0 takes any free one',
    expected: 'a whole number from 0 to 65535',
    schema: whole(0, 65_535),
    fallback: '3002',
  },
  REDIS_URL: {
    meaning: 'Redis or Valkey to keep the jobs in; without it they are kept in the database',
    expected: 'an address such as redis://host:6379',
    schema: z.string().refine(isRedisUrl),
    secret: true,
  },
  MODEL_ENDPOINT: {
    meaning: 'a language model that the panel may consult; without it nothing is sent to any. Set MODEL_NAME with it',
    expected: 'an address such as https://models.example/v1, without key or question; http only for a program on this machine',
    schema: z.string().refine(isModelUrl),
    secret: true,
  },
  MODEL_NAME: {
    meaning: 'the name by which MODEL_ENDPOINT knows the model',
    expected: 'a name of at most 200 characters',
    schema: z.string().max(200),
  },
  MODEL_KIND: {
    meaning: 'how MODEL_ENDPOINT is spoken to: openai-compatible or anthropic',
    expected: 'one of openai-compatible, anthropic',
    schema: z.enum(['openai-compatible', 'anthropic']),
    fallback: 'openai-compatible',
  },
  MODEL_KEY: {
    meaning: 'the key for MODEL_ENDPOINT; anthropic needs one',
    expected: 'a key without spaces',
    schema: z.string().regex(/^[\x21-\x7e]+$/),
    secret: true,
  },
  MODEL_TIMEOUT_MS: {
    meaning: 'how long the model may take for one run of the panel, in ms',
    expected: 'a whole number from 1000 to 600000',
    schema: whole(1_000, 600_000),
    fallback: '60000',
  },
  MODEL_TOKENS_PER_RUN: {
    meaning: 'how many tokens one run of the panel may cost, questions and answers together',
    expected: 'a whole number from 1000 to 1000000',
    schema: whole(1_000, 1_000_000),
    fallback: '40000',
  },
  TOKEN: {
    meaning: 'a token that an administrator of a service elsewhere has made, for `import --url`',
    expected: 'a token of this product: 43 letters, digits, dashes and underscores',
    // Other programs use the name as well: what it holds is checked by whoever shows it.
    schema: z.string(),
    secret: true,
  },
  SITE: {
    meaning: 'the hospital that new cases belong to',
    expected: 'small letters, digits and dashes, at most 63',
    schema: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/),
    fallback: 'default',
  },
  PROJECTION_WAIT_MS: {
    meaning: 'how long a question that asks for a certain position waits until the read models have reached it, in ms',
    expected: 'a whole number from 0 to 60000',
    schema: whole(0, 60_000),
    fallback: '5000',
  },
  PROTECTION_KEY: {
    meaning: 'the key that protects texts about persons; without it `start` makes DATA_DIR/keys/protection.key. Keep a copy apart',
    expected: 'base64 of 32 bytes',
    schema: z.string().transform((text, context) => {
      const key = protectionKeyOf(text);
      if (key === undefined) context.addIssue('no base64 of 32 bytes');
      return key ?? z.NEVER;
    }),
    secret: true,
  },
  ANCHOR_KEY: {
    meaning: 'the private key that anchors of the log are signed with; without it `start` makes DATA_DIR/keys/anchor.key',
    expected: 'a private key of Ed25519: PEM, or base64 of its 32 bytes or of PKCS #8',
    schema: z.string().transform((text, context) => {
      const key = ed25519KeyOf(text);
      if (key === undefined) context.addIssue('no private key of Ed25519');
      return key ?? z.NEVER;
    }),
    secret: true,
  },
  ANCHOR_KEYS_TRUSTED: {
    meaning: 'fingerprints of keys of earlier anchors that were yours and are lost, so that another one may follow',
    expected: 'fingerprints of 64 hexadecimal digits, separated by commas',
    schema: z
      .string()
      .toLowerCase()
      .regex(/^[0-9a-f]{64}(?:\s*,\s*[0-9a-f]{64})*$/)
      .transform((text): readonly string[] => text.split(/\s*,\s*/)),
  },
  ANCHOR_INTERVAL_MINUTES: {
    meaning: 'how often the heads of all streams that have grown are sealed by a signed anchor, in minutes',
    expected: 'a whole number from 1 to 1440',
    schema: whole(1, 1_440),
    fallback: '60',
  },
  LOG_LEVEL: {
    meaning: 'how much is logged; `start` logs from warn on when this is not set',
    expected: `one of ${LOG_LEVELS.join(', ')}`,
    schema: z.enum(LOG_LEVELS),
    fallback: 'info',
  },
} as const satisfies Record<string, Variable>;

export type VariableName = keyof typeof VARIABLES;

/** The variables with their meaning and default, one line each, for help texts. */
export const variablesHelp = (): string => {
  const width = Math.max(...Object.keys(VARIABLES).map((name) => name.length));
  return Object.entries<Variable>(VARIABLES)
    .map(([name, { meaning, fallback }]) => {
      const shown = fallback === DATA_DIR ? '.data beside this program' : fallback;
      return `  ${name.padEnd(width)}  ${meaning}${shown === undefined ? '' : ` (default: ${shown})`}`;
    })
    .join('\n');
};
