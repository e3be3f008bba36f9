import { kyselyOver } from '@tumor-board/database';
import { problem } from '@tumor-board/kernel';
import type { Kysely } from 'kysely';
import type pg from 'pg';
import { revokeSessions } from './accounts.js';
import { hashPassword, isOutdatedHash, isPasswordOf, PASSWORD_COST, type PasswordCost } from './password-hash.js';
import { checkPassword } from './password-rules.js';
import { actorOf } from './roles.js';
import { newPassword } from './secrets.js';
import type { NewSession, Origin, Sessions } from './sessions.js';
import type { AccessTables } from './tables.js';
import { Throttle } from './throttle.js';

/** What signing in works with. */
export interface SignInOptions {
  readonly pool: pg.Pool;
  readonly site: string;
  readonly sessions: Sessions;
  readonly passwordCost?: PasswordCost;
}

const refused = () => problem('access.credentials-refused', 'The login name or the password is wrong, or the account is disabled.');

/** What an identity says of a password. */
interface Known {
  readonly accountId: string;
  readonly login: string;
  readonly secret: string;
  readonly enabled: boolean;
}

const passwords = (db: Kysely<AccessTables>) =>
  db
    .selectFrom('access.identities as i')
    .innerJoin('access.accounts as a', 'a.account_id', 'i.account_id')
    .select(['i.account_id', 'a.login', 'i.secret', 'a.enabled'])
    .where('i.provider', '=', 'password');
type Passwords = ReturnType<typeof passwords>;

/** Proves who somebody is by their password. Wrong, unknown and disabled take the same time and say the same. */
export class SignIn {
  readonly #db: Kysely<AccessTables>;
  readonly #site: string;
  readonly #sessions: Sessions;
  readonly #cost: PasswordCost;
  readonly #throttle: Throttle;
  #nobody: Promise<string> | undefined;

  constructor({ pool, site, sessions, passwordCost = PASSWORD_COST }: SignInOptions) {
    this.#db = kyselyOver<AccessTables>(pool);
    this.#site = site;
    this.#sessions = sessions;
    this.#cost = passwordCost;
    this.#throttle = new Throttle(pool);
  }

  /**
   * Begins a session.
   * @param address where the attempt comes from, and `agent` what the browser says that it is
   * @throws Problem `access.credentials-refused`, `access.throttled`
   */
  async signIn(login: string, password: string, address: string, agent?: string): Promise<NewSession> {
    const subject = login.toLowerCase();
    const succeeded = await this.#throttle.attempt(subject, address);
    const known = await this.#known((query) => query.where('i.subject', '=', subject));
    const nobody = await this.#hashOfNobody();
    const right = await isPasswordOf(known?.secret ?? nobody, password);
    if (known === undefined || !right || !known.enabled) throw refused();
    await succeeded();
    await this.#renew(known, password);
    return await this.#sessions.begin(known.accountId, { address, agent });
  }

  /**
   * Makes sure that it is still the person of the account who is at the screen, before a signature.
   * @throws Problem `access.reauthentication-refused`, `access.throttled`
   */
  async verifyPassword(accountId: string, password: string): Promise<void> {
    const succeeded = await this.#throttle.attempt(`account ${accountId}`);
    const known = isAccountId(accountId) ? await this.#known((query) => query.where('i.account_id', '=', accountId)) : undefined;
    const nobody = await this.#hashOfNobody();
    const right = await isPasswordOf(known?.secret ?? nobody, password);
    if (known === undefined || !right || !known.enabled) {
      throw problem('access.reauthentication-refused', 'The password is wrong. Nothing was signed.', {}, [
        { path: 'password', message: 'expected your password' },
      ]);
    }
    await succeeded();
  }

  /**
   * Gives an account the password that its person has chosen, ends all its sessions and tokens, and begins a new session.
   * @throws Problem `access.reauthentication-refused`, `access.throttled`, `access.password-weak`
   */
  async changePassword(accountId: string, current: string, chosen: string, origin?: Origin): Promise<NewSession> {
    await this.verifyPassword(accountId, current);
    const known = await this.#known((query) => query.where('i.account_id', '=', accountId));
    if (known === undefined) throw refused();
    checkPassword(chosen, { login: known.login, previous: current });
    const secret = await hashPassword(chosen, this.#cost);
    await this.#db.transaction().execute(async (work) => {
      await work
        .updateTable('access.identities')
        .set({ secret, must_change: false, changed_at: new Date() })
        .where('account_id', '=', accountId)
        .where('provider', '=', 'password')
        .execute();
      await revokeSessions(work, accountId);
      const row = { actor: actorOf(accountId), site: this.#site, account_id: accountId, change: 'password changed', detail: '{}' };
      await work.insertInto('access.account_log').values(row).execute();
    });
    this.#sessions.forgetRecent();
    return await this.#sessions.begin(accountId, origin);
  }

  /** What is compared with when there is no account, at the same cost. */
  #hashOfNobody(): Promise<string> {
    this.#nobody ??= hashPassword(newPassword(), this.#cost);
    return this.#nobody;
  }

  async #known(which: (query: Passwords) => Passwords): Promise<Known | undefined> {
    const row = await which(passwords(this.#db)).executeTakeFirst();
    if (row === undefined || row.secret === null) return undefined;
    return { accountId: row.account_id, login: row.login, secret: row.secret, enabled: row.enabled };
  }

  /** Brings a hash of another time to today's cost, now that the password is known. */
  async #renew({ accountId, secret }: Known, password: string): Promise<void> {
    if (!isOutdatedHash(secret, this.#cost)) return;
    await this.#db
      .updateTable('access.identities')
      .set({ secret: await hashPassword(password, this.#cost) })
      .where('account_id', '=', accountId)
      .where('provider', '=', 'password')
      .where('secret', '=', secret)
      .execute();
  }
}

const isAccountId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
