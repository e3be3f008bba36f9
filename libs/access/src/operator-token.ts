import { timingSafeEqual } from 'node:crypto';
import { newToken, tokenDigest } from './secrets.js';
import type { SignedIn } from './sessions.js';

/** What the commands of who runs the service may do through it. */
const ROLES_OF_OPERATOR = ['coordinator', 'knowledge-editor', 'administrator'] as const;

/**
 * A token for the commands of who runs the service. It is made at each start, is kept in memory alone, and is worth
 * nothing when the process has ended.
 */
export class OperatorToken {
  readonly token = newToken();
  readonly #digest = tokenDigest(this.token);
  readonly #expiresAt = new Date(Date.now() + 10 * 365 * 86_400_000).toISOString();

  /** The operator at a site, for the right token. */
  resolve(token: string, site: string): SignedIn | undefined {
    if (!timingSafeEqual(tokenDigest(token), this.#digest)) return undefined;
    const person = {
      accountId: 'operator',
      actor: 'operator',
      login: 'operator',
      name: 'Operator',
      site,
      roles: ROLES_OF_OPERATOR,
      disciplines: [],
    };
    return { person, sessionId: 'operator', kind: 'program', mustChangePassword: false, expiresAt: this.#expiresAt };
  }
}
