import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MeetingCommands } from '../meeting-commands.js';
import { FillAgendaCommand } from './fill-agenda.command.js';

/** @throws Problem `meeting.unknown`, `meeting.over` */
@CommandHandler(FillAgendaCommand)
export class FillAgendaHandler implements ICommandHandler<FillAgendaCommand> {
  constructor(private readonly meetings: MeetingCommands) {}

  execute({ meetingId, request, context }: FillAgendaCommand) {
    return this.meetings.carryOut(meetingId, { type: 'FillAgenda', ...request }, context);
  }
}
