import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MeetingCommands } from '../meeting-commands.js';
import { MoveAgendaItemCommand } from './move-agenda-item.command.js';

/** @throws Problem `meeting.unknown`, `meeting.over`, `meeting.item-unknown`, `meeting.item-settled` */
@CommandHandler(MoveAgendaItemCommand)
export class MoveAgendaItemHandler implements ICommandHandler<MoveAgendaItemCommand> {
  constructor(private readonly meetings: MeetingCommands) {}

  execute({ meetingId, request, context }: MoveAgendaItemCommand) {
    return this.meetings.carryOut(meetingId, { type: 'MoveAgendaItem', ...request }, context);
  }
}
