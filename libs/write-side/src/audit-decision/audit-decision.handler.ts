import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { decisionOf, itemOf } from '@tumor-board/board';
import { CaseCommands } from '../case-commands.js';
import { MeetingCommands } from '../meeting-commands.js';
import { RecordedCases } from '../recorded-cases.js';
import { AuditDecisionCommand } from './audit-decision.command.js';

/**
 * What was sampled stands in the meeting, what was found goes into the case: there the words of the auditor are protected.
 * @throws Problem `decision.unknown`, `decision.not-sampled`, `decision.audit-invalid`, `case.unknown`, `case.erased`, `case.version-conflict`
 */
@CommandHandler(AuditDecisionCommand)
export class AuditDecisionHandler implements ICommandHandler<AuditDecisionCommand> {
  constructor(
    private readonly cases: CaseCommands,
    private readonly recorded: RecordedCases,
    private readonly meetings: MeetingCommands,
  ) {}

  async execute({ caseId, audit, context, expectedVersion }: AuditDecisionCommand) {
    const isSampled = await this.#isSampled(context.metadata.site, caseId, audit.decisionId);
    return await this.cases.carryOut(caseId, { type: 'AuditDecision', ...audit, isSampled }, context, expectedVersion);
  }

  /** An item stays as it was settled, so that the answer is the same however often it is asked for. */
  async #isSampled(site: string, caseId: string, decisionId: string): Promise<boolean> {
    const { board } = await this.recorded.find(site, caseId);
    const decision = decisionOf(board, decisionId);
    if (decision === undefined || decision.meetingId === null || decision.itemId === null) return false;
    const item = itemOf((await this.meetings.find(site, decision.meetingId)).agenda, decision.itemId);
    return item !== undefined && item.sampled && item.mode === 'without-discussion';
  }
}
