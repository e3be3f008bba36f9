import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { isOpenItem, type MeetingEvent } from '@tumor-board/board';
import { type CommandContext, derivedId } from '@tumor-board/kernel';
import {
  AddAgendaItemCommand,
  CallItemCommand,
  DeferCaseCommand,
  DeferItemCommand,
  deferralOf,
  FillAgendaCommand,
  type MeetingCommandResult,
  MeetingCommands,
  MoveAgendaItemCommand,
  PullBackItemCommand,
  RemoveAgendaItemCommand,
} from '@tumor-board/write-side';
import { type WriteHeaders, writeHeaders } from '../cases/case-requests.js';
import { RequestContext } from '../cases/request-context.js';
import { isSaid, refuseReusedKey } from '../cases/reused-key.js';
import { Access } from '../http/access.js';
import { CASE_WRITERS } from '../http/case-roles.js';
import { RequestHeaders } from '../http/request-headers.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { AgendaFilling } from './agenda-filling.js';
import { type FillingAnswer, filledAnswer, fillingAnswer, meetingRecorded, toMeetingRecorded } from './meeting-answers.js';
import {
  type Filling,
  filling,
  type ItemDeferral,
  type ItemPath,
  itemDeferral,
  itemPath,
  type MeetingPath,
  meetingPath,
  type NewItem,
  type NewPlace,
  newItem,
  newPlace,
  type Removal,
  removal,
} from './meeting-requests.js';

const MANAGERS = ['coordinator', 'chair'] as const;
const EVERY = ['meeting.unknown', 'meeting.over', 'log.unavailable'];
const OF_ITEM = [...EVERY, 'meeting.item-unknown', 'meeting.item-settled'];
const REUSED = 'idempotency.key-reused';
const RECORDED = { description: 'It is so now.', schema: meetingRecorded };
const shown = ({ proposals }: FillingAnswer): readonly string[] => proposals.map(({ caseId }) => caseId);

/** What a meeting is about. Every request says what is wanted, not how the whole agenda should look, so that none undoes another. */
@Controller('api/meetings/:id/agenda')
export class AgendaController {
  constructor(
    private readonly commands: CommandBus,
    private readonly meetings: MeetingCommands,
    private readonly filling: AgendaFilling,
    private readonly context: RequestContext,
  ) {}

  @Post()
  @HttpCode(200)
  @Access(...MANAGERS)
  @Shows('nothing')
  @Operation({
    id: 'addAgendaItem',
    tag: 'meetings',
    summary: 'Put a case on the agenda',
    description:
      'A case that is on it already stays as it is; one that another meeting plans to discuss comes off that, unless that meeting is being held. Without discussion only where the case is a standard one.',
    answers: { 200: RECORDED },
    problems: [
      ...EVERY,
      'case.unknown',
      'meeting.item-unknown',
      'meeting.needs-discussion',
      'meeting.item-id-taken',
      'meeting.case-elsewhere',
      REUSED,
    ],
  })
  async add(
    @Param({ schema: meetingPath }) { id }: MeetingPath,
    @Body({ schema: newItem }) item: NewItem,
    @RequestHeaders({ schema: writeHeaders }) headers: WriteHeaders,
  ) {
    return await this.carryOut(
      `meetings/${id}/agenda`,
      headers,
      (context) => new AddAgendaItemCommand(id, { ...item, origin: { kind: 'by-hand' } }, context),
      ({ type, data }) => type === 'AgendaItemAdded' && data.caseId === item.caseId && data.mode === item.mode,
    );
  }

  @Get('proposal')
  @Access(...MANAGERS)
  @Shows(shown)
  @Operation({
    id: 'proposeAgenda',
    tag: 'meetings',
    summary: 'Which cases of the queue the agenda would take, and why not the others',
    description:
      'In the order of the queue: those that are ready and whose disciplines are expected, until the places are used up. Nothing changes.',
    answers: { 200: { description: 'A proposal for every case that was looked at.', schema: fillingAnswer } },
    problems: ['meeting.unknown', 'log.unavailable'],
  })
  async propose(@Param({ schema: meetingPath }) { id }: MeetingPath, @Query({ schema: filling }) { look }: Filling) {
    return await this.filling.propose(id, look);
  }

  @Post('filling')
  @HttpCode(200)
  @Access(...MANAGERS)
  @Shows(shown)
  @Operation({
    id: 'fillAgenda',
    tag: 'meetings',
    summary: 'Fill the agenda from the queue',
    answers: { 200: { description: 'What was put on, and why not the others.', schema: filledAnswer } },
    problems: EVERY,
  })
  async fill(
    @Param({ schema: meetingPath }) { id }: MeetingPath,
    @Query({ schema: filling }) { look }: Filling,
    @RequestHeaders({ schema: writeHeaders }) headers: WriteHeaders,
  ) {
    const proposed = await this.filling.propose(id, look);
    const recorded = await this.carryOut(`meetings/${id}/agenda/filling`, headers, (context) => {
      const entries = proposed.proposals
        .filter(({ taken }) => taken)
        .map(({ caseId, reason }) => ({ caseId, reason, itemId: derivedId('agenda-item', context.commandId, caseId) }));
      return new FillAgendaCommand(id, { entries }, context);
    });
    return { ...recorded, ...proposed };
  }

  @Post(':itemId/place')
  @HttpCode(200)
  @Access(...MANAGERS)
  @Shows('nothing')
  @Operation({
    id: 'moveAgendaItem',
    tag: 'meetings',
    summary: 'Let a case stand behind another',
    description: 'When the other was taken off meanwhile, it stands where that one was, and the answer says so (`insteadOf`).',
    answers: { 200: RECORDED },
    problems: [...OF_ITEM, REUSED],
  })
  async move(
    @Param({ schema: itemPath }) { id, itemId }: ItemPath,
    @Body({ schema: newPlace }) { after }: NewPlace,
    @RequestHeaders({ schema: writeHeaders }) headers: WriteHeaders,
  ) {
    return await this.carryOut(
      `meetings/${id}/agenda/${itemId}/place`,
      headers,
      (context) => new MoveAgendaItemCommand(id, { itemId, after }, context),
      ({ type, data }) => type === 'AgendaItemMoved' && (data.insteadOf ?? data.after) === after,
    );
  }

  @Post(':itemId/removal')
  @HttpCode(200)
  @Access(...MANAGERS)
  @Shows('nothing')
  @Operation({
    id: 'removeAgendaItem',
    tag: 'meetings',
    summary: 'Take a case off the agenda',
    answers: { 200: RECORDED },
    problems: [...OF_ITEM, REUSED],
  })
  async remove(
    @Param({ schema: itemPath }) { id, itemId }: ItemPath,
    @Body({ schema: removal }) { reason }: Removal,
    @RequestHeaders({ schema: writeHeaders }) headers: WriteHeaders,
  ) {
    return await this.carryOut(
      `meetings/${id}/agenda/${itemId}/removal`,
      headers,
      (context) => new RemoveAgendaItemCommand(id, { itemId, reason }, context),
      (event) => isSaid(event, { type: 'AgendaItemRemoved', data: { reason } }),
    );
  }

  @Post(':itemId/pull-back')
  @HttpCode(200)
  @Access(...CASE_WRITERS)
  @Shows('nothing')
  @Operation({
    id: 'pullBackItem',
    tag: 'meetings',
    summary: 'Discuss a case after all that was to go without',
    answers: { 200: RECORDED },
    problems: OF_ITEM,
  })
  async pullBack(@Param({ schema: itemPath }) { id, itemId }: ItemPath, @RequestHeaders({ schema: writeHeaders }) headers: WriteHeaders) {
    const by = this.context.person().actor;
    return await this.carryOut(
      `meetings/${id}/agenda/${itemId}/pull-back`,
      headers,
      (context) => new PullBackItemCommand(id, { itemId, by }, context),
    );
  }

  @Post(':itemId/call')
  @HttpCode(200)
  @Access(...MANAGERS)
  @Shows('nothing')
  @Operation({
    id: 'callItem',
    tag: 'meetings',
    summary: 'Turn to a case',
    answers: { 200: RECORDED },
    problems: [...OF_ITEM, 'meeting.not-open', 'meeting.without-discussion'],
  })
  async call(@Param({ schema: itemPath }) { id, itemId }: ItemPath, @RequestHeaders({ schema: writeHeaders }) headers: WriteHeaders) {
    return await this.carryOut(`meetings/${id}/agenda/${itemId}/call`, headers, (context) => new CallItemCommand(id, { itemId }, context));
  }

  @Post(':itemId/deferral')
  @HttpCode(200)
  @Access(...MANAGERS)
  @Shows('nothing')
  @Operation({
    id: 'deferItem',
    tag: 'meetings',
    summary: 'Put a case off, with a reason and where it goes',
    description: 'A note is kept in the case, where it is protected; the meeting keeps the reason alone.',
    answers: { 200: RECORDED },
    problems: [...OF_ITEM, REUSED, 'case.not-listed', 'case.deferral-invalid', 'case.patient-died', 'case.erased'],
  })
  async defer(
    @Param({ schema: itemPath }) { id, itemId }: ItemPath,
    @Body({ schema: itemDeferral }) { reason, carryOver, until, note }: ItemDeferral,
    @RequestHeaders({ schema: writeHeaders }) headers: WriteHeaders,
  ) {
    const place = `meetings/${id}/agenda/${itemId}/deferral`;
    const said = note !== undefined || until !== undefined;
    const item = said ? await this.meetings.item(this.context.site.id, id, itemId) : undefined;
    if (item !== undefined && isOpenItem(item)) {
      // Under the name that the workflow gives its own, which then finds it done.
      const { commandId, deferral } = deferralOf({ meetingId: id, itemId, reason, until, note });
      await this.commands.execute(new DeferCaseCommand(item.caseId, deferral, { ...this.context.command(place, undefined), commandId }));
    }
    return await this.carryOut(
      place,
      headers,
      (context) => new DeferItemCommand(id, { itemId, reason, carryOver }, context),
      (event) => isSaid(event, { type: 'ItemDeferred', data: { reason, carryOver } }),
    );
  }

  /** `isWhatWasSaid` tells what the request asks for from something else under its key; without it the place says it all. */
  private async carryOut(
    place: string,
    headers: WriteHeaders,
    command: (context: CommandContext) => Command<MeetingCommandResult>,
    isWhatWasSaid: (event: MeetingEvent) => boolean = () => true,
  ) {
    const key = headers['idempotency-key'];
    const result = await this.commands.execute(command(this.context.command(place, key)));
    refuseReusedKey(key, result, isWhatWasSaid);
    return toMeetingRecorded(result);
  }
}
