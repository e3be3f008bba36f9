import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { Opinion, PanelInput } from '@tumor-board/specialists';
import { caseBrief } from './brief/case-brief.js';
import { askModel, tokensOf } from './call/ask-model.js';
import { claimsFromExchange, type ModelClaims, opinionFromExchange } from './exchange/claims-from-exchange.js';
import type { ExchangeOutcome, ModelAttempt, ModelExchange } from './exchange/exchange.js';
import type { ModelSettings } from './model-settings.js';
import { parseAnswer } from './prompt/answer.js';
import { PROMPT_VERSION, promptOf, repairPrompt } from './prompt/prompt.js';

/** The most tokens of one answer, and the least that are worth a request. */
const MOST_OUTPUT_TOKENS = 4_000;
const LEAST_OUTPUT_TOKENS = 256;
/** How much of an answer that cannot be read is sent back to be repaired, in characters. */
const MOST_REPAIRED = 8_000;
/** How long to wait for a busy endpoint that does not say how long, in ms. */
const PAUSE_MS = 1_000;

/** What a model is told of: a case, and what the agents said of it. */
export interface Consulted {
  readonly input: PanelInput;
  readonly opinions: readonly Opinion[];
  /** Gives up earlier than the time of a run allows. The exchange says `timeout`. */
  readonly signal?: AbortSignal | undefined;
  /** The label of the case in the exchange; default a random one. */
  readonly label?: string | undefined;
}

/** What came of it. Without an opinion the model is absent from the run. */
export interface Consultation extends ModelClaims {
  readonly exchange: ModelExchange;
  readonly opinion: Opinion | undefined;
}

/** The one door to a language model. */
export interface ModelGateway {
  readonly model: string;
  readonly host: string;
  readonly promptVersion: string;
  /** Asks the model about a case within the budget of a run. Never throws for what the endpoint does: the exchange tells. */
  readonly consult: (consulted: Consulted) => Promise<Consultation>;
}

/** Opens the door. Without settings there is none: nothing can leave, because nothing is there that could send. */
export function openModelGateway(settings: ModelSettings): ModelGateway;
export function openModelGateway(settings: ModelSettings | undefined): ModelGateway | undefined;
export function openModelGateway(settings: ModelSettings | undefined): ModelGateway | undefined {
  if (settings === undefined) return undefined;
  const { model, endpoint } = settings;
  return {
    model,
    host: new URL(endpoint).host,
    promptVersion: PROMPT_VERSION,
    async consult(consulted) {
      const exchange = await exchangeWith(settings, consulted);
      return { exchange, opinion: opinionFromExchange(exchange), ...claimsFromExchange(exchange) };
    },
  };
}

async function exchangeWith(settings: ModelSettings, { input, opinions, signal, label = newLabel() }: Consulted): Promise<ModelExchange> {
  const began = performance.now();
  const { brief, names } = caseBrief(input, opinions, label);
  const prompt = promptOf(brief);
  const deadline = AbortSignal.timeout(settings.timeoutMs);
  const { attempts, outcome } = await attemptsAt(
    settings,
    [
      { role: 'system', content: prompt.system },
      { role: 'user', content: [{ type: 'text', text: prompt.user }] },
    ],
    signal === undefined ? deadline : AbortSignal.any([deadline, signal]),
  );
  const total = (of: 'input' | 'output') => attempts.reduce((sum, { tokens }) => sum + tokens[of], 0);
  return {
    format: 'tumor-board-model-exchange/1',
    kind: settings.kind,
    model: settings.model,
    host: new URL(settings.endpoint).host,
    promptVersion: PROMPT_VERSION,
    promptHash: prompt.hash,
    fingerprint: input.assessment.fingerprint,
    sent: attempts.length === 0 ? '' : prompt.data,
    names: { facts: [...names.facts], options: [...names.options], claims: [...names.claims] },
    attempts,
    outcome,
    tokens: { input: total('input'), output: total('output') },
    milliseconds: Math.round(performance.now() - began),
  };
}

const newLabel = (): string => randomBytes(8).toString('hex');

/** Asks, asks once more when the endpoint was busy, and lets one answer that cannot be read be repaired. */
async function attemptsAt(
  settings: ModelSettings,
  first: LanguageModelV4Prompt,
  signal: AbortSignal,
): Promise<{ attempts: ModelAttempt[]; outcome: ExchangeOutcome }> {
  const attempts: ModelAttempt[] = [];
  let messages = first;
  let left = settings.tokensPerRun;
  let [retried, repaired] = [false, false];
  for (;;) {
    const maxOutputTokens = Math.min(MOST_OUTPUT_TOKENS, left - tokensOf(messages));
    if (maxOutputTokens < LEAST_OUTPUT_TOKENS) return { attempts, outcome: attempts.at(-1)?.outcome ?? 'over-budget' };
    const { attempt, retryAfterMs = PAUSE_MS } = await askModel(settings, { messages, maxOutputTokens, signal });
    const parsed = attempt.outcome === 'answered' ? parseAnswer(attempt.response) : undefined;
    const fault = parsed !== undefined && 'fault' in parsed ? parsed.fault : undefined;
    attempts.push(fault === undefined ? attempt : { ...attempt, outcome: 'broken' });
    left -= attempt.tokens.input + attempt.tokens.output;
    if (fault !== undefined && !repaired) {
      repaired = true;
      messages = [
        ...first,
        { role: 'assistant', content: [{ type: 'text', text: attempt.response.slice(0, MOST_REPAIRED) || '(nothing)' }] },
        { role: 'user', content: [{ type: 'text', text: repairPrompt(fault) }] },
      ];
    } else if (attempt.outcome === 'busy' && !retried) {
      retried = true;
      if (!(await waited(retryAfterMs, settings.timeoutMs, signal))) return { attempts, outcome: 'busy' };
    } else {
      return { attempts, outcome: fault === undefined ? attempt.outcome : 'broken' };
    }
  }
}

/** Waits; false when that would take longer than a run may, or the time is over meanwhile. */
async function waited(milliseconds: number, most: number, signal: AbortSignal): Promise<boolean> {
  if (milliseconds >= most) return false;
  try {
    await pause(milliseconds, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}
