import { randomUUID } from 'node:crypto';
import { type PasswordCost, ROLES, type Role, SiteAccess } from '@tumor-board/access';
import { DISCIPLINES, type Discipline } from '@tumor-board/knowledge';
import type pg from 'pg';

/** The least that a password hash can cost; for tests alone. */
export const CHEAP_PASSWORDS: PasswordCost = { memory: 8, passes: 1, parallelism: 1 };

/** A person who has signed in, and what to send so that requests are theirs. */
export interface SignedInPerson {
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly password: string;
  readonly token: string;
  readonly headers: { readonly authorization: string };
}

/** Whom to sign in; without anything somebody of every role and discipline at the site `default`. */
export interface SignedInOptions {
  readonly site?: string;
  readonly roles?: readonly Role[];
  /** Of a clinician; all when not given. */
  readonly disciplines?: readonly Discipline[];
  readonly login?: string;
  readonly name?: string;
}

/** Makes an account of a test's own and signs it in: `call('GET', '/api/cases', { headers: (await signedIn(pool)).headers })`. */
export async function signedIn(pool: pg.Pool, options: SignedInOptions = {}): Promise<SignedInPerson> {
  const {
    site = 'default',
    roles = ROLES,
    disciplines = DISCIPLINES,
    login = `test-${randomUUID().slice(0, 13)}`,
    name = `Dr ${login}`,
  } = options;
  const { accounts, sessions } = new SiteAccess({ pool, site, passwordCost: CHEAP_PASSWORDS });
  const given = roles.map((role) => (role === 'clinician' ? { role, disciplines } : { role }));
  const account = { login, name, roles: given, password: 'correct horse battery', mustChangePassword: false };
  const { accountId, password } = await accounts.add(account, 'test');
  const { token } = await sessions.begin(accountId);
  return { accountId, login, name, password, token, headers: { authorization: `Bearer ${token}` } };
}
