import { Command } from '@nestjs/cqrs';
import type { MoveAgendaItem } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { MeetingCommandResult } from '../meeting-commands.js';

/** Let an item of an agenda stand behind another. */
export class MoveAgendaItemCommand extends Command<MeetingCommandResult> {
  constructor(
    readonly meetingId: string,
    readonly request: Omit<MoveAgendaItem, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
