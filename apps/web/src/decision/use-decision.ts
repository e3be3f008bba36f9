import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answered, api } from '../api/client.js';
import { notePosition } from '../api/live.js';
import { isServiceProblem } from '../api/problem.js';
import { useHeldPage } from '../session/held-page.js';
import { dropDraft, keepDraft, keptDraft } from '../session/kept-drafts.js';
import { asSent, type Content, type Draft, keptWords, type Meaning } from './decision-content.js';
import { begun, changed, draftName, type KeptDecision, readKept, signedAs } from './kept-decision.js';

const TRIES = 4;

interface Signing {
  readonly kept: KeptDecision;
  readonly meaning: Meaning;
  /** Held in memory only, never kept. */
  readonly password: string;
}

/** Sends a decision, once: with the key that is kept with it, a repetition is answered as the first time. */
const send = async ({ kept: { key, draft, content, meetingId }, meaning, password }: Signing) =>
  await answered(
    api.POST('/api/cases/{id}/decisions', {
      params: { path: { id: draft.id }, header: { 'idempotency-key': key } },
      body: {
        content: asSent(content, draft.basis),
        basisHash: draft.basisHash,
        basis: draft.basis,
        ...(meetingId === null ? {} : { meetingId }),
        signature: { meaning, password },
      },
    }),
  );

/** A decision that is being written: kept in the tab with every change, sent once, taken over onto a newer basis. */
export function useDecision(account: string, draft: Draft, meetingId: string | undefined) {
  const client = useQueryClient();
  const name = draftName(draft.id);
  const [kept, setKept] = useState(() => readKept(keptDraft(account, name), draft.id, meetingId) ?? begun(draft, meetingId));
  const sending = useMutation({
    mutationFn: send,
    // What was typed to sign is forgotten with the screen.
    gcTime: 0,
    retry: (times, error) => times < TRIES && isServiceProblem(error, 'service.unreachable'),
    onSuccess: ({ position }) => {
      dropDraft(account, name);
      notePosition(position, 'queue', `case:${draft.id}`, 'meetings', ...(meetingId === undefined ? [] : [`meeting:${meetingId}`]));
      for (const key of [['case', draft.id], ['queue'], ['meetings'], ['decisions'], ['actions'], ['meeting', meetingId]]) {
        void client.invalidateQueries({ queryKey: key });
      }
    },
  });
  const isSent = sending.isSuccess;
  useEffect(() => {
    if (kept.savedAt !== null && !isSent) keepDraft(account, name, kept);
  }, [account, name, kept, isSent]);
  useHeldPage(sending.isPaused);

  const stamped = (next: KeptDecision): KeptDecision => ({ ...next, savedAt: new Date().toISOString() });
  return {
    kept,
    write: (content: Content): void => setKept((before) => stamped(changed(before, { content }))),
    /** Puts what was typed onto a newer draft. */
    takeOver: (now: Draft): void => {
      sending.reset();
      setKept((before) => stamped(changed(before, { draft: now, content: keptWords(before.content, before.draft.content, now.content) })));
    },
    startOver: (now: Draft): void => {
      dropDraft(account, name);
      sending.reset();
      setKept(begun(now, meetingId));
    },
    sign: (meaning: Meaning, password: string): void => {
      const signed = stamped(signedAs(kept, meaning));
      setKept(signed);
      // Before it is sent: after a reload, too, it is sent under this key.
      keepDraft(account, name, signed);
      sending.mutate({ kept: signed, meaning, password });
    },
    sending,
  };
}
