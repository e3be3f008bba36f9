import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ConcludeDeliberation } from '@tumor-board/board';
import { type PanelRun, panelRunSchema } from '@tumor-board/specialists';
import { CaseCommands } from '../case-commands.js';
import { ConcludeDeliberationCommand } from './conclude-deliberation.command.js';

/** @throws Problem `deliberation.unknown`, `deliberation.superseded`, `deliberation.incomplete`, `case.unknown`, `case.version-conflict` */
@CommandHandler(ConcludeDeliberationCommand)
export class ConcludeDeliberationHandler implements ICommandHandler<ConcludeDeliberationCommand> {
  constructor(private readonly cases: CaseCommands) {}

  async execute({ caseId, runId, run, context, expectedVersion }: ConcludeDeliberationCommand) {
    panelRunSchema.parse(run);
    return await this.cases.carryOut(caseId, conclusionOf(runId, run), context, expectedVersion);
  }
}

/** What is recorded of a run besides its opinions, which are recorded already. */
function conclusionOf(runId: string, { ledger, synthesis, digest }: PanelRun): ConcludeDeliberation {
  const verdicts = ledger.entries.map(({ claim, standing, struck, flags, weight }) => ({
    claim: claim.id,
    standing,
    struck: [...struck],
    flags: [...flags],
    weight,
  }));
  const { admitted, struck } = ledger;
  return { type: 'ConcludeDeliberation', runId, ledger: { admitted, struck, verdicts }, synthesis: { ...synthesis }, digest };
}
