import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { CommandContext } from '@tumor-board/kernel';
import { CommandEventsQuery } from '@tumor-board/read-side';
import type { CaseCommandResult } from '@tumor-board/write-side';
import { isSaid, refuseReusedKey, type Said } from '../cases/reused-key.js';

/** Tells a request to a case that is repeated from another that comes with the same key. */
@Injectable()
export class Replays {
  constructor(private readonly queries: QueryBus) {}

  /** @throws Problem `idempotency.key-reused` when the key was used for something else */
  async refuseReusedKey(result: CaseCommandResult, context: CommandContext, key: string | undefined, said: Said): Promise<void> {
    const { duplicate, caseId } = result;
    if (key === undefined || !duplicate) return;
    const recorded = await this.queries.execute(new CommandEventsQuery(context.metadata.site, caseId, context.commandId));
    refuseReusedKey(key, { duplicate, recorded }, (event) => isSaid(event, said));
  }
}
