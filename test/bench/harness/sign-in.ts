import { SiteAccess } from '@tumor-board/access';
import type pg from 'pg';

/** Makes an account with a token. Answers the headers that requests of it carry. */
export async function signIn(pool: pg.Pool): Promise<Readonly<Record<string, string>>> {
  const { accounts, sessions } = new SiteAccess({ pool, site: 'default' });
  const { accountId } = await accounts.add(
    {
      login: 'bench',
      name: 'Benchmark',
      password: 'a password that nobody types',
      mustChangePassword: false,
      roles: [{ role: 'coordinator' }, { role: 'clinician', disciplines: ['radiology'] }],
    },
    'bench',
  );
  const { token } = await sessions.makeToken(accountId, { label: 'bench', days: 1 }, 'bench');
  return { authorization: `Bearer ${token}` };
}
