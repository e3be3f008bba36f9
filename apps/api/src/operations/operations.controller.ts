import { Controller, Get, Header } from '@nestjs/common';
import { problem } from '@tumor-board/kernel';
import { z } from 'zod';
import { Access } from '../http/access.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { OperationsInside } from './operations-inside.js';

const live = z.strictObject({ status: z.literal('live') });
const ready = z.strictObject({ status: z.literal('ready'), readModels: z.enum(['followed', 'behind', 'not-followed']) });

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Tumor board</title></head>
<body>
<h1>Tumor board</h1>
<p>The service runs. Its screens were not built here; programs talk to it over HTTP, with a session or a token.</p>
<ul>
<li><a href="/api/cases">The cases</a> (JSON)</li>
<li><a href="/api/evidence">The evidence register</a> and <a href="/api/m1-systems">the published systems</a> (JSON)</li>
<li><a href="/openapi.json">What it offers</a> (OpenAPI 3.1)</li>
<li><a href="/health/ready">Whether it is ready</a></li>
<li><a href="/metrics">Metrics</a></li>
</ul>
<p>Decision support for professionals: it proposes, a named clinician decides.</p>
</body>
</html>
`;

/** Health, metrics and the description of the service. Tells nothing of patients. */
@Controller()
export class OperationsController {
  constructor(private readonly inside: OperationsInside) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Access('anyone')
  @Operation({
    id: 'getIndex',
    tag: 'operations',
    summary: 'Where to look',
    answers: { 200: { description: 'A page with links.', schema: z.string(), mediaType: 'text/html' } },
  })
  index(): string {
    return PAGE;
  }

  @Get('health/live')
  @Access('anyone')
  @Operation({
    id: 'getLiveness',
    tag: 'operations',
    summary: 'Whether the process runs',
    answers: { 200: { description: 'It runs.', schema: live } },
  })
  live(): z.infer<typeof live> {
    return { status: 'live' };
  }

  @Get('health/ready')
  @Access('anyone')
  @Operation({
    id: 'getReadiness',
    tag: 'operations',
    summary: 'Whether the service can answer',
    description:
      'Ready means that the database answers. The service records and assesses without the read models, so it only tells of them.',
    answers: { 200: { description: 'It can.', schema: ready } },
    problems: ['service.not-ready'],
  })
  async ready(): Promise<z.infer<typeof ready>> {
    try {
      await this.inside.database();
      return { status: 'ready', readModels: await this.inside.readModels() };
    } catch {
      throw problem('service.not-ready', 'The database does not answer.');
    }
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Access('monitor')
  @Shows('nothing')
  @Operation({
    id: 'getMetrics',
    tag: 'operations',
    summary: 'Metrics for a Prometheus server',
    description: 'To a program on this machine, or with a token.',
    answers: { 200: { description: 'The metrics.', schema: z.string(), mediaType: 'text/plain' } },
  })
  async metrics(): Promise<string> {
    return await this.inside.metrics.page();
  }

  @Get('openapi.json')
  @Access('anyone')
  @Operation({
    id: 'getOpenApi',
    tag: 'operations',
    summary: 'This document',
    answers: { 200: { description: 'OpenAPI 3.1.', schema: z.record(z.string(), z.unknown()) } },
  })
  openApi(): object {
    return this.inside.document();
  }
}
