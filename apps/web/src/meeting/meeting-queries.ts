import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api } from '../api/client.js';
import { type Change, newestPosition } from '../api/live.js';
import { isServiceProblem } from '../api/problem.js';
import type { components, operations } from '../api/schema.js';
import { daysFrom, momentOfDay } from './days.js';

type Schemas = components['schemas'];
export type Meeting = Schemas['Meeting'];
export type AgendaItem = Meeting['agenda'][number];
export type Attendee = Meeting['attendance'][number];
export type MeetingInList = Schemas['MeetingList']['meetings'][number];
export type Series = Schemas['MeetingSeries'];
export type Proposal = operations['proposeAgenda']['responses'][200]['content']['application/json'];

/** Which meetings the list shows. */
export type When = 'upcoming' | 'past';

const LOOK_BACK_DAYS = 90;
const MINUTE = 60_000;

/** A read model that has not come so far is asked again; so is a service that could not be reached. */
export const patiently = (times: number, error: Error): boolean =>
  times < 4 && (isServiceProblem(error, 'projection.behind') || isServiceProblem(error, 'service.unreachable'));

/** Nothing older than the newest change of a topic that was heard of. */
export function freshOf(topic: string): { readonly atLeast?: string } {
  const atLeast = newestPosition(topic);
  return atLeast === undefined ? {} : { atLeast };
}

/** What hangs under the key of every list of meetings. */
export const MEETINGS_KEY = ['meetings'] as const;
export const meetingKey = (meetingId: string) => ['meeting', meetingId] as const;

/** What a notice makes stale. */
export const meetingKeyOf = ({ kind, id }: Change) => (kind === 'case' ? ['case', id] : kind === 'series' ? MEETINGS_KEY : meetingKey(id));

/** The meetings from a day on, or those of the last weeks. */
export const meetingListQuery = (when: When, today: string) =>
  infiniteQueryOptions({
    queryKey: [...MEETINGS_KEY, when, today],
    queryFn: ({ pageParam }) => {
      const span =
        when === 'upcoming'
          ? { from: momentOfDay(today) }
          : { from: momentOfDay(daysFrom(today, -LOOK_BACK_DAYS)), before: momentOfDay(today) };
      const query = { ...span, limit: 100, ...freshOf('meetings'), ...(pageParam === null ? {} : { after: pageParam }) };
      return answered(api.GET('/api/meetings', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: MINUTE,
    retry: patiently,
  });

/** The series of meetings. */
export const seriesListQuery = queryOptions({
  queryKey: [...MEETINGS_KEY, 'series'],
  queryFn: () => answered(api.GET('/api/meeting-series', { params: { query: freshOf('meetings') } })),
  retry: patiently,
});

/** A meeting as it stands. */
export const meetingQuery = (meetingId: string) =>
  queryOptions({
    queryKey: meetingKey(meetingId),
    queryFn: () => answered(api.GET('/api/meetings/{id}', { params: { path: { id: meetingId }, query: freshOf(`meeting:${meetingId}`) } })),
    refetchInterval: MINUTE,
    retry: patiently,
  });

/** Which cases of the queue the agenda would take. */
export const proposalQuery = (meetingId: string) =>
  queryOptions({
    queryKey: [...meetingKey(meetingId), 'proposal'],
    queryFn: () => answered(api.GET('/api/meetings/{id}/agenda/proposal', { params: { path: { id: meetingId } } })),
    staleTime: 0,
  });
