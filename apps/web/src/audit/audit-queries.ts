import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, api } from '../api/client.js';
import type { components, operations } from '../api/schema.js';
import { freshOf, patiently } from '../meeting/meeting-queries.js';
import type { AuditSearch, DiffSearch } from './audit-search.js';

type Schemas = components['schemas'];
export type DecisionInList = Schemas['Decisions']['decisions'][number];
export type Sample = Schemas['AuditSamples']['samples'][number];
export type Finding = NonNullable<Sample['finding']>;
export type Cause = Schemas['Hindsight']['order'][number];
export type Overrides = operations['listOverrides']['responses'][200]['content']['application/json'];

const MINUTE = 60_000;

/** The decisions, the newest first. */
export const decisionsQuery = ({ state, overrideReason, release }: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['decisions', { state, overrideReason, release }],
    queryFn: ({ pageParam }) => {
      const query = {
        ...(state === undefined ? {} : { state }),
        ...(overrideReason === undefined ? {} : { overrideReason }),
        ...(release === undefined ? {} : { release }),
        limit: 50,
        ...(pageParam === null ? {} : { after: pageParam }),
        ...freshOf('cases'),
      };
      return answered(api.GET('/api/decisions', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: MINUTE,
    retry: patiently,
  });

/** The cases listed without discussion that are sampled for audit, those of the newest meeting first. */
export const samplesQuery = ({ sample }: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['decisions', 'samples', sample],
    queryFn: ({ pageParam }) => {
      const query = {
        ...(sample === undefined ? {} : { state: sample }),
        limit: 50,
        ...(pageParam === null ? {} : { after: pageParam }),
        ...freshOf('cases'),
      };
      return answered(api.GET('/api/audit-samples', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: MINUTE,
    retry: patiently,
  });

export const overridesQuery = queryOptions({ queryKey: ['decisions', 'overrides'], queryFn: () => answered(api.GET('/api/overrides')) });

/** Why a decision was made and what became of it. Under the key of its case: a notice makes it stale. */
export const dossierQuery = (caseId: string, decisionId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'dossier', decisionId],
    queryFn: () => answered(api.GET('/api/cases/{id}/decisions/{decisionId}', { params: { path: { id: caseId, decisionId } } })),
  });

export const diffQuery = ({ caseId, from, to }: DiffSearch) =>
  queryOptions({
    queryKey: ['case', caseId, 'diff', from, to],
    queryFn: () => answered(api.GET('/api/cases/{id}/decisions/diff', { params: { path: { id: caseId }, query: { from, to } } })),
  });

export const hindsightQuery = (decisionId: string) =>
  queryOptions({
    queryKey: ['decisions', 'hindsight', decisionId],
    queryFn: () => answered(api.GET('/api/decisions/{decisionId}/hindsight', { params: { path: { decisionId } } })),
    retry: patiently,
  });

export const meetingHindsightQuery = (meetingId: string) =>
  queryOptions({
    queryKey: ['decisions', 'hindsight-of-meeting', meetingId],
    queryFn: () => answered(api.GET('/api/meetings/{meetingId}/hindsight', { params: { path: { meetingId }, query: freshOf('cases') } })),
    retry: patiently,
  });

export const verificationQuery = queryOptions({
  queryKey: ['verification'],
  queryFn: () => answered(api.GET('/api/verification')),
  // While one is under way its progress is followed.
  refetchInterval: ({ state }) => (state.data?.running == null ? MINUTE : 1_000),
});

export const anchorsQuery = infiniteQueryOptions({
  queryKey: ['verification', 'anchors'],
  queryFn: ({ pageParam }) =>
    answered(api.GET('/api/anchors', { params: { query: { limit: 20, ...(pageParam === null ? {} : { before: pageParam }) } } })),
  initialPageParam: null as number | null,
  getNextPageParam: ({ anchors }) => {
    const last = anchors.at(-1)?.number;
    return anchors.length < 20 || last === undefined || last <= 1 ? null : last;
  },
  refetchInterval: MINUTE,
});

/** Who was shown what, the newest first. */
export const readLogQuery = ({ caseId, account, from, to }: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['read-log', { caseId, account, from, to }],
    queryFn: ({ pageParam }) => {
      const query = {
        ...(caseId === undefined ? {} : { caseId }),
        ...(account === undefined ? {} : { account }),
        ...(from === undefined ? {} : { from: new Date(`${from}T00:00:00`).toISOString() }),
        ...(to === undefined ? {} : { to: new Date(`${to}T00:00:00`).toISOString() }),
        limit: 50,
        ...(pageParam === null ? {} : { after: pageParam }),
      };
      return answered(api.GET('/api/read-log', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
