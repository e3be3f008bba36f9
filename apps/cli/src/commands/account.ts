import { text } from 'node:stream/consumers';
import { type Account, isDiscipline, isRole, ROLES, type RoleGiven, SiteAccess } from '@tumor-board/access';
import { readSettings } from '@tumor-board/config';
import { problem } from '@tumor-board/kernel';
import { DISCIPLINES } from '@tumor-board/knowledge';
import { inColumns } from '../columns.js';
import { withDatabase } from '../database.js';
import { type Terminal, writeLine } from '../terminal.js';

const BY = 'operator';

/** Options of `account add`. */
export interface AddOptions {
  readonly name?: string;
  /** As typed: `chair`, `clinician:radiology,pathology`. */
  readonly role?: readonly string[];
  readonly stdin?: boolean;
}

/** Options of `account token`. */
export interface TokenOptions {
  readonly label: string;
  readonly days: string;
}

const withAccess = async <Result>(work: (access: SiteAccess) => Promise<Result>, mayBeNew = false): Promise<Result> => {
  const settings = readSettings(process.env);
  return await withDatabase({ settings, mayBeNew }, (pool) => work(new SiteAccess({ pool, site: settings.SITE })));
};

/** A role as it is typed. */
function roleGiven(typed: string): RoleGiven {
  const [role = '', list] = typed.split(':', 2);
  if (!isRole(role)) throw problem('access.account-invalid', `"${role}" is not a role; there are ${ROLES.join(', ')}.`);
  if (list === undefined) return { role };
  const disciplines = list.split(',').map((name) => {
    if (isDiscipline(name)) return name;
    throw problem('access.account-invalid', `"${name}" is not a discipline; there are ${DISCIPLINES.join(', ')}.`);
  });
  return { role, disciplines };
}

/** A password from standard input, without the end of its line. */
const readPassword = async ({ input }: Terminal): Promise<string> => (await text(input)).replace(/\r?\n$/, '');

/** Makes an account and prints its one-time password, or takes its password from standard input. */
export async function addAccount(
  login: string,
  { name = login, role = [], stdin = false }: AddOptions,
  terminal: Terminal,
): Promise<number> {
  const roles = role.map(roleGiven);
  const chosen = stdin ? { password: await readPassword(terminal), mustChangePassword: false } : {};
  const { password } = await withAccess(({ accounts }) => accounts.add({ login, name, roles, ...chosen }, BY), true);
  await writeLine(terminal.output, stdin ? `${login}: added` : `${login}: one-time password ${password}`);
  return 0;
}

/** Gives an account a one-time password and prints it, or takes the password from standard input. */
export async function resetPassword(login: string, { stdin = false }: { readonly stdin?: boolean }, terminal: Terminal): Promise<number> {
  const chosen = stdin ? await readPassword(terminal) : undefined;
  const password = await withAccess(async ({ accounts }) => accounts.resetPassword((await accounts.byLogin(login)).accountId, BY, chosen));
  await writeLine(terminal.output, stdin ? `${login}: password changed` : `${login}: one-time password ${password}`);
  return 0;
}

/** Lets an account sign in, or signs it out for good. */
export async function enableAccount(login: string, enabled: boolean, { output }: Terminal): Promise<number> {
  await withAccess(async ({ accounts }) => accounts.change((await accounts.byLogin(login)).accountId, { enabled }, BY));
  await writeLine(output, `${login}: ${enabled ? 'enabled' : 'disabled'}`);
  return 0;
}

/** Prints a token for a program that acts as an account. */
export async function makeToken(login: string, { label, days }: TokenOptions, { output }: Terminal): Promise<number> {
  const made = await withAccess(async ({ accounts, sessions }) =>
    sessions.makeToken((await accounts.byLogin(login)).accountId, { label, days: Number(days) }, BY),
  );
  await writeLine(output, made.token);
  return 0;
}

/** Lists the accounts of the site. */
export async function listAccounts({ json = false }: { readonly json?: boolean }, { output }: Terminal): Promise<number> {
  const accounts = await withAccess((access) => access.accounts.list());
  if (json) await writeLine(output, JSON.stringify(accounts));
  else for (const line of inColumns(accounts.map(row))) await writeLine(output, line);
  return 0;
}

const row = ({ login, name, enabled, demo, mustChangePassword, roles }: Account): string[] => [
  login,
  name,
  roles.map(({ role, disciplines }) => [role, ...(disciplines.length > 0 ? [disciplines.join(',')] : [])].join(':')).join(' ') || 'no role',
  [...(enabled ? [] : ['disabled']), ...(mustChangePassword ? ['has a one-time password'] : []), ...(demo ? ['demo'] : [])].join(', '),
];
