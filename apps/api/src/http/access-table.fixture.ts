import type { Role } from '@tumor-board/access';

/** Who a route is for, as the table of routes says it. */
export type Row = 'anyone' | 'monitor' | 'session' | 'signed-in' | readonly Role[];

const READERS: Row = ['coordinator', 'clinician', 'chair', 'auditor'];
const ASSESSMENT: Row = ['coordinator', 'clinician', 'chair', 'auditor', 'knowledge-editor'];
const WRITERS: Row = ['coordinator', 'clinician', 'chair'];
const MANAGERS: Row = ['coordinator', 'chair'];
const SIGNERS: Row = ['clinician', 'chair'];
const KNOWLEDGE: Row = ['knowledge-editor', 'administrator'];
const ADMINISTRATOR: Row = ['administrator'];

/** Who may call which route. A route without a row fails the specs that read this. */
export const ACCESS_TABLE: Readonly<Record<string, Row>> = {
  'get /': 'anyone',
  'get /health/live': 'anyone',
  'get /health/ready': 'anyone',
  'get /metrics': 'monitor',
  'get /openapi.json': 'anyone',

  'post /api/session': 'anyone',
  'get /api/session': 'session',
  'delete /api/session': 'session',
  'post /api/session/password': 'session',
  'get /api/session/sessions': 'session',
  'delete /api/session/sessions/{sessionId}': 'session',
  'post /api/session/sessions/end-others': 'session',
  'get /api/accounts': ADMINISTRATOR,
  'post /api/accounts': ADMINISTRATOR,
  'patch /api/accounts/{id}': ADMINISTRATOR,
  'post /api/accounts/{id}/password': ADMINISTRATOR,
  'get /api/accounts/{id}/sessions': ADMINISTRATOR,
  'delete /api/accounts/{id}/sessions/{sessionId}': ADMINISTRATOR,
  'post /api/accounts/{id}/tokens': ADMINISTRATOR,
  'get /api/read-log': ['auditor', 'administrator'],

  'get /api/cases': READERS,
  'post /api/cases': WRITERS,
  'post /api/case-files': WRITERS,
  'post /api/case-files/preview': WRITERS,
  'get /api/cases/{id}': READERS,
  'post /api/cases/{id}/facts': WRITERS,
  'post /api/cases/{id}/facts/preview': WRITERS,
  'get /api/cases/{id}/record': READERS,
  'get /api/cases/{id}/history': READERS,
  'get /api/cases/{id}/assessment': ASSESSMENT,
  'get /api/cases/{id}/explanation': ASSESSMENT,
  'get /api/cases/{id}/outlook': ASSESSMENT,
  'post /api/cases/{id}/erasure': ADMINISTRATOR,
  'put /api/cases/{id}/patient': ['coordinator'],
  'post /api/patients': ['coordinator'],
  'post /api/patients/search': WRITERS,
  'get /api/patients/{id}': WRITERS,
  'put /api/patients/{id}/identity': ['coordinator'],
  'post /api/patients/{id}/links': ['coordinator'],
  'delete /api/patients/{id}/links/{otherId}': ['coordinator'],
  'post /api/patients/{id}/erasure': ADMINISTRATOR,
  'get /api/patients/{id}/erasure': ['auditor', 'administrator'],
  'get /api/queue': READERS,
  'get /api/live': ASSESSMENT,

  'post /api/cases/{id}/referrals': WRITERS,
  'post /api/cases/{id}/referrals/{referralId}/withdrawal': WRITERS,
  'post /api/cases/{id}/requests': WRITERS,
  'post /api/cases/{id}/deferral': ['coordinator', 'chair'],
  'post /api/cases/{id}/delisting': ['coordinator', 'chair'],
  'get /api/cases/{id}/board': READERS,
  'get /api/cases/{id}/decision-draft': SIGNERS,
  'post /api/cases/{id}/decisions': SIGNERS,
  'post /api/cases/{id}/decisions/{decisionId}/signatures': SIGNERS,
  'post /api/cases/{id}/decisions/{decisionId}/actions/{actionId}': WRITERS,
  'get /api/cases/{id}/decisions/{decisionId}': READERS,
  'get /api/cases/{id}/decisions/diff': READERS,
  'get /api/cases/{id}/decisions/{decisionId}/letter': READERS,
  'get /api/cases/{id}/deliberation': READERS,
  'get /api/cases/{id}/deliberations': READERS,
  'post /api/cases/{id}/deliberations': WRITERS,
  'get /api/cases/{id}/deliberations/{runId}': READERS,
  'get /api/cases/{id}/deliberations/{runId}/replay': READERS,
  'post /api/cases/{id}/claims': SIGNERS,
  'post /api/cases/{id}/claims/{claimId}/withdrawal': SIGNERS,
  'get /api/panel/counters': ASSESSMENT,
  'get /api/decisions': READERS,
  'get /api/decisions/{decisionId}/hindsight': READERS,
  'get /api/meetings/{meetingId}/hindsight': READERS,
  'get /api/actions': READERS,
  'get /api/overrides': ASSESSMENT,

  'get /api/meetings': READERS,
  'post /api/meetings': MANAGERS,
  'get /api/meetings/{id}': READERS,
  'get /api/meetings/{id}/sheet': READERS,
  'put /api/meetings/{id}/time': MANAGERS,
  'post /api/meetings/{id}/cancellation': MANAGERS,
  'post /api/meetings/{id}/opening': MANAGERS,
  'post /api/meetings/{id}/closing': MANAGERS,
  'post /api/meetings/{id}/attendance': WRITERS,
  'post /api/meetings/{id}/departure': WRITERS,
  'post /api/meetings/{id}/agenda': MANAGERS,
  'get /api/meetings/{id}/agenda/proposal': MANAGERS,
  'post /api/meetings/{id}/agenda/filling': MANAGERS,
  'post /api/meetings/{id}/agenda/{itemId}/place': MANAGERS,
  'post /api/meetings/{id}/agenda/{itemId}/removal': MANAGERS,
  'post /api/meetings/{id}/agenda/{itemId}/pull-back': WRITERS,
  'post /api/meetings/{id}/agenda/{itemId}/call': MANAGERS,
  'post /api/meetings/{id}/agenda/{itemId}/deferral': MANAGERS,
  'get /api/meeting-series': READERS,
  'get /api/meeting-series/{id}': READERS,
  'post /api/meeting-series': MANAGERS,
  'put /api/meeting-series/{id}': MANAGERS,
  'post /api/meeting-series/{id}/end': MANAGERS,
  'post /api/meeting-series/{id}/meetings': MANAGERS,

  'get /api/operations': ADMINISTRATOR,
  'post /api/operations/jobs/retry': ADMINISTRATOR,
  'post /api/operations/dead-letters/retry': ADMINISTRATOR,
  'get /api/anchors': ['auditor', 'administrator'],
  'get /api/verification': ['auditor', 'administrator'],
  'post /api/verification': ['auditor', 'administrator'],

  'get /api/evidence': 'signed-in',
  'get /api/evidence/{id}': 'signed-in',
  'get /api/evidence/{place}/{study}': 'signed-in',
  'get /api/m1-systems': 'signed-in',
  'get /api/releases': 'signed-in',
  'get /api/releases/{id}': 'signed-in',
  'get /api/releases/{id}/diff': 'signed-in',
  'post /api/releases/{id}/impact': KNOWLEDGE,
  'post /api/releases/{id}/activation': KNOWLEDGE,
  'get /api/policy': 'signed-in',
  'put /api/policy': KNOWLEDGE,
  'post /api/policy/impact': KNOWLEDGE,
  'post /api/impacts/{reportId}/signature': KNOWLEDGE,
  'get /api/reassessments': 'signed-in',
};

/** What somebody of a role is answered by a route: nothing when they may, else the code of the problem. */
export function expectedRefusal(row: Row, role: Role | undefined): 'access.denied' | undefined {
  if (typeof row === 'string') return undefined;
  return role !== undefined && row.includes(role) ? undefined : 'access.denied';
}
