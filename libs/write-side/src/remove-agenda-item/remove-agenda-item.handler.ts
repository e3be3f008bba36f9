import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MeetingCommands } from '../meeting-commands.js';
import { RemoveAgendaItemCommand } from './remove-agenda-item.command.js';

/** @throws Problem `meeting.unknown`, `meeting.over`, `meeting.item-unknown`, `meeting.item-settled` */
@CommandHandler(RemoveAgendaItemCommand)
export class RemoveAgendaItemHandler implements ICommandHandler<RemoveAgendaItemCommand> {
  constructor(private readonly meetings: MeetingCommands) {}

  execute({ meetingId, request, context }: RemoveAgendaItemCommand) {
    return this.meetings.carryOut(meetingId, { type: 'RemoveAgendaItem', ...request }, context);
  }
}
