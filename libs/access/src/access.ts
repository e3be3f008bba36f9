import type pg from 'pg';
import { Accounts } from './accounts.js';
import type { OperatorToken } from './operator-token.js';
import type { PasswordCost } from './password-hash.js';
import { ReadLog } from './read-log.js';
import { type Resolving, type SessionLifetimes, Sessions, type SignedIn } from './sessions.js';
import { SignIn } from './sign-in.js';

/** What access to a site is made of. */
export interface AccessOptions {
  /** Opened and closed by who gives it. */
  readonly pool: pg.Pool;
  readonly site: string;
  /** Of new passwords; cheaper in tests. */
  readonly passwordCost?: PasswordCost;
  readonly lifetimes?: SessionLifetimes;
  /** How long a session that was looked up is taken for granted, in ms. */
  readonly sessionCacheMs?: number;
  readonly operatorToken?: OperatorToken;
}

/** Who may come in to a site, and who has seen what. Starts nothing that would have to be closed. */
export class SiteAccess {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly readLog: ReadLog;
  readonly #site: string;
  readonly #operatorToken: OperatorToken | undefined;

  constructor({ pool, site, passwordCost, lifetimes, sessionCacheMs, operatorToken }: AccessOptions) {
    const cost = passwordCost === undefined ? {} : { passwordCost };
    this.#site = site;
    this.#operatorToken = operatorToken;
    this.sessions = new Sessions({
      pool,
      site,
      ...(lifetimes === undefined ? {} : { lifetimes }),
      ...(sessionCacheMs === undefined ? {} : { cacheMs: sessionCacheMs }),
    });
    this.accounts = new Accounts({ pool, site, onChange: () => this.sessions.forgetRecent(), ...cost });
    this.signIn = new SignIn({ pool, site, sessions: this.sessions, ...cost });
    this.readLog = new ReadLog({ pool, site });
  }

  /** Who a token belongs to. */
  async resolve(token: string, resolving: Resolving = {}): Promise<SignedIn | undefined> {
    return this.#operatorToken?.resolve(token, this.#site) ?? (await this.sessions.resolve(token, resolving));
  }
}
