import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../api/client.js';
import type { Policy } from './knowledge-queries.js';

/** What is meant to come into force. */
export type Change = { readonly kind: 'release'; readonly release: string } | { readonly kind: 'policy'; readonly policy: Policy };

const day = (effectiveFrom: string) => (effectiveFrom === '' ? {} : { effectiveFrom });

/** Told the day from which a change is in force: what showed the change is often gone by then. */
export type OnActivated = (effectiveFrom: string) => void;

/** A dry run of a change, the signature under its report, and the change itself. */
export function useChange(change: Change, onActivated: OnActivated) {
  const client = useQueryClient();
  const anew = () => client.invalidateQueries({ queryKey: ['knowledge'] });
  const report = useMutation({
    mutationFn: (effectiveFrom: string) => {
      const query = day(effectiveFrom);
      return change.kind === 'release'
        ? answered(api.POST('/api/releases/{id}/impact', { params: { path: { id: change.release }, query } }))
        : answered(api.POST('/api/policy/impact', { params: { query }, body: { policy: { ...change.policy } } }));
    },
    onSuccess: anew,
  });
  const sign = useMutation({
    // Nothing keeps the password once it was sent.
    gcTime: 0,
    mutationFn: (signing: { readonly reportId: string; readonly digest: string; readonly meaning: string; readonly password: string }) =>
      answered(
        api.POST('/api/impacts/{reportId}/signature', {
          params: { path: { reportId: signing.reportId } },
          body: { digest: signing.digest, meaning: signing.meaning, password: signing.password },
        }),
      ),
    onSuccess: anew,
  });
  const activate = useMutation({
    mutationFn: ({ reportId, effectiveFrom }: { readonly reportId: string; readonly effectiveFrom: string }) => {
      const body = { reportId, ...day(effectiveFrom) };
      return change.kind === 'release'
        ? answered(api.POST('/api/releases/{id}/activation', { params: { path: { id: change.release } }, body }))
        : answered(api.PUT('/api/policy', { body: { policy: { ...change.policy }, ...body } }));
    },
    onSuccess: async ({ effectiveFrom }) => {
      onActivated(effectiveFrom);
      await anew();
    },
  });
  return { report, sign, activate };
}
