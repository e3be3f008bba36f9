import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type CommandContext, canonicalJson, problem } from '@tumor-board/kernel';
import { CommandEventsQuery } from '@tumor-board/read-side';
import type { CaseCommandResult } from '@tumor-board/write-side';

/** What a request said, as the event of its command must hold it. */
export interface Said {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Tells a request that is repeated from another that comes with the same key. */
@Injectable()
export class Replays {
  constructor(private readonly queries: QueryBus) {}

  /**
   * @param key the `Idempotency-Key` of the request; without one nothing can be repeated
   * @throws Problem `idempotency.key-reused` when the key was used for something else
   */
  async refuseReusedKey(result: CaseCommandResult, context: CommandContext, key: string | undefined, said: Said): Promise<void> {
    if (key === undefined || !result.duplicate) return;
    const recorded = await this.queries.execute(new CommandEventsQuery(context.metadata.site, result.caseId, context.commandId));
    if (recorded.length === 0) return;
    const event = recorded.find(({ type }) => type === said.type);
    const isSame = Object.entries(said.data).every(
      ([field, value]) => canonicalJson({ of: event?.data[field] }) === canonicalJson({ of: value }),
    );
    if (event === undefined || !isSame) {
      throw problem('idempotency.key-reused', 'This Idempotency-Key was used for something else. Nothing was recorded now.', { key });
    }
  }
}
