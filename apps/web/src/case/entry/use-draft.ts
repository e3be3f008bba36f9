import { useCallback, useState } from 'react';
import { dropDraft, keepDraft, keptDraft } from '../../session/kept-drafts.js';
import { useSession } from '../../session/session.js';
import type { Draft } from './draft.js';
import { fitting } from './fitting.js';

const isDraft = (value: unknown): value is Draft => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A draft that outlives the form: kept in this tab for who types it, until it is recorded. */
export function useDraft(name: string, start: Draft) {
  const { account } = useSession();
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = keptDraft(account, name);
    return isDraft(kept) ? kept : start;
  });
  const change = useCallback(
    (next: (before: Draft) => Draft) =>
      setDraft((before) => {
        const after = next(before);
        keepDraft(account, name, after);
        return after;
      }),
    [account, name],
  );
  const forget = useCallback(() => dropDraft(account, name), [account, name]);
  return { draft, change, forget };
}

/** {@link useDraft} of a form whose fields are all known: those that are there, and how to set some. */
export function useKeptFields<Fields extends Draft>(name: string, start: Fields) {
  const { draft, change, forget } = useDraft(name, start);
  const set = (part: Partial<Fields>): void => change((before) => ({ ...before, ...part }));
  return { fields: fitting(start, draft), set, forget };
}
