import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MeetingCommands } from '../meeting-commands.js';
import { CallItemCommand } from './call-item.command.js';

/** @throws Problem `meeting.not-open`, `meeting.item-unknown`, `meeting.item-settled`, `meeting.without-discussion` */
@CommandHandler(CallItemCommand)
export class CallItemHandler implements ICommandHandler<CallItemCommand> {
  constructor(private readonly meetings: MeetingCommands) {}

  execute({ meetingId, request, context }: CallItemCommand) {
    return this.meetings.carryOut(meetingId, { type: 'CallItem', ...request }, context);
  }
}
