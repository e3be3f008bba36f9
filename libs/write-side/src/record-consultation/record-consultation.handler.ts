import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type RecordConsultation, type RecordedOpinion, recordedExchange, recordedOpinion } from '@tumor-board/board';
import { problem } from '@tumor-board/kernel';
import { modelExchange, opinionFromExchange } from '@tumor-board/model-gateway';
import { faultsOf } from '@tumor-board/oncology';
import { CaseCommands } from '../case-commands.js';
import { RecordConsultationCommand } from './record-consultation.command.js';

/** @throws Problem `deliberation.unknown`, `deliberation.superseded`, `deliberation.opinion-invalid`, `case.unknown`, `case.version-conflict` */
@CommandHandler(RecordConsultationCommand)
export class RecordConsultationHandler implements ICommandHandler<RecordConsultationCommand> {
  constructor(private readonly cases: CaseCommands) {}

  async execute({ caseId, runId, exchange, context, expectedVersion }: RecordConsultationCommand) {
    return await this.cases.carryOut(caseId, consultationOf(runId, exchange), context, expectedVersion);
  }
}

/** The opinion is read off the exchange here, so that the two cannot part. */
function consultationOf(runId: string, exchange: unknown): RecordConsultation {
  const formed = modelExchange.safeParse(exchange);
  if (!formed.success) {
    const faults = faultsOf(formed.error, ['exchange']);
    const list = faults.map(({ path, message }) => `${path}: ${message}`).join('; ');
    throw problem('deliberation.opinion-invalid', `The exchange cannot be recorded: ${list}`, {}, faults);
  }
  const opinion = opinionFromExchange(formed.data);
  return {
    type: 'RecordConsultation',
    runId,
    exchange: recordedExchange.parse(formed.data),
    ...(opinion === undefined ? {} : { opinion: recordedOpinion.parse(opinion) as RecordedOpinion }),
  };
}
