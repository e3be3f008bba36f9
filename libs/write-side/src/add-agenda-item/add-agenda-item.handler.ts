import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type AddAgendaItem, comesOff, decideMeeting, type OpenCaseState } from '@tumor-board/board';
import { type CommandContext, derivedId } from '@tumor-board/kernel';
import { MeetingCommands } from '../meeting-commands.js';
import { RecordedCases } from '../recorded-cases.js';
import { AddAgendaItemCommand } from './add-agenda-item.command.js';

/**
 * A case that is put on by hand comes off the agenda of another meeting first.
 * @throws Problem `meeting.unknown`, `meeting.over`, `case.unknown`, `meeting.item-unknown`, `meeting.item-id-taken`,
 * `meeting.needs-discussion` with the reasons, `meeting.case-elsewhere` where another meeting that has it is being held
 */
@CommandHandler(AddAgendaItemCommand)
export class AddAgendaItemHandler implements ICommandHandler<AddAgendaItemCommand> {
  constructor(
    private readonly meetings: MeetingCommands,
    private readonly cases: RecordedCases,
  ) {}

  async execute({ meetingId, request, context }: AddAgendaItemCommand) {
    const { caseId, mode, origin } = request;
    const found = await this.cases.find(context.metadata.site, caseId);
    const itemId = request.itemId ?? derivedId('agenda-item', context.commandId);
    const standard = mode === 'discussion' ? undefined : this.cases.isStandard(found);
    const command: AddAgendaItem = { type: 'AddAgendaItem', ...request, itemId, standard };
    if (origin.kind === 'by-hand') await this.#leaveOther(meetingId, command, found, context);
    return await this.meetings.carryOut(meetingId, command, context);
  }

  /** Only for what the meeting will take: a request that is refused, or was carried out before, moves nothing. */
  async #leaveOther(meetingId: string, command: AddAgendaItem, { board }: OpenCaseState, context: CommandContext): Promise<void> {
    const { schedule } = board;
    if (schedule === null || schedule.meetingId === meetingId) return;
    const { site } = context.metadata;
    if (decideMeeting(await this.meetings.find(site, meetingId), command).length === 0) return;
    const { meetingId: otherId, itemId } = schedule;
    if (!comesOff(otherId, await this.meetings.find(site, otherId), itemId)) return;
    const commandId = derivedId('other-meeting', context.commandId);
    await this.meetings.carryOut(otherId, { type: 'RemoveAgendaItem', itemId, reason: 'other-meeting' }, { ...context, commandId });
  }
}
