/** What the edge makes of a problem: the one place that knows statuses. */
export interface ProblemKind {
  readonly status: number;
  readonly title: string;
  /** Tells the caller when to try again, in seconds. */
  readonly retryAfter?: number;
}

const UNKNOWN: ProblemKind = { status: 500, title: 'The service has failed' };

/** Every problem that can reach a caller, by its code. */
export const PROBLEMS: Readonly<Record<string, ProblemKind>> = {
  'request.invalid': { status: 400, title: 'The request is not valid' },
  'request.malformed': { status: 400, title: 'The request cannot be read' },
  'request.not-found': { status: 404, title: 'There is nothing at this address' },
  'request.unacceptable': { status: 415, title: 'The body is not JSON' },
  'request.too-large': { status: 413, title: 'The body is too large' },
  'request.refused': { status: 400, title: 'The request was refused' },
  'access.signed-out': { status: 401, title: 'Not signed in' },
  'access.credentials-refused': { status: 401, title: 'The sign-in was refused' },
  'access.denied': { status: 403, title: 'Not allowed' },
  'access.password-expired': { status: 403, title: 'A password must be chosen first' },
  'access.reauthentication-refused': { status: 403, title: 'The password is wrong' },
  'access.other-site': { status: 403, title: 'The account belongs to another site too' },
  'access.throttled': { status: 429, title: 'Too many attempts', retryAfter: 5 },
  'access.password-weak': { status: 400, title: 'The password is easily guessed' },
  'access.account-invalid': { status: 400, title: 'The account is not valid' },
  'access.unknown-account': { status: 404, title: 'There is no such account' },
  'access.unknown-session': { status: 404, title: 'There is no such session or token' },
  'access.login-taken': { status: 409, title: 'The login name belongs to another account' },
  'access.last-administrator': { status: 409, title: 'The site needs an administrator' },
  'case-file.invalid': { status: 400, title: 'The case file is not valid' },
  'fact.invalid': { status: 400, title: 'A fact is not valid' },
  'policy.invalid': { status: 400, title: 'The site policy is not valid' },
  'horizon.invalid': { status: 400, title: 'The day asked for is not valid' },
  'cursor.invalid': { status: 400, title: 'The page asked for is not valid' },
  'position.invalid': { status: 400, title: 'The position asked for is not valid' },
  'knowledge.unknown-release': { status: 400, title: 'There is no such knowledge release' },
  'knowledge.signature-invalid': { status: 400, title: 'The signature is not complete' },
  'knowledge.effective-from-invalid': { status: 400, title: 'The day of coming into force is not valid' },
  'knowledge.unknown-impact': { status: 404, title: 'There is no such impact report' },
  'knowledge.unknown-evidence': { status: 404, title: 'There is nothing under this id in the evidence register' },
  'knowledge.unknown-evidence-entry': { status: 404, title: 'There is no such entry in the evidence register' },
  'knowledge.unknown-trial': { status: 404, title: 'There is no such trial in the evidence register' },
  'knowledge.unknown-part': { status: 400, title: 'There is no such part of an assessment' },
  'knowledge.impact-mismatch': { status: 409, title: 'The report is another than the one that was signed' },
  'knowledge.unsigned-impact': { status: 409, title: 'The impact of the change is not signed' },
  'knowledge.release-edited': { status: 409, title: 'The release is not the one that was sealed' },
  'knowledge.version-conflict': { status: 409, title: 'The knowledge of the site has moved on' },
  'knowledge.stale-impact': { status: 409, title: 'The impact was reported against something else' },
  'append.size': { status: 400, title: 'Too much for one request' },
  'event.too-large': { status: 400, title: 'A fact is too large' },
  'case.unknown': { status: 404, title: 'There is no such case' },
  'case.already-open': { status: 409, title: 'The case is open already' },
  'case.reference-taken': { status: 409, title: 'The reference belongs to another case' },
  'case.version-conflict': { status: 409, title: 'The case has moved on' },
  'stream.version-conflict': { status: 409, title: 'The case has moved on' },
  'idempotency.key-reused': { status: 422, title: 'The key was used for something else' },
  'projection.behind': { status: 503, title: 'The read models are behind', retryAfter: 1 },
  'log.unavailable': { status: 503, title: 'The log cannot be reached', retryAfter: 2 },
  'log.overloaded': { status: 503, title: 'Too much to record at once', retryAfter: 1 },
  'log.closed': { status: 503, title: 'The service is stopping', retryAfter: 5 },
  'live.too-many': { status: 503, title: 'Too many listen already', retryAfter: 5 },
  'service.not-ready': { status: 503, title: 'The service is not ready', retryAfter: 2 },
  'service.failed': UNKNOWN,
};

/** What a problem is to a caller; a code that should not have come this far is a failure of ours. */
export const problemKind = (code: string): ProblemKind => (Object.hasOwn(PROBLEMS, code) ? (PROBLEMS[code] ?? UNKNOWN) : UNKNOWN);
