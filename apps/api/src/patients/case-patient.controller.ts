import { Body, Controller, Param, Put, Res } from '@nestjs/common';
import { IdentifyPatientCommand } from '@tumor-board/write-side';
import type { FastifyReply } from 'fastify';
import { boardWorkAnswer, toBoardWork } from '../board/board-answers.js';
import { BoardWork, RECORDED_HEADERS } from '../board/board-work.js';
import { type CasePath, casePath, type RecordHeaders, recordHeaders } from '../cases/case-requests.js';
import { Access } from '../http/access.js';
import { RequestHeaders } from '../http/request-headers.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { type CasePatient, casePatient } from './patient-requests.js';

/** Says whose cases they are. */
@Controller('api/cases/:id/patient')
export class CasePatientController {
  constructor(private readonly work: BoardWork) {}

  @Put()
  @Access('coordinator')
  @Shows('case')
  @Operation({
    id: 'identifyPatient',
    tag: 'patients',
    summary: 'Say whose case it is',
    description: 'When it was said to be the case of another patient, `replaces` names that one.',
    answers: { 200: { description: 'The case is that of the patient.', schema: boardWorkAnswer, headers: RECORDED_HEADERS } },
    problems: [
      'case.unknown',
      'case.erased',
      'case.other-patient',
      'case.version-conflict',
      'patient.unknown',
      'patient.erased',
      'idempotency.key-reused',
      'log.unavailable',
    ],
  })
  async identify(
    @Param({ schema: casePath }) { id }: CasePath,
    @Body({ schema: casePatient }) { patientId, replaces }: CasePatient,
    @RequestHeaders({ schema: recordHeaders }) headers: RecordHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return toBoardWork(
      await this.work.carryOut({
        place: `cases/${id}/patient`,
        headers,
        reply,
        said: { type: 'PatientIdentified', data: { patientId } },
        command: (context, version) => new IdentifyPatientCommand(id, { patientId, replaces }, context, version),
      }),
    );
  }
}
