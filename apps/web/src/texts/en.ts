import { accountTexts } from './en-accounts.js';
import { auditTexts } from './en-audit.js';
import { caseTexts } from './en-case.js';
import { claimsTexts } from './en-claims.js';
import { decisionTexts } from './en-decision.js';
import { knowledgeTexts } from './en-knowledge.js';
import { meetingTexts } from './en-meeting.js';
import { operationsTexts } from './en-operations.js';
import { patientTexts } from './en-patient.js';
import { queueTexts } from './en-queue.js';
import { shellTexts } from './en-shell.js';

/** Every text of the screens, in one place, so that other languages can follow. */
export const en = {
  product: 'Tumor board',
  notADevice: 'For professionals, as decision support. A named clinician decides.',
  sections: {
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
  },
  signIn: {
    title: 'Sign in',
    login: 'Login',
    password: 'Password',
    submit: 'Sign in',
    signOut: 'Sign out',
    changeTitle: 'Choose a password of your own',
    changeWhy: 'The password you were given works once.',
    current: 'Password you were given',
    next: 'New password',
    repeat: 'New password again',
    different: 'The two are not the same.',
    change: 'Change the password',
  },
  states: {
    loading: 'Loading',
    retry: 'Try again',
    offline: 'No connection. What you see may be out of date; what you enter is kept until the connection is back.',
    unreachable: 'The service cannot be reached.',
    failed: 'This could not be shown.',
    notFound: 'There is nothing at this address.',
    notAllowed: 'Your roles do not allow this.',
  },
  live: { connecting: 'Connecting', live: 'Live', lost: 'Reconnecting' },
  queue: queueTexts,
  case: caseTexts,
  claims: claimsTexts,
  meeting: meetingTexts,
  decision: decisionTexts,
  audit: auditTexts,
  knowledge: knowledgeTexts,
  accounts: accountTexts,
  operations: operationsTexts,
  patient: patientTexts,
  shell: shellTexts,
  asOf: (moment: string) => `as of ${moment}`,
  skipToContent: 'Skip to the content',
  colorScheme: 'Light or dark',
} as const;
