import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { RequestContext } from '../cases/request-context.js';
import { Access } from '../http/access.js';
import { ASSESSMENT_READERS } from '../http/case-roles.js';
import { RequestHeaders } from '../http/request-headers.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { type LiveHeaders, type LiveRequest, liveHeaders, liveQuery } from './live-request.js';
import { LiveStreams } from './live-streams.js';

const DESCRIPTION = `Server-sent events. Each message has an \`id\`, the cursor to go on from: a browser sends it by itself as \`Last-Event-ID\` when it
connects again, and is told exactly what it missed.

- \`ready\` comes before any change: read what you show after it, and miss nothing.
- \`changed\` tells that a case, a meeting or a series has a new version (\`LiveChange\`); several changes within a moment are told once, by the last.
- \`reset\` comes before \`ready\` when the cursor is too old: read anew what you show.

It never holds text about a patient.`;

/** What changes, as it changes. */
@Controller('api/live')
export class LiveController {
  constructor(
    private readonly streams: LiveStreams,
    private readonly context: RequestContext,
  ) {}

  @Get()
  @Access(...ASSESSMENT_READERS)
  @Shows('nothing')
  @Operation({
    id: 'getLive',
    tag: 'live',
    summary: 'What changes, as it changes',
    description: DESCRIPTION,
    answers: { 200: { description: 'A stream that does not end.', schema: z.string(), mediaType: 'text/event-stream' } },
    problems: ['log.closed', 'live.too-many'],
  })
  live(
    @Query({ schema: liveQuery }) { topics, after }: LiveRequest,
    @RequestHeaders({ schema: liveHeaders }) headers: LiveHeaders,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    void reply.headers({
      'content-type': 'text/event-stream; charset=utf-8',
      // A proxy that gathers or compresses would hold changes back.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    if (request.method === 'HEAD') {
      void reply.send();
      return;
    }
    const { signedIn, stillAllowed } = this.context.visitor();
    const stream = this.streams.open({
      topics,
      site: this.context.site.id,
      after: headers['last-event-id'] ?? after,
      session: signedIn.sessionId,
      stillAllowed,
    });
    void reply.send(stream.body);
  }
}
