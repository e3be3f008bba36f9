import { randomUUID } from 'node:crypto';
import { kyselyOver } from '@tumor-board/database';
import { problem, RecentlyUsed } from '@tumor-board/kernel';
import { type Kysely, sql } from 'kysely';
import type pg from 'pg';
import { revokeSessions } from './accounts.js';
import { actorOf, isDiscipline, isRole, type Person } from './roles.js';
import { isToken, newToken, tokenDigest } from './secrets.js';
import type { AccessTables } from './tables.js';

/** How long sessions live, in seconds. */
export interface SessionLifetimes {
  /** From signing in to the end, whatever happens. */
  readonly absolute: number;
  /** Without a request. */
  readonly idle: number;
}

/** Product rule: a working day, and an hour away from the screen. */
export const SESSION_LIFETIMES: SessionLifetimes = { absolute: 12 * 3_600, idle: 3_600 };

/** Who is behind a token. */
export interface SignedIn {
  readonly person: Person;
  readonly sessionId: string;
  readonly kind: 'browser' | 'program';
  /** True while nothing is allowed but to choose a password. */
  readonly mustChangePassword: boolean;
  readonly expiresAt: string;
}

/** A session or a token as it is listed. */
export interface SessionEntry {
  readonly sessionId: string;
  readonly kind: 'browser' | 'program';
  readonly label: string | null;
  /** What the browser said that it was. */
  readonly agent: string | null;
  /** The network address from which it was begun. */
  readonly address: string | null;
  readonly createdAt: string;
  readonly usedAt: string;
  readonly expiresAt: string;
}

/** Where somebody signs in. */
export interface Origin {
  /** The network address. */
  readonly address: string;
  /** What the browser says that it is. */
  readonly agent?: string | undefined;
}

/** What was just made; the token is not kept anywhere. */
export interface NewSession {
  readonly sessionId: string;
  readonly token: string;
  readonly expiresAt: string;
}

/** What sessions are kept with. */
export interface SessionsOptions {
  readonly pool: pg.Pool;
  readonly site: string;
  readonly lifetimes?: SessionLifetimes;
  /** How long a session that was looked up is taken for granted, in ms; default 1 000. */
  readonly cacheMs?: number;
}

/** Why a token is looked up. */
export interface Resolving {
  /** False for a question of our own, which must not keep a session alive that nobody uses; default true. */
  readonly isUse?: boolean;
}

/** What a token was found to be, and when, in ms. */
interface Recent {
  readonly at: number;
  readonly signedIn: Promise<SignedIn | undefined>;
}

interface Found {
  session_id: string;
  account_id: string;
  kind: 'browser' | 'program';
  expires_at: Date;
  stale: boolean;
  login: string;
  name: string;
  must_change: boolean | null;
  roles: { role: string; disciplines: string[] }[] | null;
}

const CACHED_AT_MOST = 10_000;
/** How exactly the last use of a session is kept, in seconds; each keeping is a write. */
const USE_KEPT_SECONDS = 60;

/** Browsers say more of themselves every year. */
const AGENT_LENGTH = 300;

const lookup = `
  select s.session_id, s.account_id, s.kind, s.expires_at, s.used_at < now() - interval '${USE_KEPT_SECONDS} s' as stale, a.login, a.name,
    (select i.must_change from access.identities i where i.account_id = s.account_id and i.provider = 'password') as must_change,
    (select json_agg(json_build_object('role', r.role, 'disciplines', r.disciplines)) from access.account_roles r
      where r.account_id = s.account_id and r.site = $2) as roles
  from access.sessions s join access.accounts a on a.account_id = s.account_id
  where s.token_digest = $1 and s.revoked_at is null and a.enabled and s.expires_at > now()
    and (s.idle_seconds is null or s.used_at > now() - make_interval(secs => s.idle_seconds))`;

/** Who is signed in. A token is looked up at most once a second, so that a revocation takes effect within that time. */
export class Sessions {
  readonly #pool: pg.Pool;
  readonly #db: Kysely<AccessTables>;
  readonly #site: string;
  readonly #lifetimes: SessionLifetimes;
  readonly #cacheMs: number;
  #recent = new RecentlyUsed<Recent>(CACHED_AT_MOST);

  constructor({ pool, site, lifetimes = SESSION_LIFETIMES, cacheMs = 1_000 }: SessionsOptions) {
    this.#pool = pool;
    this.#db = kyselyOver<AccessTables>(pool);
    this.#site = site;
    this.#lifetimes = lifetimes;
    this.#cacheMs = cacheMs;
  }

  /** Who a token belongs to; undefined when it is unknown, ended, revoked, or of a disabled account. */
  async resolve(token: string, { isUse = true }: Resolving = {}): Promise<SignedIn | undefined> {
    if (!isToken(token)) return undefined;
    const digest = tokenDigest(token);
    const key = digest.toString('base64');
    const at = performance.now();
    const known = this.#recent.get(key);
    if (known !== undefined && at - known.at < this.#cacheMs) return await known.signedIn;
    const signedIn = this.#lookUp(digest, isUse);
    this.#recent.set(key, { at, signedIn });
    try {
      return await signedIn;
    } catch (error) {
      this.#recent.delete(key);
      throw error;
    }
  }

  async #lookUp(digest: Buffer, isUse: boolean): Promise<SignedIn | undefined> {
    const { rows } = await this.#pool.query<Found>({ name: 'access-session', text: lookup, values: [digest, this.#site] });
    const [row] = rows;
    if (row === undefined) return undefined;
    if (row.stale && isUse) await this.#pool.query('update access.sessions set used_at = now() where token_digest = $1', [digest]);
    const given = (row.roles ?? []).flatMap(({ role, disciplines }) => (isRole(role) ? [{ role, disciplines }] : []));
    return {
      person: {
        accountId: row.account_id,
        actor: actorOf(row.account_id),
        login: row.login,
        name: row.name,
        site: this.#site,
        roles: given.map(({ role }) => role),
        disciplines: given.flatMap(({ disciplines }) => disciplines.filter(isDiscipline)),
      },
      sessionId: row.session_id,
      kind: row.kind,
      mustChangePassword: row.kind === 'browser' && (row.must_change ?? false),
      expiresAt: row.expires_at.toISOString(),
    };
  }

  /** Begins a session of a person at a screen. */
  async begin(accountId: string, origin?: Origin): Promise<NewSession> {
    const { absolute, idle } = this.#lifetimes;
    return await this.#make({ accountId, kind: 'browser', label: null, seconds: absolute, idle, origin });
  }

  /** Makes a token for a program that acts as an account. */
  async makeToken(accountId: string, { label, days }: { readonly label: string; readonly days: number }, by: string): Promise<NewSession> {
    const made = await this.#make({ accountId, kind: 'program', label, seconds: days * 86_400, idle: null });
    await this.#log(by, accountId, 'token made', { sessionId: made.sessionId, label, days });
    return made;
  }

  /** The sessions and tokens of an account that have not ended, the newest first. */
  async of(accountId: string): Promise<SessionEntry[]> {
    const rows = await this.#db
      .selectFrom('access.sessions')
      .select(['session_id', 'kind', 'label', 'agent', 'address', 'created_at', 'used_at', 'expires_at'])
      .where('account_id', '=', accountId)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', sql<Date>`now()`)
      .where(sql<boolean>`(idle_seconds is null or used_at > now() - make_interval(secs => idle_seconds))`)
      .orderBy('created_at', 'desc')
      .execute();
    return rows.map((row) => ({
      sessionId: row.session_id,
      kind: row.kind,
      label: row.label,
      agent: row.agent,
      address: row.address,
      createdAt: row.created_at.toISOString(),
      usedAt: row.used_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
    }));
  }

  /**
   * Ends one session or token of an account.
   * @throws Problem `access.unknown-session`
   */
  async revoke(accountId: string, sessionId: string, by: string): Promise<void> {
    const { numUpdatedRows } = await this.#db
      .updateTable('access.sessions')
      .set({ revoked_at: sql`clock_timestamp()` })
      .where('account_id', '=', accountId)
      .where('session_id', '=', sessionId)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw problem('access.unknown-session', 'The account has no such session or token.', { sessionId });
    this.forgetRecent();
    await this.#log(by, accountId, 'session ended', { sessionId });
  }

  /** Ends every session of a browser but one; tokens of programs go on. Answers how many ended. */
  async revokeOthers(accountId: string, keep: string, by: string): Promise<number> {
    const { numUpdatedRows } = await this.#db
      .updateTable('access.sessions')
      .set({ revoked_at: sql`clock_timestamp()` })
      .where('account_id', '=', accountId)
      .where('session_id', '<>', keep)
      .where('kind', '=', 'browser')
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', sql<Date>`now()`)
      .executeTakeFirst();
    this.forgetRecent();
    if (numUpdatedRows > 0n) await this.#log(by, accountId, 'other sessions ended', { sessions: Number(numUpdatedRows) });
    return Number(numUpdatedRows);
  }

  /** Ends every session and token of an account. */
  async revokeAll(accountId: string): Promise<void> {
    await revokeSessions(this.#db, accountId);
    this.forgetRecent();
  }

  /** Looks everything up anew, so that what was revoked in this process ends at once. */
  forgetRecent(): void {
    this.#recent = new RecentlyUsed<Recent>(CACHED_AT_MOST);
  }

  async #make(made: {
    accountId: string;
    kind: 'browser' | 'program';
    label: string | null;
    seconds: number;
    idle: number | null;
    origin?: Origin | undefined;
  }): Promise<NewSession> {
    const [token, sessionId] = [newToken(), randomUUID()];
    const { expires_at } = await this.#db
      .insertInto('access.sessions')
      .values({
        token_digest: tokenDigest(token),
        session_id: sessionId,
        account_id: made.accountId,
        kind: made.kind,
        label: made.label,
        agent: made.origin?.agent?.slice(0, AGENT_LENGTH) ?? null,
        address: made.origin?.address ?? null,
        expires_at: sql`clock_timestamp() + make_interval(secs => ${made.seconds})`,
        idle_seconds: made.idle,
      })
      .returning('expires_at')
      .executeTakeFirstOrThrow();
    return { sessionId, token, expiresAt: expires_at.toISOString() };
  }

  async #log(actor: string, accountId: string, change: string, detail: object): Promise<void> {
    const row = { actor, site: this.#site, account_id: accountId, change, detail: JSON.stringify(detail) };
    await this.#db.insertInto('access.account_log').values(row).execute();
  }
}
