import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MeetingCommands } from '../meeting-commands.js';
import { CancelMeetingCommand } from './cancel-meeting.command.js';

/** @throws Problem `meeting.unknown`, `meeting.begun`, `meeting.over` */
@CommandHandler(CancelMeetingCommand)
export class CancelMeetingHandler implements ICommandHandler<CancelMeetingCommand> {
  constructor(private readonly meetings: MeetingCommands) {}

  execute({ meetingId, request, context }: CancelMeetingCommand) {
    return this.meetings.carryOut(meetingId, { type: 'CancelMeeting', ...request }, context);
  }
}
