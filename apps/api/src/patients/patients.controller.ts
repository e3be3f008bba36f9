import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { PatientQuery, PatientSearchQuery, patientSearchView, patientView, RecordNumberHolderQuery } from '@tumor-board/read-side';
import {
  CorrectIdentityCommand,
  LinkPatientCommand,
  numberTaken,
  RegisterPatientCommand,
  UnlinkPatientCommand,
} from '@tumor-board/write-side';
import type { FastifyReply } from 'fastify';
import { ActorNames } from '../access/actor-names.js';
import { expectedVersion, type RecordHeaders, recordHeaders, type WriteHeaders, writeHeaders } from '../cases/case-requests.js';
import { RequestContext } from '../cases/request-context.js';
import { Access } from '../http/access.js';
import { IDENTITY_READERS } from '../http/case-roles.js';
import { RequestHeaders } from '../http/request-headers.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { patientRecordedAnswer, shownOfPatient, shownOfSearch, toPatientRecorded } from './patient-answers.js';
import {
  type IdentityCorrection,
  identityCorrection,
  type LinkPath,
  linkPath,
  type NewLink,
  type NewPatient,
  newLink,
  newPatient,
  type PatientPath,
  type PatientRequest,
  type PatientSearch,
  patientPath,
  patientQuery,
  patientSearch,
  type UnlinkRequest,
  unlinkQuery,
} from './patient-requests.js';

const COMMANDS = ['idempotency.key-reused', 'log.unavailable'];
const OF_ONE = ['patient.unknown', 'patient.erased', ...COMMANDS];

/** Who persons are. */
@Controller('api/patients')
export class PatientsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
    private readonly actors: ActorNames,
  ) {}

  @Post()
  @Access('coordinator')
  @Shows('nothing')
  @Operation({
    id: 'registerPatient',
    tag: 'patients',
    summary: 'Make a record of a person',
    description:
      'The identity is encrypted with a key of the record. A record number is that of one record of the site: registering the same ' +
      'person again answers with the record that is there, and somebody else under the number is refused with the id of that record.',
    answers: { 201: { description: 'The person is registered.', schema: patientRecordedAnswer } },
    problems: ['patient.record-number-taken', 'patient.invalid', 'patient.erased', 'patient.unprotected', ...COMMANDS],
  })
  async register(@Body({ schema: newPatient }) identity: NewPatient, @RequestHeaders({ schema: writeHeaders }) headers: WriteHeaders) {
    const context = this.context.command('patients', headers['idempotency-key']);
    const holder = await this.#holderOf(identity.recordNumber);
    return toPatientRecorded(await this.commands.execute(new RegisterPatientCommand(identity, context, holder)));
  }

  @Post('search')
  @HttpCode(200)
  @Access(...IDENTITY_READERS)
  @Shows(shownOfSearch)
  @Operation({
    id: 'searchPatients',
    tag: 'patients',
    summary: 'Find a person by record number or name',
    description: 'What is searched for stands in the body, so that it comes into no log. Only keyed hashes are compared.',
    answers: { 200: { description: 'The records found, the last registered first.', schema: patientSearchView } },
    problems: ['patient.invalid', 'position.invalid', 'projection.behind'],
  })
  async search(@Body({ schema: patientSearch }) search: PatientSearch) {
    return await this.queries.execute(new PatientSearchQuery({ ...search, site: this.context.site.id }));
  }

  @Get(':id')
  @Access(...IDENTITY_READERS)
  @Shows(shownOfPatient)
  @Operation({
    id: 'getPatient',
    tag: 'patients',
    summary: 'Who a person is, with the other records of the person and the cases',
    description: 'With records that may be of the same person. Once it was erased, every part of an identity reads `[erased]`.',
    answers: {
      200: { description: 'The person.', schema: patientView, headers: { etag: 'The version of the record, for `If-Match`.' } },
    },
    problems: ['patient.unknown', 'position.invalid', 'projection.behind'],
  })
  async get(
    @Param({ schema: patientPath }) { id }: PatientPath,
    @Query({ schema: patientQuery }) { atLeast }: PatientRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const found = await this.queries.execute(new PatientQuery({ site: this.context.site.id, patientId: id, atLeast }));
    void reply.header('etag', `"${found.version}"`);
    return { ...found, erased: await this.actors.named(found.erased) };
  }

  @Put(':id/identity')
  @Access('coordinator')
  @Shows('nothing')
  @Operation({
    id: 'correctIdentity',
    tag: 'patients',
    summary: 'Record anew who a person is',
    description:
      'The whole identity, and why it is said anew. A number that another record has is refused: where both are of one person, link them.',
    answers: { 200: { description: 'The identity is recorded.', schema: patientRecordedAnswer } },
    problems: [...OF_ONE, 'patient.record-number-taken', 'patient.invalid', 'patient.version-conflict'],
  })
  async correct(
    @Param({ schema: patientPath }) { id }: PatientPath,
    @Body({ schema: identityCorrection }) { because, ...identity }: IdentityCorrection,
    @RequestHeaders({ schema: recordHeaders }) headers: RecordHeaders,
  ) {
    const holder = await this.#holderOf(identity.recordNumber);
    if (holder !== undefined && holder !== id) throw numberTaken(holder);
    const context = this.context.command(`patients/${id}/identity`, headers['idempotency-key']);
    const correction = { identity, because };
    return toPatientRecorded(await this.commands.execute(new CorrectIdentityCommand(id, correction, context, expectedVersion(headers))));
  }

  @Post(':id/links')
  @HttpCode(200)
  @Access('coordinator')
  @Shows('nothing')
  @Operation({
    id: 'linkPatient',
    tag: 'patients',
    summary: 'Say that another record is of the same person',
    answers: { 200: { description: 'The records are linked.', schema: patientRecordedAnswer } },
    problems: [...OF_ONE, 'patient.invalid'],
  })
  async link(
    @Param({ schema: patientPath }) { id }: PatientPath,
    @Body({ schema: newLink }) link: NewLink,
    @RequestHeaders({ schema: writeHeaders }) headers: WriteHeaders,
  ) {
    const context = this.context.command(`patients/${id}/links`, headers['idempotency-key']);
    return toPatientRecorded(await this.commands.execute(new LinkPatientCommand(id, link, context)));
  }

  @Delete(':id/links/:otherId')
  @Access('coordinator')
  @Shows('nothing')
  @Operation({
    id: 'unlinkPatient',
    tag: 'patients',
    summary: 'Say that another record is not of the same person',
    answers: { 200: { description: 'The records are not linked.', schema: patientRecordedAnswer } },
    problems: OF_ONE,
  })
  async unlink(
    @Param({ schema: linkPath }) { id, otherId }: LinkPath,
    @Query({ schema: unlinkQuery }) { because }: UnlinkRequest,
    @RequestHeaders({ schema: writeHeaders }) headers: WriteHeaders,
  ) {
    const context = this.context.command(`patients/${id}/links/${otherId}`, headers['idempotency-key']);
    return toPatientRecorded(await this.commands.execute(new UnlinkPatientCommand(id, { with: otherId, because }, context)));
  }

  #holderOf(recordNumber: string): Promise<string | undefined> {
    return this.queries.execute(new RecordNumberHolderQuery(this.context.site.id, recordNumber));
  }
}
