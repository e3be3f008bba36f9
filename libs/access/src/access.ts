import type pg from 'pg';
import { Accounts } from './accounts.js';
import type { OperatorToken } from './operator-token.js';
import type { PasswordCost } from './password-hash.js';
import { ReadLog } from './read-log.js';
import { type SessionLifetimes, Sessions, type SignedIn } from './sessions.js';
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

/** Who may come in, and who has seen what. */
export interface SiteAccess {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly readLog: ReadLog;
  /** Who a token belongs to. */
  resolve(token: string): Promise<SignedIn | undefined>;
}

/** Opens the access to a site. Starts nothing that would have to be closed. */
export function createAccess({ pool, site, passwordCost, lifetimes, sessionCacheMs, operatorToken }: AccessOptions): SiteAccess {
  const cost = passwordCost === undefined ? {} : { passwordCost };
  const sessions = new Sessions({
    pool,
    site,
    ...(lifetimes === undefined ? {} : { lifetimes }),
    ...(sessionCacheMs === undefined ? {} : { cacheMs: sessionCacheMs }),
  });
  return {
    accounts: new Accounts({ pool, site, ...cost }),
    sessions,
    signIn: new SignIn({ pool, site, sessions, ...cost }),
    readLog: new ReadLog({ pool, site }),
    resolve: async (token) => operatorToken?.resolve(token, site) ?? (await sessions.resolve(token)),
  };
}
