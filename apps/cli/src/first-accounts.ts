import type { SiteAccess } from '@tumor-board/access';

/**
 * Makes the first administrator of an empty database and says how to sign in; nothing when there is an account.
 * @param kept the one-time password of a first start that may have been cut off after making the account, which is told again
 */
export async function firstAdministrator({ accounts }: SiteAccess, by: string, kept?: string): Promise<string[]> {
  const made = await accounts.addFirst({ login: 'admin', name: 'Administrator', ...(kept === undefined ? {} : { password: kept }) }, by);
  const password = made?.password ?? kept;
  return password === undefined
    ? []
    : [`Sign in as admin with the one-time password ${password} and choose your own; it is shown this once.`];
}
