import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Signature } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import {
  CommandEventsQuery,
  DecisionDiffQuery,
  DecisionDossierQuery,
  DecisionDraftQuery,
  type DecisionQuorum,
  type DecisionQuorumOptions,
  DecisionQuorumQuery,
} from '@tumor-board/read-side';
import {
  AuditDecisionCommand,
  dayOf,
  derivedId,
  RecordDecisionCommand,
  ReportActionCommand,
  SignDecisionCommand,
  today,
} from '@tumor-board/write-side';
import type { FastifyReply } from 'fastify';
import { Reauthentication } from '../access/reauthentication.js';
import { type CasePath, casePath, type RecordHeaders, recordHeaders } from '../cases/case-requests.js';
import { RequestContext } from '../cases/request-context.js';
import { Access } from '../http/access.js';
import { CASE_READERS, CASE_WRITERS } from '../http/case-roles.js';
import { RequestHeaders } from '../http/request-headers.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import {
  boardWorkAnswer,
  decidedAnswer,
  decisionDiffAnswer,
  decisionDraftAnswer,
  dossierAnswer,
  toBoardWork,
  withId,
} from './board-answers.js';
import {
  type ActionPath,
  type ActionReport,
  actionPath,
  actionReport,
  type DecisionPath,
  type DiffRequest,
  decisionPath,
  diffQuery,
  type FurtherSignature,
  furtherSignature,
  type NewAudit,
  type NewDecision,
  newAudit,
  newDecision,
  type Signing,
} from './board-requests.js';
import { BoardWork, RECORDED_HEADERS } from './board-work.js';
import { stated } from './stated.js';

const EVERY = ['case.unknown', 'case.erased', 'case.version-conflict', 'idempotency.key-reused', 'log.unavailable'];
const SIGNING = [
  'access.reauthentication-refused',
  'access.throttled',
  'decision.signature-invalid',
  'decision.stale',
  'case.patient-died',
];

/** Decisions of the board on a case: drafted, recorded, signed, looked up. */
@Controller('api/cases/:id')
export class DecisionsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
    private readonly work: BoardWork,
    private readonly reauthentication: Reauthentication,
  ) {}

  @Get('decision-draft')
  @Access('clinician', 'chair')
  @Shows('case')
  @Operation({
    id: 'getDecisionDraft',
    tag: 'board',
    summary: 'The decision that would carry out the proposed step, to be completed',
    description: 'With what it rests on and the hash of that: a decision is recorded only while nothing of it has changed.',
    answers: { 200: { description: 'The draft.', schema: decisionDraftAnswer } },
    problems: ['case.unknown'],
  })
  async draft(@Param({ schema: casePath }) { id }: CasePath) {
    return withId(await this.queries.execute(new DecisionDraftQuery(this.context.site.id, id, today())));
  }

  @Post('decisions')
  @Access('clinician', 'chair')
  @Shows('case')
  @Operation({
    id: 'recordDecision',
    tag: 'board',
    summary: 'Record what the board decided, and sign it',
    description:
      'Supersedes the decision that stands; nothing is edited. Who signs proves to be there by the password. The quorum follows from the attendance of the meeting; without it the decision is provisional and the case is listed again.',
    answers: { 201: { description: 'The decision is recorded.', schema: decidedAnswer, headers: RECORDED_HEADERS } },
    problems: [
      ...EVERY,
      ...SIGNING,
      'decision.invalid',
      'decision.id-taken',
      'meeting.unknown',
      'meeting.not-open',
      'meeting.item-unknown',
    ],
  })
  async record(
    @Param({ schema: casePath }) { id }: CasePath,
    @Body({ schema: newDecision }) { content, basisHash, basis, meetingId, signature }: NewDecision,
    @RequestHeaders({ schema: recordHeaders }) headers: RecordHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.reauthentication.verifyPassword(signature.password);
    const place = `cases/${id}/decisions`;
    const context = this.work.contextOf(place, headers);
    const decisionId = derivedId('decision', context.commandId);
    const where = { site: this.context.site.id, caseId: id, kind: content.kind, meetingId, today: dayOf(context.receivedAt) };
    const { quorum, itemId } = await this.quorum(where, context, headers);
    const decision = {
      decisionId,
      content,
      basisHash,
      shown: basis,
      ...(meetingId === undefined ? {} : { meetingId }),
      ...(itemId === undefined ? {} : { itemId }),
      quorum,
      signature: this.signatureOf(signature, context),
    };
    const result = await this.work.carryOut(
      {
        place,
        headers,
        reply,
        said: { type: 'DecisionRecorded', data: { content, basisHash, meetingId }, signature: decision.signature },
        command: (given, version) => new RecordDecisionCommand(id, decision, given, version),
      },
      context,
    );
    return { ...toBoardWork(result), decisionId };
  }

  @Post('decisions/:decisionId/signatures')
  @HttpCode(200)
  @Access('clinician', 'chair')
  @Shows('case')
  @Operation({
    id: 'signDecision',
    tag: 'board',
    summary: 'Put one more signature under the decision that stands',
    answers: { 200: { description: 'The decision is signed.', schema: boardWorkAnswer, headers: RECORDED_HEADERS } },
    problems: [...EVERY, ...SIGNING, 'decision.unknown', 'decision.superseded', 'decision.content-mismatch', 'decision.signed-already'],
  })
  async sign(
    @Param({ schema: decisionPath }) { id, decisionId }: DecisionPath,
    @Body({ schema: furtherSignature }) { contentHash, signature }: FurtherSignature,
    @RequestHeaders({ schema: recordHeaders }) headers: RecordHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.reauthentication.verifyPassword(signature.password);
    const place = `cases/${id}/decisions/${decisionId}/signatures`;
    const context = this.work.contextOf(place, headers);
    const signing = { decisionId, contentHash, signature: this.signatureOf(signature, context) };
    return toBoardWork(
      await this.work.carryOut(
        {
          place,
          headers,
          reply,
          said: { type: 'DecisionSigned', data: { decisionId, contentHash }, signature: signing.signature },
          command: (given, version) => new SignDecisionCommand(id, signing, given, version),
        },
        context,
      ),
    );
  }

  @Post('decisions/:decisionId/actions/:actionId')
  @HttpCode(200)
  @Access(...CASE_WRITERS)
  @Shows('case')
  @Operation({
    id: 'reportAction',
    tag: 'board',
    summary: 'Say how far an action was carried out',
    description: 'Done, partly or not done; the last two with a coded reason, and they bring the case back to the board.',
    answers: { 200: { description: 'The report is recorded.', schema: boardWorkAnswer, headers: RECORDED_HEADERS } },
    problems: [...EVERY, 'decision.unknown', 'decision.unknown-action', 'decision.report-invalid'],
  })
  async report(
    @Param({ schema: actionPath }) { id, decisionId, actionId }: ActionPath,
    @Body({ schema: actionReport }) report: ActionReport,
    @RequestHeaders({ schema: recordHeaders }) headers: RecordHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const data = { decisionId, actionId, ...report };
    return toBoardWork(
      await this.work.carryOut({
        place: `cases/${id}/decisions/${decisionId}/actions/${actionId}`,
        headers,
        reply,
        said: { type: 'ActionReported', data },
        command: (context, version) => new ReportActionCommand(id, stated(data), context, version),
      }),
    );
  }

  @Post('decisions/:decisionId/audit')
  @HttpCode(200)
  @Access('auditor')
  @Shows('case')
  @Operation({
    id: 'auditDecision',
    tag: 'board',
    summary: 'Say whether it was right to decide without discussion',
    description:
      'For a case that was listed without discussion and sampled for audit. A comment is needed unless the auditor agrees; a later audit takes the place of an earlier one. Nothing of the decision changes.',
    answers: { 200: { description: 'The audit is recorded.', schema: boardWorkAnswer, headers: RECORDED_HEADERS } },
    problems: [...EVERY, 'decision.unknown', 'decision.not-sampled', 'decision.audit-invalid'],
  })
  async audit(
    @Param({ schema: decisionPath }) { id, decisionId }: DecisionPath,
    @Body({ schema: newAudit }) found: NewAudit,
    @RequestHeaders({ schema: recordHeaders }) headers: RecordHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { actor, name } = this.context.person();
    const data = stated({ decisionId, auditor: { account: actor, name }, ...found });
    return toBoardWork(
      await this.work.carryOut({
        place: `cases/${id}/decisions/${decisionId}/audit`,
        headers,
        reply,
        said: { type: 'DecisionAudited', data },
        command: (context, version) => new AuditDecisionCommand(id, data, context, version),
      }),
    );
  }

  @Get('decisions/diff')
  @Access(...CASE_READERS)
  @Shows('case')
  @Operation({
    id: 'diffDecisions',
    tag: 'board',
    summary: 'Two decisions of a case compared',
    description:
      'Field by field, with the facts between them; each difference of what was advised is labelled new data, corrected data, new rule or board override.',
    answers: { 200: { description: 'The differences.', schema: decisionDiffAnswer } },
    problems: ['case.unknown', 'decision.unknown', 'decision.order-invalid'],
  })
  async diff(@Param({ schema: casePath }) { id }: CasePath, @Query({ schema: diffQuery }) { from, to }: DiffRequest) {
    return withId(await this.queries.execute(new DecisionDiffQuery(this.context.site.id, id, from, to)));
  }

  @Get('decisions/:decisionId')
  @Access(...CASE_READERS)
  @Shows('case')
  @Operation({
    id: 'getDecisionDossier',
    tag: 'board',
    summary: 'Why a decision was made and what became of it',
    description:
      'What was known, advised, said, decided and done. The advice is computed again from the facts of then and checked against what was recorded.',
    answers: { 200: { description: 'The dossier.', schema: dossierAnswer } },
    problems: ['case.unknown', 'decision.unknown'],
  })
  async dossier(@Param({ schema: decisionPath }) { id, decisionId }: DecisionPath) {
    return withId(await this.queries.execute(new DecisionDossierQuery(this.context.site.id, id, decisionId)));
  }

  /**
   * Never what the client says: who is there is recorded in the meeting. A request that is repeated is answered with the
   * quorum of then, though the meeting may be over.
   */
  private async quorum(where: DecisionQuorumOptions, context: CommandContext, headers: RecordHeaders): Promise<DecisionQuorum> {
    if (headers['idempotency-key'] !== undefined) {
      const earlier = await this.queries.execute(new CommandEventsQuery(where.site, where.caseId, context.commandId));
      const recorded = earlier.find(({ type }) => type === 'DecisionRecorded')?.data as DecisionQuorum | undefined;
      if (recorded !== undefined) return recorded;
    }
    return await this.queries.execute(new DecisionQuorumQuery(where));
  }

  private signatureOf({ meaning }: Signing, { receivedAt }: CommandContext): Signature {
    const { actor, name, roles, disciplines } = this.context.person();
    const [discipline] = disciplines;
    return {
      account: actor,
      name,
      roles: [...roles],
      ...(discipline === undefined ? {} : { discipline }),
      meaning,
      method: 'password',
      at: receivedAt,
    };
  }
}
