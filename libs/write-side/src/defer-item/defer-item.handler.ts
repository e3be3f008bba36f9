import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MeetingCommands } from '../meeting-commands.js';
import { DeferItemCommand } from './defer-item.command.js';

/** @throws Problem `meeting.unknown`, `meeting.over`, `meeting.item-unknown`, `meeting.item-settled` */
@CommandHandler(DeferItemCommand)
export class DeferItemHandler implements ICommandHandler<DeferItemCommand> {
  constructor(private readonly meetings: MeetingCommands) {}

  execute({ meetingId, request, context }: DeferItemCommand) {
    return this.meetings.carryOut(meetingId, { type: 'DeferItem', ...request }, context);
  }
}
