import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MeetingCommands } from '../meeting-commands.js';
import { NoteDecisionCommand } from './note-decision.command.js';

/** @throws Problem `meeting.unknown`, `meeting.item-unknown` */
@CommandHandler(NoteDecisionCommand)
export class NoteDecisionHandler implements ICommandHandler<NoteDecisionCommand> {
  constructor(private readonly meetings: MeetingCommands) {}

  execute({ meetingId, request, context }: NoteDecisionCommand) {
    return this.meetings.carryOut(meetingId, { type: 'NoteDecision', ...request }, context);
  }
}
