import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../api/client.js';
import type { components, operations } from '../api/schema.js';

export type Account = components['schemas']['Account'];
export type Role = Account['roles'][number]['role'];
export type NewAccount = components['schemas']['NewAccount'];
export type AccountChange = operations['changeAccount']['requestBody']['content']['application/json'];

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
