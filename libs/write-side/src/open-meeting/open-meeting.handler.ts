import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MeetingCommands } from '../meeting-commands.js';
import { OpenMeetingCommand } from './open-meeting.command.js';

/** @throws Problem `meeting.unknown`, `meeting.over` */
@CommandHandler(OpenMeetingCommand)
export class OpenMeetingHandler implements ICommandHandler<OpenMeetingCommand> {
  constructor(private readonly meetings: MeetingCommands) {}

  execute({ meetingId, request, context }: OpenMeetingCommand) {
    return this.meetings.carryOut(meetingId, { type: 'OpenMeeting', ...request }, context);
  }
}
