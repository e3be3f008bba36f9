import { Command } from '@nestjs/cqrs';
import type { PullBackItem } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { MeetingCommandResult } from '../meeting-commands.js';

/** Discuss a case after all that was to go without. */
export class PullBackItemCommand extends Command<MeetingCommandResult> {
  constructor(
    readonly meetingId: string,
    readonly request: Omit<PullBackItem, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
