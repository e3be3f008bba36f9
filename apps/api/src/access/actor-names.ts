import { Injectable } from '@nestjs/common';
import { actorOf, SiteAccess } from '@tumor-board/access';
import { isProblem } from '@tumor-board/kernel';

const OF_ACCOUNT = actorOf('');

/** Puts names to the actors of events. */
@Injectable()
export class ActorNames {
  constructor(private readonly access: SiteAccess) {}

  /** The name of the account that an actor is; what is no account of the site is told as it stands in the event. */
  async of(actor: string): Promise<string> {
    if (!actor.startsWith(OF_ACCOUNT)) return actor;
    try {
      return (await this.access.accounts.get(actor.slice(OF_ACCOUNT.length))).name;
    } catch (error) {
      if (isProblem(error, 'access.unknown-account')) return actor;
      throw error;
    }
  }

  /** A tombstone with the name of who erased. */
  async named<Tombstone extends { readonly by: string }>(tombstone: Tombstone | null): Promise<Tombstone | null> {
    return tombstone === null ? null : { ...tombstone, by: await this.of(tombstone.by) };
  }
}
