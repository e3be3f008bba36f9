import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, api } from '../api/client.js';
import { newestPosition } from '../api/live.js';
import { isServiceProblem } from '../api/problem.js';
import type { components } from '../api/schema.js';
import type { CaseSearch } from './case-search.js';
import { recordedBefore } from './horizon/at-horizon.js';

type Schemas = components['schemas'];
export type CaseAnswer = Awaited<ReturnType<typeof getCase>>;
export type Assessment = CaseAnswer['assessment'];
export type Evidence = Awaited<ReturnType<typeof getEvidence>>;
export type CaseBoard = Schemas['CaseBoard'];
export type Outlook = Schemas['CaseOutlook'];
export type HistoryEvent = Schemas['CaseHistory']['events'][number];
export type Preview = Awaited<ReturnType<typeof previewOfFacts>>;
export type Reason = Assessment['nextStep']['because'][number];
export type ChangedPart = Preview['facts'][number]['changed'][number];

/** Everything about one case hangs under this key, so that one notice makes all of it stale. */
export const caseKey = (caseId: string) => ['case', caseId] as const;

/** Nothing older than the newest change that was heard of is taken. */
function fresh(caseId: string): { readonly atLeast?: string } {
  const atLeast = newestPosition(`case:${caseId}`);
  return atLeast === undefined ? {} : { atLeast };
}

/** What recording facts would change. Nothing is recorded. */
export const previewOfFacts = (caseId: string, body: Schemas['Fact'][]) =>
  answered(api.POST('/api/cases/{id}/facts/preview', { params: { path: { id: caseId } }, body }));

const getCase = (caseId: string) => answered(api.GET('/api/cases/{id}', { params: { path: { id: caseId }, query: fresh(caseId) } }));

const getEvidence = (id: string) => {
  const [place, study] = id.split('/');
  return study === undefined || place === undefined
    ? answered(api.GET('/api/evidence/{id}', { params: { path: { id } } }))
    : answered(api.GET('/api/evidence/{place}/{study}', { params: { path: { place, study } } }));
};

/** The case as it stands. */
export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'now'],
    queryFn: () => getCase(caseId),
    refetchInterval: 60_000,
  });

/** What the board is doing with the case. */
export const boardQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'board'],
    queryFn: () => answered(api.GET('/api/cases/{id}/board', { params: { path: { id: caseId }, query: fresh(caseId) } })),
    refetchInterval: 60_000,
  });

/** What was answered; null when the case was not here yet. */
async function unlessUnknown<Found>(answer: Promise<Found>): Promise<Found | null> {
  try {
    return await answer;
  } catch (error) {
    if (isServiceProblem(error, 'case.unknown')) return null;
    throw error;
  }
}

/** What the board was doing by the end of the day that is asked for; null when the case was not here yet. */
export function boardThenQuery(caseId: string, search: CaseSearch) {
  const before = recordedBefore(search);
  return queryOptions({
    queryKey: [...caseKey(caseId), 'board', before],
    queryFn: () => {
      const query = before === undefined ? {} : { recordedBefore: before };
      return unlessUnknown(answered(api.GET('/api/cases/{id}/board', { params: { path: { id: caseId }, query } })));
    },
    enabled: before !== undefined,
  });
}

/** The assessment of the case at a horizon. */
export const assessmentQuery = (caseId: string, search: CaseSearch) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'assessment', search],
    queryFn: () =>
      answered(api.GET('/api/cases/{id}/assessment', { params: { path: { id: caseId }, query: { ...search, ...fresh(caseId) } } })),
    placeholderData: keepPreviousData,
  });

/** What the published systems, the guidelines and the trials say of the case at a horizon. */
export const outlookQuery = (caseId: string, search: CaseSearch) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'outlook', search],
    queryFn: () =>
      answered(api.GET('/api/cases/{id}/outlook', { params: { path: { id: caseId }, query: { ...search, ...fresh(caseId) } } })),
    placeholderData: keepPreviousData,
  });

/** Why one part of the assessment is what it is, and what would change it. */
export const explanationQuery = (caseId: string, part: string, search: CaseSearch) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'explanation', part, search],
    queryFn: () =>
      answered(api.GET('/api/cases/{id}/explanation', { params: { path: { id: caseId }, query: { part, ...search, ...fresh(caseId) } } })),
    staleTime: 60_000,
  });

const getDeliberation = (caseId: string, before: string | undefined) => {
  const query = before === undefined ? {} : { recordedBefore: before };
  return answered(api.GET('/api/cases/{id}/deliberation', { params: { path: { id: caseId }, query } }));
};
export type Deliberation = Awaited<ReturnType<typeof getDeliberation>>;

/** What the panel and people say of the case; at a horizon what they had said by the end of its day, null when the case was not here yet. */
export function deliberationQuery(caseId: string, search: CaseSearch) {
  const before = recordedBefore(search);
  return queryOptions({
    queryKey: [...caseKey(caseId), 'deliberation', before],
    queryFn: () => (before === undefined ? getDeliberation(caseId, before) : unlessUnknown(getDeliberation(caseId, before))),
    ...(before === undefined ? { refetchInterval: 60_000 } : {}),
  });
}

/** What happened in the case, the newest first, a page at a time. */
export const historyQuery = (caseId: string) =>
  infiniteQueryOptions({
    queryKey: [...caseKey(caseId), 'history'],
    queryFn: ({ pageParam }) => {
      const query = { order: 'newest' as const, limit: 200, ...(pageParam === null ? {} : { after: pageParam }), ...fresh(caseId) };
      return answered(api.GET('/api/cases/{id}/history', { params: { path: { id: caseId }, query } }));
    },
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
  });

/** The facts of the case. */
export const recordQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'record'],
    queryFn: () => answered(api.GET('/api/cases/{id}/record', { params: { path: { id: caseId } } })),
  });

/** What the evidence register holds under an id. It changes with releases only. */
export const evidenceQuery = (id: string) =>
  queryOptions({
    queryKey: ['evidence', id],
    queryFn: () => getEvidence(id),
    staleTime: Number.POSITIVE_INFINITY,
  });
