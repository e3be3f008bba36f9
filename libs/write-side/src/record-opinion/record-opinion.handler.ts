import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { recordedOpinion } from '@tumor-board/board';
import { opinionSchema } from '@tumor-board/specialists';
import { CaseCommands } from '../case-commands.js';
import { RecordOpinionCommand } from './record-opinion.command.js';

/** @throws Problem `deliberation.unknown`, `deliberation.superseded`, `deliberation.opinion-invalid`, `case.unknown`, `case.version-conflict` */
@CommandHandler(RecordOpinionCommand)
export class RecordOpinionHandler implements ICommandHandler<RecordOpinionCommand> {
  constructor(private readonly cases: CaseCommands) {}

  execute({ caseId, runId, opinion, context, expectedVersion }: RecordOpinionCommand) {
    // The log keeps an opinion whatever its form: that it has the form of one is seen to here.
    const given = recordedOpinion.parse(opinionSchema.parse(opinion));
    return this.cases.carryOut(caseId, { type: 'RecordOpinion', runId, opinion: given }, context, expectedVersion);
  }
}
