import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Person } from '@tumor-board/access';
import { type CommandContext, problem } from '@tumor-board/kernel';
import { correlationId } from '@tumor-board/observability';
import { derivedId } from '@tumor-board/write-side';
import { type Visitor, visitorNow } from '../http/visit.js';

/** The hospital that this deployment serves. */
export class Site {
  constructor(readonly id: string) {}
}

/** What a request brings along besides its content: site, actor, time and the id of its command. */
@Injectable()
export class RequestContext {
  constructor(readonly site: Site) {}

  /**
   * Who sends the request: what they may sign, and what they can speak for.
   * @throws Problem `access.signed-out` in a route that is for anyone
   */
  person(): Person {
    return this.visitor().signedIn.person;
  }

  /**
   * Who sends the request, with their session.
   * @throws Problem `access.signed-out` in a route that is for anyone
   */
  visitor(): Visitor {
    const visitor = visitorNow();
    if (visitor === undefined) throw problem('access.signed-out', 'Nobody has signed in.');
    return visitor;
  }

  /**
   * The context of a command. A key makes the id of the command, so that the same key of the same person in the same place
   * is the same command; without a key each request is a command of its own.
   */
  command(place: string, key: string | undefined): CommandContext {
    const id = correlationId();
    const { actor } = this.person();
    return {
      commandId: key === undefined ? randomUUID() : derivedId('idempotency-key', this.site.id, actor, place, key),
      metadata: { site: this.site.id, actor, ...(id === undefined ? {} : { correlationId: id }) },
      receivedAt: new Date().toISOString(),
    };
  }
}
