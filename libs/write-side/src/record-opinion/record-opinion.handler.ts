import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type RecordedOpinion, recordedOpinion } from '@tumor-board/board';
import { problem } from '@tumor-board/kernel';
import { faultsOf } from '@tumor-board/oncology';
import { type Opinion, opinionSchema } from '@tumor-board/specialists';
import { CaseCommands } from '../case-commands.js';
import { RecordOpinionCommand } from './record-opinion.command.js';

/** @throws Problem `deliberation.unknown`, `deliberation.superseded`, `deliberation.opinion-invalid`, `case.unknown`, `case.version-conflict` */
@CommandHandler(RecordOpinionCommand)
export class RecordOpinionHandler implements ICommandHandler<RecordOpinionCommand> {
  constructor(private readonly cases: CaseCommands) {}

  async execute({ caseId, runId, opinion, context, expectedVersion }: RecordOpinionCommand) {
    return await this.cases.carryOut(caseId, { type: 'RecordOpinion', runId, opinion: checked(opinion) }, context, expectedVersion);
  }
}

/** The log keeps an opinion whatever its form: that it has the form of one is seen to here. */
function checked(opinion: Opinion): RecordedOpinion {
  const formed = opinionSchema.safeParse(opinion);
  const parsed = formed.success ? recordedOpinion.safeParse(formed.data) : formed;
  if (parsed.success) return parsed.data as RecordedOpinion;
  const faults = faultsOf(parsed.error, ['opinion']);
  const list = faults.map(({ path, message }) => `${path}: ${message}`).join('; ');
  throw problem('deliberation.opinion-invalid', `The opinion cannot be recorded: ${list}`, {}, faults);
}
