import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RoleGiven, SiteAccess } from '@tumor-board/access';

/** An account for trying the example cases out. */
interface DemoAccount {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly RoleGiven[];
}

/** The disciplines that have a demo account: enough to decide on a case together. */
export const DEMO_DISCIPLINES = ['radiation-oncology', 'medical-oncology', 'radiology', 'pathology'] as const;

/** One account a role, and one a discipline of those that decide. */
const DEMO_ACCOUNTS = [
  { login: 'coordinator', name: 'Demo Coordinator', roles: [{ role: 'coordinator' }] },
  { login: 'chair', name: 'Demo Chair', roles: [{ role: 'chair' }] },
  { login: 'radiation-oncologist', name: 'Demo Radiation Oncologist', roles: [{ role: 'clinician', disciplines: ['radiation-oncology'] }] },
  { login: 'medical-oncologist', name: 'Demo Medical Oncologist', roles: [{ role: 'clinician', disciplines: ['medical-oncology'] }] },
  { login: 'radiologist', name: 'Demo Radiologist', roles: [{ role: 'clinician', disciplines: ['radiology'] }] },
  { login: 'pathologist', name: 'Demo Pathologist', roles: [{ role: 'clinician', disciplines: ['pathology'] }] },
  { login: 'auditor', name: 'Demo Auditor', roles: [{ role: 'auditor' }] },
  { login: 'knowledge-editor', name: 'Demo Knowledge Editor', roles: [{ role: 'knowledge-editor' }] },
] as const satisfies readonly DemoAccount[];

/** Who has a demo account. */
export type DemoLogin = (typeof DEMO_ACCOUNTS)[number]['login'];

const demoFile = (dataDir: string): string => path.join(dataDir, 'demo-accounts.txt');

/** Makes the accounts that come with the examples, all with one password; those that are there already stay. */
export async function makeDemoAccounts({ accounts }: SiteAccess, password: string, by: string): Promise<void> {
  const there = new Set((await accounts.list()).map(({ login }) => login));
  const missing: readonly DemoAccount[] = DEMO_ACCOUNTS.filter(({ login }) => !there.has(login));
  await Promise.all(missing.map((account) => accounts.add({ ...account, password, mustChangePassword: false, demo: true }, by)));
}

/**
 * Says how to sign in with the demo accounts. The same stands in a file of the data folder that its owner alone can read.
 */
export async function tellDemoAccounts(dataDir: string, password: string): Promise<string> {
  const logins = DEMO_ACCOUNTS.map(({ login }) => login);
  await writeFile(demoFile(dataDir), `password: ${password}\n${logins.map((login) => `login: ${login}\n`).join('')}`, { mode: 0o600 });
  return `Or try the examples as ${logins.join(', ')}: all have the password ${password}, kept in ${demoFile(dataDir)}.`;
}
