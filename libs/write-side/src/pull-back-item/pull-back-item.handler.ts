import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MeetingCommands } from '../meeting-commands.js';
import { PullBackItemCommand } from './pull-back-item.command.js';

/** @throws Problem `meeting.unknown`, `meeting.over`, `meeting.item-unknown`, `meeting.item-settled` */
@CommandHandler(PullBackItemCommand)
export class PullBackItemHandler implements ICommandHandler<PullBackItemCommand> {
  constructor(private readonly meetings: MeetingCommands) {}

  execute({ meetingId, request, context }: PullBackItemCommand) {
    return this.meetings.carryOut(meetingId, { type: 'PullBackItem', ...request }, context);
  }
}
