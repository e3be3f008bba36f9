import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { answered, api } from '../../api/client.js';
import { newestPosition } from '../../api/live.js';
import { pageOf } from '../../api/page-of.js';
import type { components } from '../../api/schema.js';
import type { CasesSearch } from './cases-search.js';

export type CaseInList = components['schemas']['CaseList']['cases'][number];

/** The cases in the order and with the filters of the address that hold some words, a page at a time. Words go in the body: they may be of a patient. */
export const casesQuery = (search: CasesSearch, words: string) =>
  infiniteQueryOptions({
    queryKey: ['cases', search, words],
    queryFn: ({ pageParam }) => {
      const atLeast = newestPosition('cases');
      const query = {
        ...search,
        ...pageOf(pageParam),
        ...(atLeast === undefined ? {} : { atLeast }),
      };
      if (words === '') return answered(api.GET('/api/cases', { params: { query } }));
      return answered(api.POST('/api/cases/search', { body: { ...query, search: words } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
