import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Person, ROLES } from '@tumor-board/access';
import type { CommandContext } from '@tumor-board/kernel';
import { DISCIPLINES } from '@tumor-board/knowledge';
import { correlationId } from '@tumor-board/observability';
import { derivedId } from '@tumor-board/write-side';

/** Until there is a sign-in, the log says honestly that it does not know who it was. */
const ACTOR = 'someone-on-this-machine';
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The hospital that this deployment serves. */
export class Site {
  constructor(readonly id: string) {}
}

/** What a request brings along besides its content: site, actor, time and the id of its command. */
@Injectable()
export class RequestContext {
  constructor(readonly site: Site) {}

  /** Who gives the command; what may be signed, and what a person can speak for, follows from it. */
  person(): Person {
    return { accountId: NOBODY, name: ACTOR, site: this.site.id, roles: ROLES, disciplines: DISCIPLINES };
  }

  /**
   * The context of a command. A key makes the id of the command, so that the same key in the same place is the same
   * command; without a key each request is a command of its own.
   */
  command(place: string, key: string | undefined): CommandContext {
    const id = correlationId();
    return {
      commandId: key === undefined ? randomUUID() : derivedId('idempotency-key', this.site.id, place, key),
      metadata: { site: this.site.id, actor: ACTOR, ...(id === undefined ? {} : { correlationId: id }) },
      receivedAt: new Date().toISOString(),
    };
  }
}
