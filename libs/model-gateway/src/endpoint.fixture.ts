import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ModelKind, ModelSettings } from './model-settings.js';

/** A request as the endpoint got it. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** How an endpoint answers the first request, the second, and so on; the last one goes on for ever. */
export type Behaviour = (response: ServerResponse, received: Received) => void | Promise<void>;

/** A language model of our own on this machine, which does as it is told. */
export interface Endpoint {
  readonly received: readonly Received[];
  readonly settings: ModelSettings;
  /** How many responses were left by the one who asked before they ended. */
  readonly left: () => number;
  readonly close: () => Promise<void>;
}

/** Starts an endpoint. */
export async function startEndpoint(behaviours: readonly Behaviour[], changes: Partial<ModelSettings> = {}): Promise<Endpoint> {
  const received: Received[] = [];
  let left = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    response.on('close', () => {
      if (!response.writableEnded) left += 1;
    });
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body });
      const behaviour = behaviours[Math.min(received.length, behaviours.length) - 1];
      void behaviour?.(response, received.at(-1) as Received);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    received,
    left: () => left,
    settings: {
      endpoint: `http://127.0.0.1:${port}/v1`,
      model: 'test-model',
      kind: 'openai-compatible',
      timeoutMs: 20_000,
      tokensPerRun: 40_000,
      ...changes,
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const STREAM = { 'content-type': 'text/event-stream' };

/** One piece of a response, as an endpoint streams it. */
export const piece = (text: string): string =>
  `data: ${JSON.stringify({ id: '1', model: 'test-model', choices: [{ index: 0, delta: { content: text } }] })}\n\n`;

/** Answers with a text, streamed. */
export const says =
  (text: string, kind: ModelKind = 'openai-compatible', usage = { prompt_tokens: 100, completion_tokens: 20 }): Behaviour =>
  (response) => {
    response.writeHead(200, STREAM);
    response.end(kind === 'anthropic' ? anthropicStream(text) : openAiStream(text, usage));
  };

const openAiStream = (text: string, usage: object): string =>
  [
    ...(text.match(/[\s\S]{1,40}/gu) ?? []).map(piece),
    `data: ${JSON.stringify({ id: '1', choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] })}\n\n`,
    `data: ${JSON.stringify({ id: '1', choices: [], usage })}\n\n`,
    'data: [DONE]\n\n',
  ].join('');

const anthropicStream = (text: string): string => eventsOf({ type: 'text', text: '' }, { type: 'text_delta', text }, 'end_turn');

function eventsOf(block: object, delta: object, stop: string): string {
  const events: object[] = [
    {
      type: 'message_start',
      message: {
        id: '1',
        type: 'message',
        role: 'assistant',
        model: 'test-model',
        content: [],
        usage: { input_tokens: 100, output_tokens: 1 },
      },
    },
    { type: 'content_block_start', index: 0, content_block: block },
    { type: 'content_block_delta', index: 0, delta },
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: { stop_reason: stop }, usage: { output_tokens: 20 } },
    { type: 'message_stop' },
  ];
  return events.map((event) => `event: ${(event as { type: string }).type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
}

/** Answers as Anthropic's interface does where a model fills in a form instead of speaking. */
export const fillsIn =
  (text: string): Behaviour =>
  (response) => {
    response.writeHead(200, STREAM);
    response.end(
      eventsOf({ type: 'tool_use', id: 't1', name: 'json', input: {} }, { type: 'input_json_delta', partial_json: text }, 'tool_use'),
    );
  };

/** Answers with a status and perhaps when to come back. */
export const fails =
  (status: number, headers: Record<string, string> = {}): Behaviour =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ error: { message: 'no' } }));
  };

/** Begins an answer and says nothing more. */
export const fallsSilent: Behaviour = (response) => {
  response.writeHead(200, STREAM);
  response.write(piece('{"concerns":['));
};

/** Streams until nobody listens. */
export const neverEnds =
  (chunk: string): Behaviour =>
  (response) => {
    response.writeHead(200, STREAM);
    const more = (): void => {
      while (!response.destroyed && response.write(chunk));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  };
