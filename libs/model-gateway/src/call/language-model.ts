import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { ModelSettings } from '../model-settings.js';

/**
 * The interface of the endpoint, spoken by the AI SDK's providers. Address and key are always given, because the
 * providers would else take them from environment variables of their own.
 */
export function languageModel({ kind, endpoint, model, key }: ModelSettings, fetch: typeof globalThis.fetch): LanguageModelV4 {
  const baseURL = endpoint.replace(/\/+$/, '');
  switch (kind) {
    case 'openai-compatible':
      return createOpenAICompatible({
        name: 'endpoint',
        baseURL,
        fetch,
        includeUsage: true,
        supportsStructuredOutputs: true,
        ...(key === undefined ? {} : { apiKey: key }),
      })(model);
    case 'anthropic':
      return createAnthropic({ baseURL, fetch, apiKey: key ?? '' })(model);
  }
}
