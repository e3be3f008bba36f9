import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { RequestDeliberation } from '@tumor-board/board';
import { PANEL, panelVersions } from '@tumor-board/specialists';
import { CaseCommands } from '../case-commands.js';
import { derivedId } from '../derived-id.js';
import { RequestDeliberationCommand } from './request-deliberation.command.js';

/** @throws Problem `case.unknown`, `case.patient-died`, `case.erased`, `case.version-conflict` */
@CommandHandler(RequestDeliberationCommand)
export class RequestDeliberationHandler implements ICommandHandler<RequestDeliberationCommand> {
  constructor(private readonly cases: CaseCommands) {}

  execute({ caseId, because, context, expectedVersion, budgetMs }: RequestDeliberationCommand) {
    const { agents, ...versions } = panelVersions();
    const request: RequestDeliberation = {
      type: 'RequestDeliberation',
      runId: derivedId('deliberation', context.commandId),
      because,
      versions: { agents: { ...agents }, ...versions },
      disciplines: [...PANEL],
      deadline: new Date(Date.parse(context.receivedAt) + budgetMs).toISOString(),
    };
    return this.cases.carryOut(caseId, request, context, expectedVersion);
  }
}
