import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { answered, api } from '../../api/client.js';
import { newestPosition } from '../../api/live.js';
import type { CasesSearch } from './cases-search.js';

/** The cases in the order and with the filters of the address, a page at a time. */
export const casesQuery = (search: CasesSearch) =>
  infiniteQueryOptions({
    queryKey: ['cases', search],
    queryFn: ({ pageParam }) => {
      const atLeast = newestPosition('cases');
      const query = {
        ...search,
        limit: 50,
        ...(pageParam === null ? {} : { after: pageParam }),
        ...(atLeast === undefined ? {} : { atLeast }),
      };
      return answered(api.GET('/api/cases', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
