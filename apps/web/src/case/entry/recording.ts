import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Fact } from '@tumor-board/oncology';
import { useRef } from 'react';
import { answered, api, newKey } from '../../api/client.js';
import { notePosition } from '../../api/live.js';
import type { components } from '../../api/schema.js';
import { caseKey, previewOfFacts } from '../case-queries.js';

type Sent = components['schemas']['Fact'];

/** What recording a fact would change, decided by the service on the case as it is now. Nothing is recorded. */
export const previewQuery = (caseId: string, fact: Fact | null) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'preview', fact],
    queryFn: () => previewOfFacts(caseId, [fact as Sent]),
    enabled: fact !== null,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    retry: false,
  });

/**
 * Records a fact if the case is still at the version that was previewed. A fact that is sent again after a lost answer goes
 * under the same key, so that it is never recorded twice.
 */
export function useRecording(caseId: string) {
  const client = useQueryClient();
  const last = useRef<{ readonly content: string; readonly key: string }>(null);
  return useMutation({
    mutationFn: ({ fact, version }: { readonly fact: Fact; readonly version: number }) => {
      const content = JSON.stringify(fact);
      if (last.current?.content !== content) last.current = { content, key: newKey() };
      const header = { 'if-match': `"${version}"`, 'idempotency-key': last.current.key };
      return answered(api.POST('/api/cases/{id}/facts', { params: { path: { id: caseId }, header }, body: [fact as Sent] }));
    },
    onSuccess: async ({ position }) => {
      last.current = null;
      notePosition(position, `case:${caseId}`, 'cases', 'queue');
      await client.invalidateQueries({ queryKey: caseKey(caseId) });
    },
  });
}
