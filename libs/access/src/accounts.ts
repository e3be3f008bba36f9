import { randomUUID } from 'node:crypto';
import { kyselyOver } from '@tumor-board/database';
import { problem } from '@tumor-board/kernel';
import type { Discipline } from '@tumor-board/knowledge';
import { type Kysely, sql, type Transaction } from 'kysely';
import type pg from 'pg';
import { hashPassword, PASSWORD_COST, type PasswordCost } from './password-hash.js';
import { isDiscipline, isRole, type Role, type RoleGiven } from './roles.js';
import { newPassword } from './secrets.js';
import type { AccessTables } from './tables.js';

/** An account as an administrator sees it. */
export interface Account {
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly enabled: boolean;
  /** True when it came with the example cases. */
  readonly demo: boolean;
  /** True until the person has chosen a password of their own. */
  readonly mustChangePassword: boolean;
  readonly createdAt: string;
  /** At this site. */
  readonly roles: readonly { readonly role: Role; readonly disciplines: readonly Discipline[] }[];
}

/** An account to be made. */
export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly RoleGiven[];
  readonly demo?: boolean;
  /** Made up when not given. */
  readonly password?: string;
  /** Default true: the password is good for choosing another. */
  readonly mustChangePassword?: boolean;
}

/** What can be changed of an account. */
export interface AccountChange {
  readonly name?: string | undefined;
  readonly enabled?: boolean | undefined;
  /** The roles at this site, all of them. */
  readonly roles?: readonly RoleGiven[] | undefined;
}

/** What accounts are kept with. */
export interface AccountsOptions {
  readonly pool: pg.Pool;
  readonly site: string;
  readonly passwordCost?: PasswordCost;
  /** Called when what an account may do has changed. */
  readonly onChange?: () => void;
}

type Work = Transaction<AccessTables>;

/** One lock for what depends on all accounts: that there is one at all, and one administrator. */
const whole = sql`select pg_advisory_xact_lock(7412027)`;

const LOGIN = /^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/;

/** The accounts, and what they may do at a site. `by` names who does it, as `metadata.actor` does. */
export class Accounts {
  readonly #db: Kysely<AccessTables>;
  readonly #site: string;
  readonly #cost: PasswordCost;
  readonly #changed: () => void;

  constructor({ pool, site, passwordCost = PASSWORD_COST, onChange = () => undefined }: AccountsOptions) {
    this.#db = kyselyOver<AccessTables>(pool);
    this.#site = site;
    this.#cost = passwordCost;
    this.#changed = onChange;
  }

  /**
   * Makes an account and answers its password.
   * @throws Problem `access.login-taken`, `access.account-invalid`
   */
  async add(account: NewAccount, by: string): Promise<{ readonly accountId: string; readonly password: string }> {
    const prepared = await this.#prepared(account);
    await this.#db.transaction().execute((work) => this.#insert(work, prepared, by));
    return prepared;
  }

  /** Makes the first account of all, an administrator; undefined when there is one already, at whatever site. */
  async addFirst(
    account: Omit<NewAccount, 'roles'>,
    by: string,
  ): Promise<{ readonly accountId: string; readonly password: string } | undefined> {
    if (await this.any()) return undefined;
    const prepared = await this.#prepared({ ...account, roles: [{ role: 'administrator' }] });
    return await this.#db.transaction().execute(async (work) => {
      await whole.execute(work);
      if ((await work.selectFrom('access.accounts').select('account_id').limit(1).execute()).length > 0) return undefined;
      await this.#insert(work, prepared, by);
      return prepared;
    });
  }

  /** True when there is an account. */
  async any(): Promise<boolean> {
    return (await this.#db.selectFrom('access.accounts').select('account_id').limit(1).execute()).length > 0;
  }

  /** The accounts that have a role at this site, or none anywhere, by login name. */
  async list(): Promise<Account[]> {
    return await this.#read();
  }

  /** @throws Problem `access.unknown-account` */
  async get(accountId: string): Promise<Account> {
    const [account] = await this.#read(accountId);
    if (account === undefined) throw problem('access.unknown-account', 'There is no such account at this site.', { accountId });
    return account;
  }

  /** @throws Problem `access.unknown-account` */
  async byLogin(login: string): Promise<Account> {
    const found = (await this.#read()).find((account) => account.login === login.toLowerCase());
    if (found === undefined) throw problem('access.unknown-account', `There is no account "${login}".`, { login });
    return found;
  }

  /**
   * Changes an account. Who is disabled is signed out everywhere.
   * @throws Problem `access.unknown-account`, `access.other-site`, `access.last-administrator`, `access.account-invalid`
   */
  async change(accountId: string, change: AccountChange, by: string): Promise<Account> {
    const { name, enabled, roles } = change;
    if (name !== undefined) checkName(name);
    if (roles !== undefined) checkRoles(roles);
    await this.#db.transaction().execute(async (work) => {
      await whole.execute(work);
      if (name !== undefined || enabled !== undefined) {
        await this.#refuseOtherSite(work, accountId);
        const values = { ...(name === undefined ? {} : { name }), ...(enabled === undefined ? {} : { enabled }) };
        await work.updateTable('access.accounts').set(values).where('account_id', '=', accountId).execute();
      }
      if (roles !== undefined) {
        await work.deleteFrom('access.account_roles').where('account_id', '=', accountId).where('site', '=', this.#site).execute();
        await this.#giveRoles(work, accountId, roles);
      }
      if (enabled === false) await revokeSessions(work, accountId);
      await this.#log(work, by, accountId, 'changed', { ...change });
      await this.#refuseWithoutAdministrator(work);
    });
    this.#changed();
    return await this.get(accountId);
  }

  /**
   * Gives an account a password that was made up, good for choosing another, and signs it out everywhere.
   * @throws Problem `access.unknown-account`, `access.other-site`
   */
  async resetPassword(accountId: string, by: string, chosen?: string): Promise<string> {
    await this.get(accountId);
    const password = chosen ?? newPassword();
    const secret = await hashPassword(password, this.#cost);
    await this.#db.transaction().execute(async (work) => {
      await this.#refuseOtherSite(work, accountId);
      await work
        .updateTable('access.identities')
        .set({ secret, must_change: chosen === undefined, changed_at: new Date() })
        .where('account_id', '=', accountId)
        .where('provider', '=', 'password')
        .execute();
      await revokeSessions(work, accountId);
      await this.#log(work, by, accountId, 'password reset', {});
    });
    this.#changed();
    return password;
  }

  /**
   * Holds an administrator to the accounts of their own site.
   * @throws Problem `access.unknown-account`, `access.other-site`
   */
  async refuseOtherSite(accountId: string): Promise<void> {
    await this.get(accountId);
    await this.#refuseOtherSite(this.#db, accountId);
  }

  async #prepared(account: NewAccount) {
    const login = account.login.toLowerCase();
    if (!LOGIN.test(login)) {
      const message = 'expected small letters, digits, dots, dashes and underlines, at most 64';
      throw problem('access.account-invalid', `login: ${message}`, {}, [{ path: 'login', message }]);
    }
    checkName(account.name);
    checkRoles(account.roles);
    const password = account.password ?? newPassword();
    const secret = await hashPassword(password, this.#cost);
    return { ...account, login, password, secret, accountId: randomUUID() };
  }

  async #insert(work: Work, account: NewAccount & { accountId: string; secret: string }, by: string): Promise<void> {
    const { accountId, login, name, secret, roles, demo = false, mustChangePassword = true } = account;
    const made = await work
      .insertInto('access.accounts')
      .values({ account_id: accountId, login, name, demo })
      .onConflict((conflict) => conflict.column('login').doNothing())
      .returning('account_id')
      .execute();
    if (made.length === 0) throw problem('access.login-taken', `There is an account "${login}" already.`, { login });
    await work
      .insertInto('access.identities')
      .values({ provider: 'password', subject: login, account_id: accountId, secret, must_change: mustChangePassword })
      .execute();
    await this.#giveRoles(work, accountId, roles);
    await this.#log(work, by, accountId, 'added', { login, roles });
  }

  async #giveRoles(work: Work, accountId: string, roles: readonly RoleGiven[]): Promise<void> {
    if (roles.length === 0) return;
    await work
      .insertInto('access.account_roles')
      .values(roles.map(({ role, disciplines = [] }) => ({ account_id: accountId, site: this.#site, role, disciplines: [...disciplines] })))
      .execute();
  }

  async #log(work: Work, actor: string, accountId: string, change: string, detail: object): Promise<void> {
    const row = { actor, site: this.#site, account_id: accountId, change, detail: JSON.stringify(detail) };
    await work.insertInto('access.account_log').values(row).execute();
  }

  /** Whoever administers one hospital must not take over the accounts of another. */
  async #refuseOtherSite(work: Kysely<AccessTables>, accountId: string): Promise<void> {
    const elsewhere = await work
      .selectFrom('access.account_roles')
      .select('site')
      .where('account_id', '=', accountId)
      .where('site', '<>', this.#site)
      .limit(1)
      .execute();
    if (elsewhere.length > 0) {
      throw problem('access.other-site', 'The account has roles at another site too; only its roles here can be changed here.', {
        accountId,
      });
    }
  }

  async #refuseWithoutAdministrator(work: Work): Promise<void> {
    const left = await work
      .selectFrom('access.account_roles as r')
      .innerJoin('access.accounts as a', 'a.account_id', 'r.account_id')
      .select('a.account_id')
      .where('r.site', '=', this.#site)
      .where('r.role', '=', 'administrator')
      .where('a.enabled', '=', true)
      .limit(1)
      .execute();
    if (left.length === 0) throw problem('access.last-administrator', 'The site would be left without an administrator.');
  }

  async #read(accountId?: string): Promise<Account[]> {
    const rows = await this.#db
      .selectFrom('access.accounts as a')
      .leftJoin('access.identities as i', (join) => join.onRef('i.account_id', '=', 'a.account_id').on('i.provider', '=', 'password'))
      .leftJoin('access.account_roles as r', 'r.account_id', 'a.account_id')
      .select([
        'a.account_id',
        'a.login',
        'a.name',
        'a.enabled',
        'a.demo',
        'a.created_at',
        'i.must_change',
        'r.site',
        'r.role',
        'r.disciplines',
      ])
      .$if(accountId !== undefined, (query) => query.where('a.account_id', '=', accountId ?? ''))
      .orderBy('a.login')
      .orderBy('r.role')
      .execute();
    const accounts = new Map<string, { account: Account & { roles: Account['roles'][number][] }; elsewhere: boolean }>();
    for (const row of rows) {
      const known = accounts.get(row.account_id) ?? {
        account: {
          accountId: row.account_id,
          login: row.login,
          name: row.name,
          enabled: row.enabled,
          demo: row.demo,
          mustChangePassword: row.must_change ?? false,
          createdAt: row.created_at.toISOString(),
          roles: [],
        },
        elsewhere: false,
      };
      accounts.set(row.account_id, known);
      if (row.role === null) continue;
      if (row.site === this.#site && isRole(row.role)) {
        known.account.roles.push({ role: row.role, disciplines: (row.disciplines ?? []).filter(isDiscipline) });
      } else known.elsewhere = true;
    }
    return [...accounts.values()].filter(({ account, elsewhere }) => account.roles.length > 0 || !elsewhere).map(({ account }) => account);
  }
}

/** Ends every session and token of an account. */
export async function revokeSessions(work: Kysely<AccessTables>, accountId: string): Promise<void> {
  await work
    .updateTable('access.sessions')
    .set({ revoked_at: sql`clock_timestamp()` })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .execute();
}

function checkName(name: string): void {
  if (name.trim().length > 0 && name.length <= 200) return;
  const message = 'expected the name of the person, at most 200 characters';
  throw problem('access.account-invalid', `name: ${message}`, {}, [{ path: 'name', message }]);
}

function checkRoles(roles: readonly RoleGiven[]): void {
  const faults = roles.flatMap(({ role, disciplines = [] }, index) => [
    ...(roles.findIndex((other) => other.role === role) === index
      ? []
      : [{ path: `roles[${index}].role`, message: 'expected each role once' }]),
    ...(role === 'clinician' && disciplines.length === 0
      ? [{ path: `roles[${index}].disciplines`, message: 'expected the disciplines of a clinician' }]
      : []),
    ...(role !== 'clinician' && disciplines.length > 0
      ? [{ path: `roles[${index}].disciplines`, message: 'expected disciplines of a clinician only' }]
      : []),
  ]);
  if (faults.length > 0)
    throw problem('access.account-invalid', faults.map(({ path, message }) => `${path}: ${message}`).join('; '), {}, faults);
}
