import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../api/client.js';

export type Operations = Awaited<ReturnType<typeof readOperations>>;
export type Follower = Operations['subscriptions'][number];
export type DeadLetter = Operations['deadLetters'][number];
export type Jobs = NonNullable<Operations['jobs']>;

const EVERY = 3_000;

const readOperations = () => answered(api.GET('/api/operations'));

/** How the service is doing; asked again and again, because nothing tells of it. */
export const operationsQuery = queryOptions({ queryKey: ['operations'], queryFn: readOperations, refetchInterval: EVERY });

/** What has failed and is to be tried again. */
export function useRetry() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: operationsQuery.queryKey });
  return {
    job: useMutation({ mutationFn: (id: string) => answered(api.POST('/api/operations/jobs/retry', { body: { id } })), onSettled }),
    deadLetter: useMutation({
      mutationFn: (body: { readonly subscription: string; readonly streamId: string }) =>
        answered(api.POST('/api/operations/dead-letters/retry', { body })),
      onSettled,
    }),
  };
}
