import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MeetingCommands } from '../meeting-commands.js';
import { CarryOverItemCommand } from './carry-over-item.command.js';

/** @throws Problem `meeting.unknown`, `meeting.item-unknown` */
@CommandHandler(CarryOverItemCommand)
export class CarryOverItemHandler implements ICommandHandler<CarryOverItemCommand> {
  constructor(private readonly meetings: MeetingCommands) {}

  execute({ meetingId, request, context }: CarryOverItemCommand) {
    return this.meetings.carryOut(meetingId, { type: 'CarryOverItem', ...request }, context);
  }
}
