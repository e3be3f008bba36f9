import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Access } from '../http/access.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import {
  type DeadLetterRetry,
  deadLetterRetry,
  type JobRetry,
  jobRetry,
  type OperationsAnswer,
  operationsAnswer,
  retriedAnswer,
} from './operator-answers.js';
import { ServiceState } from './service-state.js';

/** For whoever runs the service: how it is doing, and what to have tried again. Tells nothing of patients. */
@Controller('api/operations')
export class OperatorController {
  constructor(private readonly state: ServiceState) {}

  @Get()
  @Access('administrator')
  @Shows('nothing')
  @Operation({
    id: 'getOperations',
    tag: 'operations',
    summary: 'How the service is doing',
    description: 'The process, the database, how far each follower of the log is behind, what it could not take, and the jobs.',
    answers: { 200: { description: 'The state of the service now.', schema: operationsAnswer } },
  })
  async read(): Promise<OperationsAnswer> {
    return await this.state.read();
  }

  @Post('jobs/retry')
  @HttpCode(204)
  @Access('administrator')
  @Shows('nothing')
  @Operation({
    id: 'retryJob',
    tag: 'operations',
    summary: 'Try a failed job once more',
    answers: { 204: { description: 'It waits to be tried.' } },
    problems: ['job.not-failed'],
  })
  async retryJob(@Body({ schema: jobRetry }) { id }: JobRetry): Promise<void> {
    await this.state.retryJob(id);
  }

  @Post('dead-letters/retry')
  @HttpCode(200)
  @Access('administrator')
  @Shows('nothing')
  @Operation({
    id: 'retryDeadLetters',
    tag: 'operations',
    summary: 'Try events again that a follower of the log could not take',
    description: 'Whoever follows it does so within seconds, each stream in order; what fails again stays.',
    answers: { 200: { description: 'How many events are tried.', schema: retriedAnswer } },
  })
  async retryDeadLetters(@Body({ schema: deadLetterRetry }) { subscription, streamId }: DeadLetterRetry) {
    return { events: await this.state.retryDeadLetters(subscription, streamId) };
  }
}
