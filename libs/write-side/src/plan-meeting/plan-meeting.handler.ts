import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { derivedId } from '@tumor-board/kernel';
import { MeetingCommands } from '../meeting-commands.js';
import { PlanMeetingCommand } from './plan-meeting.command.js';

/** @throws Problem `meeting.already-planned` */
@CommandHandler(PlanMeetingCommand)
export class PlanMeetingHandler implements ICommandHandler<PlanMeetingCommand> {
  constructor(private readonly meetings: MeetingCommands) {}

  execute({ request, context }: PlanMeetingCommand) {
    return this.meetings.carryOut(derivedId('meeting', context.commandId), { type: 'PlanMeeting', ...request }, context);
  }
}
