import { useMutation, useQueryClient } from '@tanstack/react-query';
import { newKey } from '../api/client.js';
import { notePosition } from '../api/live.js';
import { isServiceProblem } from '../api/problem.js';
import { useHeldPage } from '../session/held-page.js';
import { carryOut, foreseen, type MeetingAct } from './meeting-acts.js';
import { MEETINGS_KEY, type Meeting, meetingKey } from './meeting-queries.js';

interface Sent {
  readonly act: MeetingAct;
  readonly key: string;
}

/** What can be wanted of a meeting: shown at once where that can be foreseen, taken back when the service refuses. */
export function useMeetingActs(meetingId: string) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: ({ act, key }: Sent) => carryOut(meetingId, act, key),
    scope: { id: `meeting ${meetingId}` },
    retry: (times, error) => times < 3 && isServiceProblem(error, 'service.unreachable'),
    onMutate: async ({ act }) => {
      await client.cancelQueries({ queryKey: meetingKey(meetingId), exact: true });
      const before = client.getQueryData<Meeting>(meetingKey(meetingId));
      if (before !== undefined) client.setQueryData(meetingKey(meetingId), foreseen(before, act));
      return before;
    },
    onError: (_error, _sent, before) => {
      if (before !== undefined) client.setQueryData(meetingKey(meetingId), before);
    },
    onSuccess: ({ position }) => notePosition(position, `meeting:${meetingId}`, 'meetings'),
    onSettled: () =>
      Promise.all([client.invalidateQueries({ queryKey: meetingKey(meetingId) }), client.invalidateQueries({ queryKey: MEETINGS_KEY })]),
  });
  useHeldPage(mutation.isPaused);
  return {
    /** Asks for it and tells nobody how it went but the screen. */
    ask: (act: MeetingAct): void => mutation.mutate({ act, key: newKey() }),
    /** Asks for it and waits. @throws ServiceProblem */
    carryOut: (act: MeetingAct) => mutation.mutateAsync({ act, key: newKey() }),
    isPending: mutation.isPending,
    /** True while it waits for the connection to come back. */
    waits: mutation.isPaused,
    error: mutation.error,
    dismiss: mutation.reset,
  };
}

export type MeetingActs = ReturnType<typeof useMeetingActs>;
