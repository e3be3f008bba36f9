import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { answered, api } from '../api/client.js';
import { isServiceProblem } from '../api/problem.js';
import type { components } from '../api/schema.js';
import { dropDrafts } from './kept-drafts.js';

export type Session = components['schemas']['Session'];
export type Role = Session['roles'][number];

/** Who has signed in; null when nobody has. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await answered(api.GET('/api/session'));
    } catch (error) {
      if (isServiceProblem(error, 'access.signed-out')) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

/** Whoever has signed in, for all that is shown to them: it goes with them, not a moment later. */
export const SessionContext = createContext<Session | null>(null);

/** The person who has signed in. Only for what is shown inside the shell, where there is one. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('nobody has signed in');
  return session;
}

/** True when the person has one of the roles. */
export const hasRole = (session: Session, ...roles: readonly Role[]): boolean => roles.some((role) => session.roles.includes(role));

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly login: string; readonly password: string }) => answered(api.POST('/api/session', { body })),
    onSuccess: (session) => client.setQueryData(sessionQuery.queryKey, session),
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    // Whoever leaves has to learn at once when it did not work, without a network too: until then the session lives on.
    networkMode: 'always',
    mutationFn: async () => {
      try {
        await answered(api.DELETE('/api/session'));
      } catch (error) {
        if (!isServiceProblem(error, 'access.signed-out')) throw error;
      }
    },
    onSuccess: async () => {
      dropDrafts();
      // An answer of before that is still on its way would bring the session back.
      await client.cancelQueries({ queryKey: sessionQuery.queryKey });
      client.setQueryData(sessionQuery.queryKey, null);
    },
  });
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly current: string; readonly password: string }) => answered(api.POST('/api/session/password', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
}
