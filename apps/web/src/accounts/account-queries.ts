import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../api/client.js';
import type { components, operations } from '../api/schema.js';

export type Account = components['schemas']['Account'];
export type Role = Account['roles'][number]['role'];
export type NewAccount = components['schemas']['NewAccount'];
export type AccountChange = operations['changeAccount']['requestBody']['content']['application/json'];

/** A session or token; `isThis` among one's own is the one that looks. */
export type SessionEntry = Awaited<ReturnType<typeof readSessions>>['sessions'][number] & { readonly isThis?: boolean };

/** The roles of a site, those who care for patients first. */
export const ROLES = [
  'coordinator',
  'clinician',
  'chair',
  'auditor',
  'knowledge-editor',
  'administrator',
] as const satisfies readonly Role[];

export const accountsQuery = queryOptions({ queryKey: ['accounts'], queryFn: () => answered(api.GET('/api/accounts')) });

/** What an administrator does with accounts. */
export function useAccountWork() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: accountsQuery.queryKey });
  return {
    add: useMutation({
      mutationFn: (body: operations['addAccount']['requestBody']['content']['application/json']) =>
        answered(api.POST('/api/accounts', { body })),
      onSuccess,
    }),
    change: useMutation({
      mutationFn: ({ id, ...body }: AccountChange & { readonly id: string }) =>
        answered(api.PATCH('/api/accounts/{id}', { params: { path: { id } }, body })),
      onSuccess,
    }),
    reset: useMutation({
      mutationFn: (id: string) => answered(api.POST('/api/accounts/{id}/password', { params: { path: { id } } })),
      onSuccess,
    }),
  };
}

const readSessions = (id: string) => answered(api.GET('/api/accounts/{id}/sessions', { params: { path: { id } } }));

/** Where an account is signed in, and the tokens that act as it. */
export const accountSessionsQuery = (id: string) =>
  queryOptions({ queryKey: ['accounts', id, 'sessions'], queryFn: () => readSessions(id), refetchInterval: 30_000 });

/** Where one has signed in oneself. Not under the key of the session itself, which says who has signed in. */
export const ownSessionsQuery = queryOptions({
  queryKey: ['own-sessions'],
  queryFn: () => answered(api.GET('/api/session/sessions')),
  refetchInterval: 30_000,
});

/** Ends sessions and tokens of an account, as an administrator. */
export function useEndSession(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sessionId: string) =>
      answered(api.DELETE('/api/accounts/{id}/sessions/{sessionId}', { params: { path: { id, sessionId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: accountSessionsQuery(id).queryKey }),
  });
}

/** Ends one's own sessions and tokens. */
export function useOwnSessions() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ownSessionsQuery.queryKey });
  return {
    end: useMutation({
      mutationFn: (sessionId: string) => answered(api.DELETE('/api/session/sessions/{sessionId}', { params: { path: { sessionId } } })),
      onSuccess,
    }),
    endOthers: useMutation({ mutationFn: () => answered(api.POST('/api/session/sessions/end-others')), onSuccess }),
  };
}

/** Makes a token that acts as an account. */
export function useTokens(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly label: string; readonly days: number }) =>
      answered(api.POST('/api/accounts/{id}/tokens', { params: { path: { id } }, body })),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: accountSessionsQuery(id).queryKey }),
        client.invalidateQueries({ queryKey: ownSessionsQuery.queryKey }),
      ]),
  });
}
