import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import {
  DeferCaseCommand,
  DelistCaseCommand,
  derivedId,
  ReferCaseCommand,
  RequestItemCommand,
  WithdrawReferralCommand,
} from '@tumor-board/write-side';
import type { FastifyReply } from 'fastify';
import { type CasePath, casePath, type RecordHeaders, recordHeaders } from '../cases/case-requests.js';
import { Access } from '../http/access.js';
import { CASE_WRITERS } from '../http/case-roles.js';
import { RequestHeaders } from '../http/request-headers.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { boardWorkAnswer, referredAnswer, toBoardWork } from './board-answers.js';
import {
  type ItemRequest,
  itemRequest,
  type NewDeferral,
  type NewDelisting,
  type NewReferral,
  newDeferral,
  newDelisting,
  newReferral,
  type ReferralPath,
  type ReferralWithdrawal,
  referralPath,
  referralWithdrawal,
} from './board-requests.js';
import { BoardWork, RECORDED_HEADERS } from './board-work.js';
import { stated } from './stated.js';

const EVERY = ['case.unknown', 'case.erased', 'case.version-conflict', 'idempotency.key-reused', 'log.unavailable'];

/** Questions to the board, and how a case waits for it. */
@Controller('api/cases/:id')
export class ReferralsController {
  constructor(private readonly work: BoardWork) {}

  @Post('referrals')
  @Access(...CASE_WRITERS)
  @Shows('case')
  @Operation({
    id: 'referCase',
    tag: 'board',
    summary: 'Ask the board a question about a case',
    description: 'The case is listed in the queue, with its reason and the day by which the board should see it.',
    answers: { 201: { description: 'The case is referred and listed.', schema: referredAnswer, headers: RECORDED_HEADERS } },
    problems: [...EVERY, 'referral.invalid', 'referral.id-taken', 'case.patient-died'],
  })
  async refer(
    @Param({ schema: casePath }) { id }: CasePath,
    @Body({ schema: newReferral }) referral: NewReferral,
    @RequestHeaders({ schema: recordHeaders }) headers: RecordHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const place = `cases/${id}/referrals`;
    const context = this.work.contextOf(place, headers);
    const referralId = derivedId('referral', context.commandId);
    const said = { type: 'CaseReferred', data: { ...referral, referralId } };
    const command = { referralId, ...referral };
    const result = await this.work.carryOut(
      { place, headers, reply, said, command: (given, version) => new ReferCaseCommand(id, stated(command), given, version) },
      context,
    );
    return { ...toBoardWork(result), referralId };
  }

  @Post('referrals/:referralId/withdrawal')
  @HttpCode(200)
  @Access(...CASE_WRITERS)
  @Shows('case')
  @Operation({
    id: 'withdrawReferral',
    tag: 'board',
    summary: 'Take a question back',
    description: 'The case leaves the queue when nothing else keeps it there.',
    answers: { 200: { description: 'The referral is withdrawn.', schema: boardWorkAnswer, headers: RECORDED_HEADERS } },
    problems: [...EVERY, 'referral.unknown', 'referral.closed'],
  })
  async withdraw(
    @Param({ schema: referralPath }) { id, referralId }: ReferralPath,
    @Body({ schema: referralWithdrawal }) withdrawal: ReferralWithdrawal,
    @RequestHeaders({ schema: recordHeaders }) headers: RecordHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const data = { referralId, ...withdrawal };
    return toBoardWork(
      await this.work.carryOut({
        place: `cases/${id}/referrals/${referralId}/withdrawal`,
        headers,
        reply,
        said: { type: 'ReferralWithdrawn', data },
        command: (context, version) => new WithdrawReferralCommand(id, stated(data), context, version),
      }),
    );
  }

  @Post('requests')
  @HttpCode(200)
  @Access(...CASE_WRITERS)
  @Shows('case')
  @Operation({
    id: 'requestItem',
    tag: 'board',
    summary: 'Ask somebody for what a case lacks',
    description: 'The item is one of those that the case lacks. It counts as come when a fact brings it.',
    answers: { 200: { description: 'The item is asked for.', schema: boardWorkAnswer, headers: RECORDED_HEADERS } },
    problems: [...EVERY, 'case.item-not-missing', 'case.request-invalid', 'case.patient-died'],
  })
  async request(
    @Param({ schema: casePath }) { id }: CasePath,
    @Body({ schema: itemRequest }) request: ItemRequest,
    @RequestHeaders({ schema: recordHeaders }) headers: RecordHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return toBoardWork(
      await this.work.carryOut({
        place: `cases/${id}/requests`,
        headers,
        reply,
        said: { type: 'ItemRequested', data: request },
        command: (context, version) => new RequestItemCommand(id, request, context, version),
      }),
    );
  }

  @Post('deferral')
  @HttpCode(200)
  @Access('coordinator', 'chair')
  @Shows('case')
  @Operation({
    id: 'deferCase',
    tag: 'board',
    summary: 'Leave a listed case for later',
    description: 'It stays in the queue, put off until the day or until somebody takes it up again.',
    answers: { 200: { description: 'The case is put off.', schema: boardWorkAnswer, headers: RECORDED_HEADERS } },
    problems: [...EVERY, 'case.not-listed', 'case.deferral-invalid', 'case.patient-died'],
  })
  async defer(
    @Param({ schema: casePath }) { id }: CasePath,
    @Body({ schema: newDeferral }) deferral: NewDeferral,
    @RequestHeaders({ schema: recordHeaders }) headers: RecordHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return toBoardWork(
      await this.work.carryOut({
        place: `cases/${id}/deferral`,
        headers,
        reply,
        said: { type: 'CaseDeferred', data: deferral },
        command: (context, version) => new DeferCaseCommand(id, stated(deferral), context, version),
      }),
    );
  }

  @Post('delisting')
  @HttpCode(200)
  @Access('coordinator', 'chair')
  @Shows('case')
  @Operation({
    id: 'delistCase',
    tag: 'board',
    summary: 'Take a case out of the queue without a decision',
    answers: { 200: { description: 'The case is out of the queue.', schema: boardWorkAnswer, headers: RECORDED_HEADERS } },
    problems: [...EVERY, 'case.not-listed', 'case.delisting-invalid'],
  })
  async delist(
    @Param({ schema: casePath }) { id }: CasePath,
    @Body({ schema: newDelisting }) delisting: NewDelisting,
    @RequestHeaders({ schema: recordHeaders }) headers: RecordHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return toBoardWork(
      await this.work.carryOut({
        place: `cases/${id}/delisting`,
        headers,
        reply,
        said: { type: 'CaseDelisted', data: delisting },
        command: (context, version) => new DelistCaseCommand(id, stated(delisting), context, version),
      }),
    );
  }
}
