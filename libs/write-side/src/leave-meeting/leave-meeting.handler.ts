import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MeetingCommands } from '../meeting-commands.js';
import { LeaveMeetingCommand } from './leave-meeting.command.js';

/** @throws Problem `meeting.unknown`, `meeting.not-open`, `meeting.over` */
@CommandHandler(LeaveMeetingCommand)
export class LeaveMeetingHandler implements ICommandHandler<LeaveMeetingCommand> {
  constructor(private readonly meetings: MeetingCommands) {}

  execute({ meetingId, request, context }: LeaveMeetingCommand) {
    return this.meetings.carryOut(meetingId, { type: 'LeaveMeeting', ...request }, context);
  }
}
