import { problem } from '@tumor-board/kernel';
import type { Settings } from './settings.js';
import { VARIABLES } from './variables.js';

/** A language model and what one run of the panel may cost. */
export interface LanguageModelSettings {
  readonly endpoint: string;
  readonly model: string;
  readonly kind: 'openai-compatible' | 'anthropic';
  readonly key: string | undefined;
  readonly timeoutMs: number;
  readonly tokensPerRun: number;
}

/**
 * The language model that the environment names; undefined when it names none, and then nothing leaves. Half of it is a
 * fault: whoever sets a key or a name wants a model, or wants none and left something behind.
 * @throws Problem `config.model-incomplete`
 */
export function languageModelSettings(settings: Settings): LanguageModelSettings | undefined {
  const { MODEL_ENDPOINT: endpoint, MODEL_NAME: model, MODEL_KIND: kind, MODEL_KEY: key } = settings;
  if (endpoint === undefined) {
    const left = (['MODEL_NAME', 'MODEL_KEY'] as const).find((name) => settings[name] !== undefined);
    if (left !== undefined) throw incomplete('MODEL_ENDPOINT', `${left} is set`);
    return undefined;
  }
  if (model === undefined) throw incomplete('MODEL_NAME', 'MODEL_ENDPOINT is set');
  if (kind === 'anthropic' && key === undefined) throw incomplete('MODEL_KEY', 'MODEL_KIND is anthropic');
  return { endpoint, model, kind, key, timeoutMs: settings.MODEL_TIMEOUT_MS, tokensPerRun: settings.MODEL_TOKENS_PER_RUN };
}

const incomplete = (missing: 'MODEL_ENDPOINT' | 'MODEL_NAME' | 'MODEL_KEY', because: string) =>
  problem('config.model-incomplete', `${missing}: expected ${VARIABLES[missing].expected}; it is not set, and ${because}`);
