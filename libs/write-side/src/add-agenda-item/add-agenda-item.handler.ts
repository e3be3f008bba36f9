import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { derivedId } from '@tumor-board/kernel';
import { MeetingCommands } from '../meeting-commands.js';
import { RecordedCases } from '../recorded-cases.js';
import { AddAgendaItemCommand } from './add-agenda-item.command.js';

/**
 * @throws Problem `meeting.unknown`, `meeting.over`, `case.unknown`, `meeting.item-unknown`, `meeting.item-id-taken`,
 * `meeting.needs-discussion` with the reasons
 */
@CommandHandler(AddAgendaItemCommand)
export class AddAgendaItemHandler implements ICommandHandler<AddAgendaItemCommand> {
  constructor(
    private readonly meetings: MeetingCommands,
    private readonly cases: RecordedCases,
  ) {}

  async execute({ meetingId, request, context }: AddAgendaItemCommand) {
    const { caseId, mode } = request;
    const found = await this.cases.find(context.metadata.site, caseId);
    const itemId = request.itemId ?? derivedId('agenda-item', context.commandId);
    const standard = mode === 'discussion' ? undefined : this.cases.isStandard(found);
    return await this.meetings.carryOut(meetingId, { type: 'AddAgendaItem', ...request, itemId, standard }, context);
  }
}
