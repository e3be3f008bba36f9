import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useLive } from '../api/live.js';
import { hasRole, useSession } from '../session/session.js';
import { Empty, Failed, Loading } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { QueueFilters } from './queue-filters.js';
import { queueQuery } from './queue-query.js';
import type { QueueSearch } from './queue-search.js';
import { QueueTable } from './queue-table.js';
import { QueueViews } from './queue-views.js';

const route = getRouteApi('/shell/queue');

const queueKey = () => ['queue'];

const AddToMeeting = lazy(async () => ({ default: (await import('../meeting/add-to-meeting.js')).AddToMeeting }));

/** The cases that wait for the board: why, by when, and what they lack. */
export function QueueScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const show = useCallback((next: QueueSearch) => void navigate({ search: next, replace: true }), [navigate]);
  useLive('queue', queueKey);
  const query = useInfiniteQuery(queueQuery(search));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [isAdding, setAdding] = useState(false);
  const mayAdd = hasRole(useSession(), 'coordinator', 'chair');
  const counts = query.data?.pages[0]?.counts;
  const cases = query.data?.pages.flatMap((page) => page.cases) ?? [];
  const isFiltered = Object.keys(search).some((field) => field !== 'order');

  return (
    <Stack gap="xs" p="md">
      <Group justify="space-between" align="baseline">
        <Group align="baseline" gap="md">
          <Title order={1} size="h3">
            {texts.queue.title}
          </Title>
          {counts !== undefined && counts !== null && (
            <Text size="sm" c="dimmed" role="status">
              {texts.queue.count(counts.total, counts.overdue)}
            </Text>
          )}
        </Group>
        <Group gap="sm">
          {selected.size > 0 && <Text size="sm">{texts.queue.selected(selected.size)}</Text>}
          {selected.size > 0 && mayAdd && (
            <Button size="xs" onClick={() => setAdding(true)}>
              {texts.queue.addToMeeting}
            </Button>
          )}
          <QueueViews search={search} show={show} />
        </Group>
      </Group>
      <QueueFilters search={search} show={show} counts={counts ?? undefined} />
      {query.isPending && <Loading />}
      {query.isError && <Failed error={query.error} retry={query.refetch} />}
      {query.isSuccess && cases.length === 0 && (
        <Empty title={isFiltered ? texts.queue.emptyFiltered : texts.queue.empty}>
          {isFiltered && (
            <Button variant="light" size="xs" onClick={() => show({})}>
              {texts.queue.clear}
            </Button>
          )}
        </Empty>
      )}
      {cases.length > 0 && <QueueTable cases={cases} selected={selected} select={setSelected} />}
      {query.hasNextPage && (
        <Button variant="subtle" size="xs" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {texts.queue.more}
        </Button>
      )}
      <Text size="xs" c="dimmed">
        {texts.queue.keys}
      </Text>
      {isAdding && (
        <Suspense>
          <AddToMeeting
            opened
            cases={cases.filter(({ id }) => selected.has(id))}
            close={(added) => {
              setAdding(false);
              if (added) setSelected(new Set());
            }}
          />
        </Suspense>
      )}
    </Stack>
  );
}
