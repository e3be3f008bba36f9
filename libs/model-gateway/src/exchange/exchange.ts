import { z } from 'zod';
import { MODEL_KINDS } from '../model-settings.js';

/** The most characters of one response that are read and kept. */
export const MOST_RESPONSE_CHARACTERS = 64_000;

/** How one request ended. */
export const ATTEMPT_OUTCOMES = ['answered', 'broken', 'busy', 'refused', 'unreachable', 'timeout', 'too-long'] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/** How the exchange of a run ended. Anything but `answered` means that the model is absent from the run. */
export const EXCHANGE_OUTCOMES = [...ATTEMPT_OUTCOMES, 'over-budget'] as const;
export type ExchangeOutcome = (typeof EXCHANGE_OUTCOMES)[number];

const sha256Text = z.string().regex(/^[0-9a-f]{64}$/);
const whole = z.int().min(0);
const tokens = z.strictObject({ input: whole, output: whole });

const attempt = z.strictObject({
  outcome: z.enum(ATTEMPT_OUTCOMES),
  /** Of HTTP; null when nobody answered. */
  status: z.int().nullable(),
  /** The text as it came, up to where it was cut; empty when an error was answered. */
  response: z.string().max(MOST_RESPONSE_CHARACTERS),
  responseHash: sha256Text,
  /** As the endpoint counts, but never less than our estimate by length. */
  tokens,
  milliseconds: whole,
});

/**
 * All that passed between us and a model for one run: what was sent, what came back, what it cost. With it the run replays
 * to the same bytes without the model.
 */
export const modelExchange = z.strictObject({
  format: z.literal('tumor-board-model-exchange/1'),
  kind: z.enum(MODEL_KINDS),
  model: z.string().min(1).max(200),
  /** Host and port of the endpoint. */
  host: z.string().min(1).max(300),
  promptVersion: z.string().min(1),
  /** SHA-256 of the whole prompt. */
  promptHash: sha256Text,
  /** Fingerprint of the assessment that was sent. */
  fingerprint: sha256Text,
  /** The case as it was sent, word for word: nothing else of it left. */
  sent: z.string(),
  /** What the labels in it stand for; never sent. */
  names: z.strictObject({ facts: z.array(z.string()), options: z.array(z.string()), claims: z.array(z.string()) }),
  attempts: z.array(attempt).max(10),
  outcome: z.enum(EXCHANGE_OUTCOMES),
  tokens,
  milliseconds: whole,
});
export type ModelExchange = Readonly<z.infer<typeof modelExchange>>;
export type ModelAttempt = ModelExchange['attempts'][number];
