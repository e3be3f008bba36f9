import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { RequestContext } from '../cases/request-context.js';
import { Access } from '../http/access.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { anchorsAnswer, toAnchors, toLast, toRunning, type VerificationAnswer, verificationAnswer } from './seal-answers.js';
import { type AnchorsRequest, anchorsQuery } from './seal-requests.js';
import { Verifications } from './verifications.js';

/** Whether the record is whole: what to note elsewhere, and what verifications find. */
@Controller('api')
export class SealController {
  constructor(
    private readonly verifications: Verifications,
    private readonly context: RequestContext,
  ) {}

  @Get('anchors')
  @Access('auditor', 'administrator')
  @Shows('nothing')
  @Operation({
    id: 'listAnchors',
    tag: 'audit',
    summary: 'The signed anchors of the log, the newest first',
    description:
      'Whoever notes the number and the hash of an anchor elsewhere can tell later that nothing it covers was changed or cut off.',
    answers: { 200: { description: 'The anchors and the keys.', schema: anchorsAnswer } },
  })
  async anchors(@Query({ schema: anchorsQuery }) page: AnchorsRequest) {
    return toAnchors(await this.verifications.anchors(page), this.verifications.trusted);
  }

  @Get('verification')
  @Access('auditor', 'administrator')
  @Shows('nothing')
  @Operation({
    id: 'getVerification',
    tag: 'audit',
    summary: 'What the last verification of the record found, and how far one under way has come',
    answers: { 200: { description: 'The verification.', schema: verificationAnswer } },
  })
  async verification(): Promise<VerificationAnswer> {
    return await this.#answer();
  }

  @Post('verification')
  @HttpCode(202)
  @Access('auditor', 'administrator')
  @Shows('nothing')
  @Operation({
    id: 'startVerification',
    tag: 'audit',
    summary: 'Verify the whole record in the background',
    description:
      'The hash chain of every stream, the anchors, and every recorded assessment. One at a time: while one is under way, this tells of it.',
    answers: { 202: { description: 'It is under way.', schema: verificationAnswer } },
  })
  async start(): Promise<VerificationAnswer> {
    this.verifications.start(this.context.person().actor);
    return await this.#answer();
  }

  async #answer(): Promise<VerificationAnswer> {
    // Asked first: one that ends meanwhile is then told as running, not as if there had been none.
    const { running, failure } = this.verifications;
    const last = await this.verifications.last();
    return {
      running: running === undefined ? null : toRunning(running),
      last: last === undefined ? null : toLast(last),
      failure: failure ?? null,
    };
  }
}
