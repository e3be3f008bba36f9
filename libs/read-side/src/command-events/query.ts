import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { EventBody } from '@tumor-board/kernel';
import { ReadModels } from '../read-models.js';
import { readCase } from '../recorded-case.js';

/** What one command recorded in a case; nothing when it recorded nothing. */
export class CommandEventsQuery extends Query<readonly EventBody[]> {
  constructor(
    readonly site: string,
    readonly caseId: string,
    readonly commandId: string,
  ) {
    super();
  }
}

/** Reads the log. @throws Problem `case.unknown` */
@QueryHandler(CommandEventsQuery)
export class CommandEventsHandler implements IQueryHandler<CommandEventsQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ site, caseId, commandId }: CommandEventsQuery): Promise<readonly EventBody[]> {
    const events = await readCase(this.readModels.eventStore, site, caseId);
    return events.filter((event) => event.commandId === commandId.toLowerCase()).map(({ type, data }): EventBody => ({ type, data }));
  }
}
