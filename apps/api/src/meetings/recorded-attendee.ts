import { type Account, actorOf } from '@tumor-board/access';
import type { Attendee } from '@tumor-board/board';
import { problem } from '@tumor-board/kernel';

/** Who is recorded as being there, and what they can speak for. */
export interface Entered extends Pick<Attendee, 'account' | 'disciplines'> {
  readonly name: string;
}

/** Who is recorded, with the conflicts of interest that were said before. */
export interface RecordedAttendee extends Entered {
  readonly conflicts: readonly string[];
}

const OF_ACCOUNT = actorOf('');

/** As a name is compared: however it is written, and with or without the dot of a title. */
const comparable = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\s.]+/gu, ' ')
    .trim()
    .toLowerCase();

/** The account that is meant: by its id, its login, or a name that no other has. */
function accountMeant({ account, name }: Entered, accounts: readonly Account[]): Account | undefined {
  const enabled = accounts.filter((one) => one.enabled);
  if (account.startsWith(OF_ACCOUNT)) {
    const found = enabled.find(({ accountId }) => actorOf(accountId) === account);
    if (found === undefined) throw problem('access.unknown-account', 'There is no such account.');
    return found;
  }
  const byLogin = enabled.find(({ login }) => login === account.toLowerCase());
  const [byName, ...others] = enabled.filter((one) => comparable(one.name) === comparable(name));
  return byLogin ?? (others.length === 0 ? byName : undefined);
}

/**
 * Who somebody else has recorded as being there. One person fills one seat: who has an account is there under it, with what
 * it can speak for, and who has none under the name that was given first, however it is written now.
 * @throws Problem `access.unknown-account`
 */
export function recordedAttendee(entered: Entered, accounts: readonly Account[], attendance: readonly Attendee[]): RecordedAttendee {
  const known = accountMeant(entered, accounts);
  const conflictsOf = (account: string) => attendance.find((one) => one.account === account)?.conflicts ?? [];
  if (known !== undefined) {
    const account = actorOf(known.accountId);
    const disciplines = [...new Set(known.roles.flatMap((role) => role.disciplines))];
    return { account, name: known.name, disciplines, conflicts: conflictsOf(account) };
  }
  const name = comparable(entered.name);
  const before = attendance.find((one) => !one.account.startsWith(OF_ACCOUNT) && comparable(one.name ?? one.account) === name);
  const account = before?.account ?? entered.account;
  return { ...entered, account, conflicts: conflictsOf(account) };
}
