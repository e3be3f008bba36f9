import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useLive } from '../api/live.js';
import { hasRole, useSession } from '../session/session.js';
import { AsOf } from '../shell/as-of.js';
import { Empty, Failed, Loading } from '../shell/states.js';
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

/** A dialog, and what it is or was about. */
interface Dialog<About> {
  readonly about: About;
  readonly isOpen: boolean;
}

/** The cases that wait for the board: why, by when, and what they lack. */
export function QueueScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const show = useCallback((next: QueueSearch) => void navigate({ search: next, replace: true }), [navigate]);
  useLive('queue', queueKey);
  const query = useInfiniteQuery(queueQuery(search));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  // What a dialog is about stays until the next one opens: it closes first, and gives the focus back.
  const [adding, setAdding] = useState<Dialog<readonly QueueEntry[]>>();
  const [chasing, setChasing] = useState<Dialog<QueueEntry>>();
  const session = useSession();
  const mayAdd = hasRole(session, 'coordinator', 'chair');
  const counts = query.data?.pages[0]?.counts;
  const cases = query.data?.pages.flatMap((page) => page.cases) ?? [];
  const chosen = cases.filter(({ id }) => selected.has(id));
  const { order = 'urgency', ...filters } = search;
  const isFiltered = Object.keys(filters).length > 0;
  useKeys({
    '/': () => document.querySelector<HTMLInputElement>('[data-queue-search]')?.focus(),
    m: () => mayAdd && chosen.length > 0 && setAdding({ about: chosen, isOpen: true }),
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
            <Button size="xs" onClick={() => setAdding({ about: chosen, isOpen: true })}>
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
          chase={(about) => setChasing({ about, isOpen: true })}
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
      {chasing !== undefined && (
        <Suspense>
          <ChaseMissing
            entry={chasing.about}
            opened={chasing.isOpen}
            mayAsk={hasRole(session, 'coordinator', 'clinician', 'chair')}
            close={() => setChasing({ ...chasing, isOpen: false })}
          />
        </Suspense>
      )}
      {adding !== undefined && (
        <Suspense>
          <AddToMeeting
            opened={adding.isOpen}
            cases={adding.about}
            close={(added) => {
              setAdding({ ...adding, isOpen: false });
              if (added) setSelected(new Set());
            }}
          />
        </Suspense>
      )}
    </Stack>
  );
}
