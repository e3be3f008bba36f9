// Every text of the screens, in one place, so that other languages can follow. Each area is a module of its own, of which a
// screen loads no more than it says.
export { accountTexts as accounts } from './en-accounts.js';
export { auditTexts as audit } from './en-audit.js';
export { caseTexts as case } from './en-case.js';
export { claimsTexts as claims } from './en-claims.js';
export { decisionTexts as decision } from './en-decision.js';
export { knowledgeTexts as knowledge } from './en-knowledge.js';
export { meetingTexts as meeting } from './en-meeting.js';
export { operationsTexts as operations } from './en-operations.js';
export { patientTexts as patient } from './en-patient.js';
export { queueTexts as queue } from './en-queue.js';
export { shellTexts as shell } from './en-shell.js';

export const product = 'Tumor board' as const;
export const notADevice = 'For professionals, as decision support. A named clinician decides.' as const;
export const sections = {
  queue: 'Queue',
  cases: 'Cases',
  meetings: 'Meetings',
  actions: 'Actions',
  audit: 'Audit',
  knowledge: 'Knowledge',
  accounts: 'Accounts',
  patients: 'Patients',
  erasure: 'Erasure',
  operations: 'Operations',
} as const;
export const signIn = {
  login: 'Login',
  password: 'Password',
  submit: 'Sign in',
  signOut: 'Sign out',
  notSignedOut: 'You are not signed out yet. Whoever comes after you at this computer would go on as you.',
  ownAccount: 'Your account',
  changeTitle: 'Choose a password of your own',
  changeWhy: 'The password you were given works once.',
  current: 'Password you were given',
  next: 'New password',
  repeat: 'New password again',
  different: 'The two are not the same.',
  change: 'Change the password',
} as const;
export const states = {
  loading: 'Loading',
  retry: 'Try again',
  offline: 'No connection. What you see may be out of date; what you enter is kept until the connection is back.',
  unreachable: 'The service cannot be reached.',
  unreadable: 'The answer of the service cannot be read.',
  failed: 'This could not be shown.',
  notFound: 'There is nothing at this address.',
  notAllowed: 'Your roles do not allow this.',
} as const;
export const live = { connecting: 'Connecting', live: 'Live', lost: 'Reconnecting' } as const;
export const asOf = (moment: string) => `as of ${moment}`;
export const skipToContent = 'Skip to the content' as const;
export const colorScheme = 'Light or dark' as const;
