import type { QueryClient } from '@tanstack/react-query';
import { forgetPositions } from '../api/live.js';
import { dropDrafts } from './kept-drafts.js';
import { sessionQuery } from './session.js';

/**
 * Keeps what one person saw from the next: once the session is somebody else's, or nobody's, all that was asked for
 * before is forgotten, however that came to be known. What was typed stays in the tab for the same person.
 */
export function forgetWithSession(client: QueryClient): void {
  let account: string | null = null;
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' || !isOfSession(query)) return;
    const next = client.getQueryData(sessionQuery.queryKey)?.account ?? null;
    if (next === account) return;
    account = next;
    if (next !== null) dropDrafts(next);
    forgetPositions();
    client.removeQueries({ predicate: (one) => !isOfSession(one) });
    client.getMutationCache().clear();
  });
}

const isOfSession = ({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean => queryKey[0] === sessionQuery.queryKey[0];
