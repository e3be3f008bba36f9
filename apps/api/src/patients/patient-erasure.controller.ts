import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { PatientErasureQuery, patientErasureView } from '@tumor-board/read-side';
import { ErasePatientCommand } from '@tumor-board/write-side';
import { ActorNames } from '../access/actor-names.js';
import { type WriteHeaders, writeHeaders } from '../cases/case-requests.js';
import { RequestContext } from '../cases/request-context.js';
import { Access } from '../http/access.js';
import { RequestHeaders } from '../http/request-headers.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { patientRecordedAnswer, shownOfErasure, toPatientRecorded } from './patient-answers.js';
import {
  type PatientErasure,
  type PatientPath,
  type PatientRequest,
  patientErasure,
  patientPath,
  patientQuery,
} from './patient-requests.js';

/** Erases persons, and tells of it without saying who they were. */
@Controller('api/patients/:id/erasure')
export class PatientErasureController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
    private readonly actors: ActorNames,
  ) {}

  @Post()
  @HttpCode(200)
  @Access('administrator')
  @Shows('nothing')
  @Operation({
    id: 'erasePatient',
    tag: 'patients',
    summary: 'Erase a person, for ever',
    description:
      'Destroys the key of the record at once; every case of the person and every linked record follow, which `getPatientErasure` ' +
      'tells of. What is coded in the cases stays. This cannot be undone. Copies elsewhere, such as backups, are not reached.',
    answers: { 200: { description: 'The identity is gone; the rest follows.', schema: patientRecordedAnswer } },
    problems: ['patient.unknown', 'patient.not-confirmed', 'log.unavailable'],
  })
  async erase(
    @Param({ schema: patientPath }) { id }: PatientPath,
    @Body({ schema: patientErasure }) erasure: PatientErasure,
    @RequestHeaders({ schema: writeHeaders }) headers: WriteHeaders,
  ) {
    const context = this.context.command(`patients/${id}/erasure`, headers['idempotency-key']);
    return toPatientRecorded(await this.commands.execute(new ErasePatientCommand(id, erasure, context)));
  }

  @Get()
  @Access('administrator', 'auditor')
  @Shows(shownOfErasure)
  @Operation({
    id: 'getPatientErasure',
    tag: 'patients',
    summary: 'What erasing a person reaches, or has reached',
    description: 'Without who the person is: which records and cases, and where they were erased, when, on what ground and by whom.',
    answers: { 200: { description: 'What is to be erased, or was.', schema: patientErasureView } },
    problems: ['patient.unknown', 'position.invalid', 'projection.behind'],
  })
  async reach(@Param({ schema: patientPath }) { id }: PatientPath, @Query({ schema: patientQuery }) { atLeast }: PatientRequest) {
    const found = await this.queries.execute(new PatientErasureQuery({ site: this.context.site.id, patientId: id, atLeast }));
    const linked = await Promise.all(found.linked.map(async (one) => ({ ...one, erased: await this.actors.named(one.erased) })));
    return { ...found, erased: await this.actors.named(found.erased), linked };
  }
}
