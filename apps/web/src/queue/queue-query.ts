import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { answered, api } from '../api/client.js';
import { newestPosition } from '../api/live.js';
import { pageOf } from '../api/page-of.js';
import type { operations } from '../api/schema.js';
import type { QueueSearch } from './queue-search.js';

export type QueuePage = operations['getQueue']['responses'][200]['content']['application/json'];
export type QueueEntry = QueuePage['cases'][number];
type Asked = NonNullable<operations['getQueue']['parameters']['query']>;

/** The queue in the order and with the filters of the address, a page at a time. */
export const queueQuery = (search: QueueSearch) =>
  infiniteQueryOptions({
    queryKey: ['queue', search],
    queryFn: ({ pageParam }) => {
      const atLeast = newestPosition('queue');
      const query: Asked = {
        ...search,
        ...pageOf(pageParam),
        ...(atLeast === undefined ? {} : { atLeast }),
      };
      return answered(api.GET('/api/queue', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    // Days pass without an event, and a notice may have been lost on the way.
    refetchInterval: 60_000,
  });
