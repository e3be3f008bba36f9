import { Injectable } from '@nestjs/common';
import { SiteAccess } from '@tumor-board/access';
import { RequestContext } from '../cases/request-context.js';

/** Makes sure that it is still the same person at the screen, before something is signed. */
@Injectable()
export class Reauthentication {
  constructor(
    private readonly access: SiteAccess,
    private readonly context: RequestContext,
  ) {}

  /**
   * Checks the password of an account; of who sends the request, when none is named.
   * @throws Problem `access.reauthentication-refused`, `access.throttled`
   */
  async verifyPassword(password: string, accountId: string = this.context.person().accountId): Promise<void> {
    await this.access.signIn.verifyPassword(accountId, password);
  }
}
