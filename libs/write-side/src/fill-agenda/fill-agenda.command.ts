import { Command } from '@nestjs/cqrs';
import type { FillAgenda } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { MeetingCommandResult } from '../meeting-commands.js';

/** Put cases of the queue at the end of an agenda. */
export class FillAgendaCommand extends Command<MeetingCommandResult> {
  constructor(
    readonly meetingId: string,
    readonly request: Omit<FillAgenda, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
