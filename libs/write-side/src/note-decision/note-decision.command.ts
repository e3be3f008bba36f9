import { Command } from '@nestjs/cqrs';
import type { NoteDecision } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { MeetingCommandResult } from '../meeting-commands.js';

/** Note in a meeting that the stream of a case holds a decision of it. */
export class NoteDecisionCommand extends Command<MeetingCommandResult> {
  constructor(
    readonly meetingId: string,
    readonly request: Omit<NoteDecision, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
