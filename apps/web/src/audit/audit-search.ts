import type { operations } from '../api/schema.js';

type Asked = NonNullable<operations['listDecisions']['parameters']['query']>;

/** What of the audit is shown. */
export type AuditTab = 'decisions' | 'overrides' | 'samples' | 'verification' | 'read-log';
/** What has become of the audit of a sampled case. */
export type SampleState = NonNullable<NonNullable<operations['listAuditSamples']['parameters']['query']>['state']>;
export const SAMPLE_STATES = ['to-audit', 'audited', 'undecided'] as const satisfies readonly SampleState[];
const TABS = ['decisions', 'overrides', 'samples', 'verification', 'read-log'] as const satisfies readonly AuditTab[];
const STATES = ['standing', 'needs-review', 'superseded'] as const satisfies readonly Asked['state'][];

/** The part of the audit that an address names. */
export interface AuditSearch {
  readonly tab?: AuditTab;
  readonly state?: NonNullable<Asked['state']>;
  readonly overrideReason?: NonNullable<Asked['overrideReason']>;
  readonly release?: string;
  readonly sample?: SampleState;
  readonly caseId?: string;
  readonly account?: string;
  readonly from?: string;
  readonly to?: string;
}

const TEXTS = ['overrideReason', 'release', 'caseId', 'account', 'from', 'to'] as const satisfies readonly (keyof AuditSearch)[];

export function readAuditSearch(search: Readonly<Record<string, unknown>>): AuditSearch {
  const tab = TABS.find((one) => one === search['tab']);
  const state = STATES.find((one) => one === search['state']);
  const sample = SAMPLE_STATES.find((one) => one === search['sample']);
  const known = TEXTS.flatMap((field) => {
    const value = search[field];
    return typeof value === 'string' && value !== '' ? [[field, value] as const] : [];
  });
  return {
    ...(tab === undefined ? {} : { tab }),
    ...(state === undefined ? {} : { state }),
    ...(sample === undefined ? {} : { sample }),
    ...(Object.fromEntries(known) as AuditSearch),
  };
}

/** Which two decisions of a case are compared. */
export interface DiffSearch {
  readonly caseId: string;
  readonly from: string;
  readonly to: string;
}

export function readDiffSearch(search: Readonly<Record<string, unknown>>): DiffSearch {
  const of = (field: keyof DiffSearch): string => {
    const value = search[field];
    return typeof value === 'string' ? value : '';
  };
  return { caseId: of('caseId'), from: of('from'), to: of('to') };
}
