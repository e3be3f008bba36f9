import { ROLES } from '@tumor-board/access';
import { DISCIPLINES } from '@tumor-board/knowledge';
import { z } from 'zod';
import { caseListQuery } from '../cases/case-requests.js';

const password = z.string().min(1).max(256);

/** Signing in. */
export const credentials = z.strictObject({ login: z.string().min(1).max(200), password: password.describe('Never logged.') });
export type Credentials = z.infer<typeof credentials>;

/** Choosing a password. */
export const passwordChange = z.strictObject({
  current: password.describe('The password until now, also a one-time one.'),
  password: password.describe('At least 12 characters, without the login name.'),
});
export type PasswordChange = z.infer<typeof passwordChange>;

const role = z.strictObject({
  role: z.enum(ROLES),
  disciplines: z.array(z.enum(DISCIPLINES)).max(DISCIPLINES.length).optional().describe('Of a clinician: what they can speak for.'),
});
const roles = z.array(role).max(ROLES.length).describe('At this site.');
const name = z
  .string()
  .describe('As it stands under signatures.')
  .meta({ examples: ['Dr A. Meier'] });

/** An account to be made. */
export const newAccount = z.strictObject({
  login: z
    .string()
    .describe('Small letters, digits, dots, dashes and underlines.')
    .meta({ examples: ['a.meier'] }),
  name,
  roles,
});
export type NewAccountRequest = z.infer<typeof newAccount>;

/** What is to be changed of an account. */
export const accountChange = z.strictObject({
  name: name.optional(),
  enabled: z.boolean().optional().describe('False ends all its sessions and tokens.'),
  roles: roles.optional(),
});
export type AccountChangeRequest = z.infer<typeof accountChange>;

/** An account in an address. */
export const accountPath = z.strictObject({
  id: z.uuid({ error: 'expected the id of an account, a UUID' }).describe('The id of the account.'),
});
export type AccountPath = z.infer<typeof accountPath>;

/** A session in an address. */
export const sessionPath = z.strictObject({
  ...accountPath.shape,
  sessionId: z.uuid({ error: 'expected the id of a session, a UUID' }).describe('The id of the session or token.'),
});
export type SessionPath = z.infer<typeof sessionPath>;

/** A session of one's own in an address. */
export const ownSessionPath = z.strictObject({ sessionId: sessionPath.shape.sessionId });
export type OwnSessionPath = z.infer<typeof ownSessionPath>;

/** A token to be made. */
export const newToken = z.strictObject({
  label: z
    .string()
    .min(1)
    .max(200)
    .describe('What it is for.')
    .meta({ examples: ['laboratory interface'] }),
  days: z.int().min(1).max(730).describe('How long it is good for.'),
});
export type NewTokenRequest = z.infer<typeof newToken>;

const moment = z.iso.datetime({ error: 'expected a moment such as 2026-11-23T07:00:00Z' });
const { limit } = caseListQuery.shape;

/** The questions of the read log. */
export const readLogQuery = z.strictObject({
  caseId: z.uuid({ error: 'expected the id of a case, a UUID' }).optional().describe('Who was shown this case.'),
  patientId: z.uuid({ error: 'expected the id of a patient, a UUID' }).optional().describe('Who was shown who this is.'),
  account: z.string().max(100).optional().describe('What this account was shown: its id, or `operator`.'),
  from: moment.optional(),
  to: moment.optional().describe('Before this moment.'),
  limit,
  after: z.string().max(40).optional().describe('`next` of the page before.'),
});
export type ReadLogRequest = z.infer<typeof readLogQuery>;
