import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { ClaimAuthor } from '@tumor-board/board';
import { problem } from '@tumor-board/kernel';
import { derivedId, MakeClaimCommand, WithdrawClaimCommand } from '@tumor-board/write-side';
import type { FastifyReply } from 'fastify';
import { boardWorkAnswer, toBoardWork } from '../board/board-answers.js';
import { BoardWork, RECORDED_HEADERS } from '../board/board-work.js';
import { stated } from '../board/stated.js';
import { type CasePath, casePath, type RecordHeaders, recordHeaders } from '../cases/case-requests.js';
import { RequestContext } from '../cases/request-context.js';
import { Access } from '../http/access.js';
import { RequestHeaders } from '../http/request-headers.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { claimedAnswer } from './deliberation-answers.js';
import { type ClaimPath, claimPath, type NewClaim, newClaim } from './deliberation-requests.js';

const EVERY = ['case.unknown', 'case.erased', 'case.version-conflict', 'idempotency.key-reused', 'log.unavailable'];

/** What people claim, in the same ledger as the agents. */
@Controller('api/cases/:id/claims')
export class ClaimsController {
  constructor(
    private readonly context: RequestContext,
    private readonly work: BoardWork,
  ) {}

  @Post()
  @Access('clinician', 'chair')
  @Shows('case')
  @Operation({
    id: 'makeClaim',
    tag: 'panel',
    summary: 'Enter a claim into the ledger in one’s own name',
    description:
      'Checked like a claim of an agent: one that cites what does not exist is struck, and stays to be seen. It stands until it is taken back or the board decides.',
    answers: { 201: { description: 'The claim is made.', schema: claimedAnswer, headers: RECORDED_HEADERS } },
    problems: [...EVERY, 'claim.invalid', 'claim.id-taken', 'case.patient-died'],
  })
  async make(
    @Param({ schema: casePath }) { id }: CasePath,
    @Body({ schema: newClaim }) { discipline, ...content }: NewClaim,
    @RequestHeaders({ schema: recordHeaders }) headers: RecordHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const author = this.author(discipline);
    const place = `cases/${id}/claims`;
    const context = this.work.contextOf(place, headers);
    const claimId = derivedId('claim', context.commandId);
    const claim = stated({ claimId, author, ...content });
    const result = await this.work.carryOut(
      {
        place,
        headers,
        reply,
        said: { type: 'ClaimMade', data: claim },
        command: (given, version) => new MakeClaimCommand(id, claim, given, version),
      },
      context,
    );
    return { ...toBoardWork(result), claimId };
  }

  @Post(':claimId/withdrawal')
  @HttpCode(200)
  @Access('clinician', 'chair')
  @Shows('case')
  @Operation({
    id: 'withdrawClaim',
    tag: 'panel',
    summary: 'Take one’s own claim back',
    answers: { 200: { description: 'The claim is taken back.', schema: boardWorkAnswer, headers: RECORDED_HEADERS } },
    problems: [...EVERY, 'claim.unknown', 'claim.of-another'],
  })
  async withdraw(
    @Param({ schema: claimPath }) { id, claimId }: ClaimPath,
    @RequestHeaders({ schema: recordHeaders }) headers: RecordHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { actor } = this.context.person();
    return toBoardWork(
      await this.work.carryOut({
        place: `cases/${id}/claims/${claimId}/withdrawal`,
        headers,
        reply,
        said: { type: 'ClaimWithdrawn', data: { claimId } },
        command: (context, version) => new WithdrawClaimCommand(id, { claimId, account: actor }, context, version),
      }),
    );
  }

  /** @throws Problem `claim.invalid` for a discipline that is not one's own, and for somebody who has none */
  private author(asked: ClaimAuthor['discipline'] | undefined): ClaimAuthor {
    const { actor, name, disciplines } = this.context.person();
    const discipline = asked ?? disciplines[0];
    if (discipline !== undefined && disciplines.includes(discipline)) return { account: actor, name, discipline };
    const expected = disciplines.length === 0 ? 'expected an account with a discipline' : `expected one of ${disciplines.join(', ')}`;
    throw problem('claim.invalid', `The claim cannot be made: discipline: ${expected}`, {}, [{ path: 'discipline', message: expected }]);
  }
}
