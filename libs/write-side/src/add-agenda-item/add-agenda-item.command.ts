import { Command } from '@nestjs/cqrs';
import type { AddAgendaItem } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { MeetingCommandResult } from '../meeting-commands.js';

/** Put a case on an agenda. The id of the item follows from the command unless one is given. */
export class AddAgendaItemCommand extends Command<MeetingCommandResult> {
  constructor(
    readonly meetingId: string,
    readonly request: Omit<AddAgendaItem, 'type' | 'itemId' | 'standard'> & { readonly itemId?: string | undefined },
    readonly context: CommandContext,
  ) {
    super();
  }
}
