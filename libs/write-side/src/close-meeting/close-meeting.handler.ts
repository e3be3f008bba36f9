import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MeetingCommands } from '../meeting-commands.js';
import { CloseMeetingCommand } from './close-meeting.command.js';

/** @throws Problem `meeting.unknown`, `meeting.not-open`, `meeting.over` */
@CommandHandler(CloseMeetingCommand)
export class CloseMeetingHandler implements ICommandHandler<CloseMeetingCommand> {
  constructor(private readonly meetings: MeetingCommands) {}

  execute({ meetingId, request, context }: CloseMeetingCommand) {
    return this.meetings.carryOut(meetingId, { type: 'CloseMeeting', ...request }, context);
  }
}
