import { describe, expect, it } from 'vitest';
import { languageModelSettings, readSettings } from './index.js';

const read = (environment: Record<string, string>) => languageModelSettings(readSettings(environment));
const here = { MODEL_ENDPOINT: 'http://127.0.0.1:8080/v1', MODEL_NAME: 'small' };

describe('the language model of the environment', () => {
  it('is none where none is named, whatever other programs have set', () => {
    expect(read({})).toBeUndefined();
    expect(read({ ANTHROPIC_API_KEY: 'k', OPENAI_API_KEY: 'k', ANTHROPIC_BASE_URL: 'https://models.example' })).toBeUndefined();
    expect(read({ MODEL_ENDPOINT: ' ', MODEL_NAME: '' })).toBeUndefined();
  });

  it('is an endpoint and a name, with a budget', () => {
    expect(read(here)).toEqual({
      endpoint: 'http://127.0.0.1:8080/v1',
      model: 'small',
      kind: 'openai-compatible',
      key: undefined,
      timeoutMs: 60_000,
      tokensPerRun: 40_000,
    });
  });

  it.each([
    [{ MODEL_ENDPOINT: 'https://models.example' }, /^MODEL_NAME: expected a name/],
    [{ MODEL_NAME: 'small' }, /^MODEL_ENDPOINT: expected an address.*MODEL_NAME is set$/],
    [{ MODEL_KEY: 'hunter2' }, /^MODEL_ENDPOINT: expected an address.*MODEL_KEY is set$/],
    [{ ...here, MODEL_KIND: 'anthropic' }, /^MODEL_KEY: expected a key/],
  ])('is refused by half: %o', (environment, message) => {
    expect(() => read(environment)).toThrow(
      expect.objectContaining({ code: 'config.model-incomplete', message: expect.stringMatching(message) }),
    );
  });

  it.each([
    'http://models.example/v1',
    'ftp://models.example',
    'https://me:secret@models.example',
    'https://models.example/?key=1',
    'models',
  ])('is not sent to %s', (MODEL_ENDPOINT) => {
    expect(() => read({ ...here, MODEL_ENDPOINT })).toThrow(/^MODEL_ENDPOINT: expected an address such as https[^"]*$/);
  });

  it.each(['https://models.example/v1', 'http://localhost:11434/v1', 'http://[::1]:8080', 'http://127.0.0.1:1/v1'])(
    'may be at %s',
    (MODEL_ENDPOINT) => {
      expect(read({ ...here, MODEL_ENDPOINT })?.endpoint).toBe(MODEL_ENDPOINT);
    },
  );

  it('keeps its key out of errors', () => {
    expect(() => read({ ...here, MODEL_KEY: 'hunter2 hunter3' })).toThrow(/^MODEL_KEY: expected a key without spaces$/);
  });
});
