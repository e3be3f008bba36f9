import { APICallError, type LanguageModelV4Prompt, type LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { sha256Hex } from '@tumor-board/kernel';
import { type AttemptOutcome, MOST_RESPONSE_CHARACTERS, type ModelAttempt } from '../exchange/exchange.js';
import type { ModelSettings } from '../model-settings.js';
import { ANSWER_SCHEMA } from '../prompt/prompt.js';
import { type GuardedFetch, guardedFetch } from './guarded-fetch.js';
import { languageModel } from './language-model.js';

/** One request with its limits. */
export interface Request {
  readonly messages: LanguageModelV4Prompt;
  readonly maxOutputTokens: number;
  readonly signal: AbortSignal;
}

/** How a request ended, and after how many ms a busy endpoint wants to be asked again. */
export interface Asked {
  readonly attempt: ModelAttempt;
  readonly retryAfterMs: number | undefined;
}

/** Characters that a token stands for at the most, so that nobody is believed who counts fewer tokens than that. */
const CHARACTERS_PER_TOKEN = 8;

/** How many tokens a text costs, estimated on the safe side: models differ, and Chinese costs more. */
export const estimatedTokens = (text: string): number => Math.ceil(text.length / 3);

/** The tokens that messages cost, estimated. */
export const tokensOf = (messages: LanguageModelV4Prompt): number => estimatedTokens(JSON.stringify(messages));

/** Sends one request and reads the response as it comes, until it ends or passes a limit. Never throws. */
export async function askModel(settings: ModelSettings, { messages, maxOutputTokens, signal }: Request): Promise<Asked> {
  const began = performance.now();
  const guard = guardedFetch(settings.endpoint);
  const stop = new AbortController();
  const abortSignal = AbortSignal.any([signal, stop.signal]);
  const read: Reading = { text: '', characters: 0, input: 0, output: 0 };
  let outcome: AttemptOutcome = 'answered';
  let retryAfterMs: number | undefined;
  try {
    const { stream } = await orAborted(
      languageModel(settings, guard.fetch).doStream({
        prompt: messages,
        maxOutputTokens,
        responseFormat: { type: 'json', schema: ANSWER_SCHEMA as never, name: 'answer' },
        abortSignal,
      }),
      abortSignal,
    );
    const most = Math.min(MOST_RESPONSE_CHARACTERS, maxOutputTokens * CHARACTERS_PER_TOKEN);
    if (!(await readStream(stream, read, most, abortSignal))) outcome = 'too-long';
  } catch (error) {
    ({ outcome, retryAfterMs } = failureOf(error, guard, signal));
  } finally {
    stop.abort();
  }
  const response = storable(read.text.slice(0, MOST_RESPONSE_CHARACTERS));
  const attempt: ModelAttempt = {
    outcome,
    status: guard.status() ?? null,
    response,
    responseHash: sha256Hex(response),
    tokens: {
      input: Math.max(read.input, tokensOf(messages)),
      output: Math.max(read.output, Math.ceil(read.characters / CHARACTERS_PER_TOKEN)),
    },
    milliseconds: Math.round(performance.now() - began),
  };
  return { attempt, retryAfterMs };
}

interface Reading {
  text: string;
  /** All that came, thoughts of the model included. */
  characters: number;
  input: number;
  output: number;
}

/** Reads until the stream ends; false when it was left because it would not. */
async function readStream(
  stream: ReadableStream<LanguageModelV4StreamPart>,
  read: Reading,
  most: number,
  signal: AbortSignal,
): Promise<boolean> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value: part } = await orAborted(reader.read(), signal);
      if (done) return true;
      if (part.type === 'error') throw part.error;
      if (part.type === 'text-delta' || part.type === 'reasoning-delta') {
        read.characters += part.delta.length;
        if (part.type === 'text-delta') read.text += part.delta;
        if (read.characters > most) return false;
      }
      if (part.type === 'finish') {
        read.input = counted(part.usage.inputTokens.total);
        read.output = counted(part.usage.outputTokens.total);
      }
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** The text without what no database keeps: NUL, and halves of signs. */
const storable = (text: string): string => text.replaceAll('\0', '').replace(/\p{Cs}/gu, '\ufffd');

/** A number of tokens as an endpoint states it; 0 for what is none. */
const counted = (tokens: number | undefined): number => (Number.isSafeInteger(tokens) ? Math.max(0, tokens ?? 0) : 0);

/** The result, or the reason of the signal, whichever comes first: a stream need not notice that nobody waits. */
async function orAborted<Result>(result: PromiseLike<Result>, signal: AbortSignal): Promise<Result> {
  signal.throwIfAborted();
  let abort = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    abort = () => reject(signal.reason);
  });
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([result, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function failureOf(
  error: unknown,
  guard: GuardedFetch,
  signal: AbortSignal,
): { outcome: AttemptOutcome; retryAfterMs: number | undefined } {
  const ended = (outcome: AttemptOutcome, retryAfterMs?: number) => ({ outcome, retryAfterMs });
  if (guard.isCut()) return ended('too-long');
  if (signal.aborted) return ended('timeout');
  const status = guard.status();
  if (status === undefined) return ended('unreachable');
  if (status === 429 || status === 408 || status >= 500) return ended('busy', retryAfter(error));
  return ended(status >= 300 ? 'refused' : 'broken');
}

/** `retry-after` of a response in ms: seconds, or a date of HTTP. */
function retryAfter(error: unknown): number | undefined {
  const header = APICallError.isInstance(error) ? error.responseHeaders?.['retry-after'] : undefined;
  if (header === undefined) return undefined;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}
