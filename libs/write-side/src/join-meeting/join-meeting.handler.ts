import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MeetingCommands } from '../meeting-commands.js';
import { JoinMeetingCommand } from './join-meeting.command.js';

/** @throws Problem `meeting.unknown`, `meeting.not-open`, `meeting.over` */
@CommandHandler(JoinMeetingCommand)
export class JoinMeetingHandler implements ICommandHandler<JoinMeetingCommand> {
  constructor(private readonly meetings: MeetingCommands) {}

  execute({ meetingId, request, context }: JoinMeetingCommand) {
    return this.meetings.carryOut(meetingId, { type: 'JoinMeeting', ...request }, context);
  }
}
