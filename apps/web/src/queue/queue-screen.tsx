import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useLive } from '../api/live.js';
import { hasRole, useSession } from '../session/session.js';
import { AsOf } from '../shell/as-of.js';
import { Empty, Failed, Loading } from '../shell/states.js';
import { useDialog } from '../shell/use-dialog.js';
import { useKeys } from '../shell/use-keys.js';
import { texts } from '../texts/texts.js';
import { QueueFilters } from './queue-filters.js';
import { type QueueEntry, queueQuery } from './queue-query.js';
import type { QueueSearch } from './queue-search.js';
import { QueueTable } from './queue-table.js';
import { QueueViews } from './queue-views.js';

const route = getRouteApi('/shell/queue');

const queueKey = () => ['queue'];

const ChaseMissing = lazy(async () => ({ default: (await import('./chase-missing.js')).ChaseMissing }));
const AddToMeeting = lazy(async () => ({ default: (await import('../meeting/add-to-meeting.js')).AddToMeeting }));

/** The cases that wait for the board: why, by when, and what they lack. */
export function QueueScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const show = useCallback((next: QueueSearch) => void navigate({ search: next, replace: true }), [navigate]);
  const listens = useLive('queue', queueKey);
  const query = useInfiniteQuery({ ...queueQuery(search), enabled: listens });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const adding = useDialog<readonly QueueEntry[]>();
  const chasing = useDialog<QueueEntry>();
  const session = useSession();
  const mayAdd = hasRole(session, 'coordinator', 'chair');
  const counts = query.data?.pages[0]?.counts;
  const cases = query.data?.pages.flatMap((page) => page.cases) ?? [];
  const chosen = cases.filter(({ id }) => selected.has(id));
  const { order = 'urgency', ...filters } = search;
  const isFiltered = Object.keys(filters).length > 0;
  useKeys({
    '/': () => document.querySelector<HTMLInputElement>('[data-queue-search]')?.focus(),
    m: () => mayAdd && chosen.length > 0 && adding.open(chosen),
  });

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
          <AsOf at={query.dataUpdatedAt} />
        </Group>
        <Group gap="sm">
          <Text size="sm" role="status">
            {chosen.length > 0 && texts.queue.selected(chosen.length)}
          </Text>
          {chosen.length > 0 && (
            <Button size="xs" variant="subtle" onClick={() => setSelected(new Set())}>
              {texts.queue.selectNone}
            </Button>
          )}
          {chosen.length > 0 && mayAdd && (
            <Button size="xs" onClick={() => adding.open(chosen)}>
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
      {cases.length > 0 && (
        <QueueTable
          cases={cases}
          order={order}
          sort={(next) => show(next === 'urgency' ? filters : { ...filters, order: next })}
          selected={selected}
          select={setSelected}
          chase={chasing.open}
        />
      )}
      {query.hasNextPage && (
        <Button variant="subtle" size="xs" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {texts.queue.more}
        </Button>
      )}
      <Text size="xs" c="dimmed">
        {texts.shell.keys.hint}
      </Text>
      {chasing.dialog !== undefined && (
        <Suspense>
          <ChaseMissing
            entry={chasing.dialog.about}
            opened={chasing.dialog.isOpen}
            mayAsk={hasRole(session, 'coordinator', 'clinician', 'chair')}
            close={chasing.close}
          />
        </Suspense>
      )}
      {adding.dialog !== undefined && (
        <Suspense>
          <AddToMeeting
            opened={adding.dialog.isOpen}
            cases={adding.dialog.about}
            close={(added) => {
              adding.close();
              if (added) setSelected(new Set());
            }}
          />
        </Suspense>
      )}
    </Stack>
  );
}
