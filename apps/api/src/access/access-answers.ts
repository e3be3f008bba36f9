import { type Account, ROLES, type SessionEntry, type SignedIn } from '@tumor-board/access';
import { DISCIPLINES } from '@tumor-board/knowledge';
import { z } from 'zod';

const role = z.enum(ROLES);
const discipline = z.enum(DISCIPLINES);

/** Who has signed in. */
export const sessionAnswer = z.strictObject({
  /** The id of the account; `operator` for who runs the service. */
  account: z.string(),
  login: z.string(),
  name: z.string(),
  site: z.string(),
  roles: z.array(role),
  disciplines: z.array(discipline),
  /** True while nothing is allowed but to choose a password. */
  mustChangePassword: z.boolean(),
  /** When the session ends, whatever happens. */
  expiresAt: z.iso.datetime(),
});
export type SessionAnswer = z.infer<typeof sessionAnswer>;

export const toSession = ({ person, mustChangePassword, expiresAt }: SignedIn): SessionAnswer => ({
  account: person.accountId,
  login: person.login,
  name: person.name,
  site: person.site,
  roles: [...person.roles],
  disciplines: [...person.disciplines],
  mustChangePassword,
  expiresAt,
});

/** An account as an administrator sees it. */
export const accountAnswer = z.strictObject({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  enabled: z.boolean(),
  /** True when it came with the example cases. */
  demo: z.boolean(),
  mustChangePassword: z.boolean(),
  createdAt: z.iso.datetime(),
  roles: z.array(z.strictObject({ role, disciplines: z.array(discipline) })),
});
export type AccountAnswer = z.infer<typeof accountAnswer>;

export const toAccount = ({ accountId, roles, ...account }: Account): AccountAnswer => ({
  id: accountId,
  ...account,
  roles: roles.map((one) => ({ role: one.role, disciplines: [...one.disciplines] })),
});

/** The accounts of the site. */
export const accountListAnswer = z.strictObject({ accounts: z.array(accountAnswer) });

/** An account with a password that is shown this once. */
export const newAccountAnswer = z.strictObject({ account: accountAnswer, oneTimePassword: z.string() });

/** A session or token that has not ended. */
export const sessionEntryAnswer = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['browser', 'program']),
  label: z.string().nullable(),
  agent: z.string().nullable().describe('What the browser said that it was.'),
  address: z.string().nullable().describe('The network address from which it was begun.'),
  createdAt: z.iso.datetime(),
  usedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});

export const toSessionEntry = ({ sessionId, ...entry }: SessionEntry): z.infer<typeof sessionEntryAnswer> => ({ id: sessionId, ...entry });

/** The sessions and tokens of an account. */
export const sessionListAnswer = z.strictObject({ sessions: z.array(sessionEntryAnswer) });

/** One's own sessions and tokens. */
export const ownSessionsAnswer = z.strictObject({
  /** The newest first; `isThis` is the one that asks. */
  sessions: z.array(z.strictObject({ ...sessionEntryAnswer.shape, isThis: z.boolean() })),
});

/** How many sessions have ended. */
export const endedAnswer = z.strictObject({ sessions: z.int().nonnegative() });

/** A token, shown this once. */
export const tokenAnswer = z.strictObject({ id: z.uuid(), token: z.string(), expiresAt: z.iso.datetime() });
