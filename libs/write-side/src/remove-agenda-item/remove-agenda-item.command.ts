import { Command } from '@nestjs/cqrs';
import type { RemoveAgendaItem } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { MeetingCommandResult } from '../meeting-commands.js';

/** Take a case off an agenda. */
export class RemoveAgendaItemCommand extends Command<MeetingCommandResult> {
  constructor(
    readonly meetingId: string,
    readonly request: Omit<RemoveAgendaItem, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
