import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MeetingCommands } from '../meeting-commands.js';
import { MoveMeetingCommand } from './move-meeting.command.js';

/** @throws Problem `meeting.unknown`, `meeting.begun`, `meeting.over` */
@CommandHandler(MoveMeetingCommand)
export class MoveMeetingHandler implements ICommandHandler<MoveMeetingCommand> {
  constructor(private readonly meetings: MeetingCommands) {}

  execute({ meetingId, request, context }: MoveMeetingCommand) {
    return this.meetings.carryOut(meetingId, { type: 'MoveMeeting', ...request }, context);
  }
}
