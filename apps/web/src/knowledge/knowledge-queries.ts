import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, api } from '../api/client.js';
import type { components } from '../api/schema.js';
import type { KnowledgeSearch } from './knowledge-search.js';

type Schemas = components['schemas'];
export type ReleaseInList = Schemas['Releases']['releases'][number];
/** A report that was made and not brought into force. */
export type WaitingReport = Schemas['Policy']['reports'][number];
export type Reassessment = Schemas['Reassessments']['reassessments'][number];

/** What a site decides for itself, as it is sent and kept. */
export type Policy = Readonly<Record<string, unknown>> & {
  readonly oligometastaticMax: number;
  readonly upfrontAblationMax: number;
  readonly cisplatinCrClMin: number;
};

const MINUTE = 60_000;

export const evidenceListQuery = ({ search, table, system }: KnowledgeSearch) =>
  queryOptions({
    queryKey: ['evidence', 'list', { search, table, system }],
    queryFn: () => {
      const query = {
        ...(search === undefined ? {} : { search }),
        ...(table === undefined ? {} : { table }),
        ...(system === undefined ? {} : { system }),
      };
      return answered(api.GET('/api/evidence', { params: { query } }));
    },
    placeholderData: keepPreviousData,
    staleTime: 10 * MINUTE,
  });

export const releasesQuery = queryOptions({ queryKey: ['knowledge', 'releases'], queryFn: () => answered(api.GET('/api/releases')) });

export const releaseQuery = (id: string) =>
  queryOptions({
    queryKey: ['knowledge', 'release', id],
    queryFn: () => answered(api.GET('/api/releases/{id}', { params: { path: { id } } })),
  });

/** What differs between a release and the one in force. */
export const releaseDiffQuery = (id: string) =>
  queryOptions({
    queryKey: ['knowledge', 'diff', id],
    queryFn: () => answered(api.GET('/api/releases/{id}/diff', { params: { path: { id } } })),
  });

export const policyQuery = queryOptions({
  queryKey: ['knowledge', 'policy'],
  queryFn: () => answered(api.GET('/api/policy')),
  refetchInterval: MINUTE,
});

export const reassessmentsQuery = queryOptions({
  queryKey: ['knowledge', 'reassessments'],
  queryFn: () => answered(api.GET('/api/reassessments')),
  // One under way is followed, and one that was set off just now appears a moment later.
  refetchInterval: ({ state }) => (state.data?.reassessments.some((one) => one.state === 'running') === true ? 1_000 : 4_000),
});
