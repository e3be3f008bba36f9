import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newPassword, type RoleGiven, type SiteAccess } from '@tumor-board/access';

const BY = 'operator';

/** An account for trying the example cases out. */
interface DemoAccount {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly RoleGiven[];
}

/** One account a role; enough disciplines to decide on a case together. */
const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { login: 'coordinator', name: 'Demo Coordinator', roles: [{ role: 'coordinator' }] },
  { login: 'chair', name: 'Demo Chair', roles: [{ role: 'chair' }] },
  { login: 'radiation-oncologist', name: 'Demo Radiation Oncologist', roles: [{ role: 'clinician', disciplines: ['radiation-oncology'] }] },
  { login: 'medical-oncologist', name: 'Demo Medical Oncologist', roles: [{ role: 'clinician', disciplines: ['medical-oncology'] }] },
  { login: 'radiologist', name: 'Demo Radiologist', roles: [{ role: 'clinician', disciplines: ['radiology'] }] },
  { login: 'pathologist', name: 'Demo Pathologist', roles: [{ role: 'clinician', disciplines: ['pathology'] }] },
  { login: 'auditor', name: 'Demo Auditor', roles: [{ role: 'auditor' }] },
  { login: 'knowledge-editor', name: 'Demo Knowledge Editor', roles: [{ role: 'knowledge-editor' }] },
];

/** Makes the first administrator of an empty database and says how to sign in; nothing when there is an account. */
export async function firstAdministrator({ accounts }: SiteAccess): Promise<string[]> {
  const made = await accounts.addFirst({ login: 'admin', name: 'Administrator' }, BY);
  return made === undefined
    ? []
    : [`Sign in as admin with the one-time password ${made.password} and choose your own; it is shown this once.`];
}

const demoFile = (dataDir: string): string => path.join(dataDir, 'demo-accounts.txt');

/**
 * Makes the accounts that come with the example cases, all with one password that is made up here, and says how to sign
 * in. They are also in a file of the data folder that its owner alone can read.
 */
export async function demoAccounts({ accounts }: SiteAccess, dataDir: string): Promise<string[]> {
  const password = newPassword();
  for (const account of DEMO_ACCOUNTS) await accounts.add({ ...account, password, mustChangePassword: false, demo: true }, BY);
  const logins = DEMO_ACCOUNTS.map(({ login }) => login);
  await writeFile(demoFile(dataDir), `password: ${password}\n${logins.map((login) => `login: ${login}\n`).join('')}`, { mode: 0o600 });
  return [`Or try the examples as ${logins.join(', ')}: all have the password ${password}, kept in ${demoFile(dataDir)}.`];
}
