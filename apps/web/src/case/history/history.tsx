import { Button, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { replaceEqualDeep, useInfiniteQuery } from '@tanstack/react-query';
import { memo, useEffect } from 'react';
import { momentText } from '../../shell/moment.js';
import { Empty, Failed, Loading } from '../../shell/states.js';
import { texts } from '../../texts/texts.js';
import { type HistoryEvent, historyQuery } from '../case-queries.js';
import type { CaseSearch } from '../case-search.js';
import { ChangedParts } from '../changed-parts.js';
import { eventsAt } from '../horizon/at-horizon.js';
import { References } from '../reasons.js';

/** What happened in the case, the newest first, with what each event changed. */
export function History({ caseId, search }: { readonly caseId: string; readonly search: CaseSearch }) {
  const query = useInfiniteQuery(historyQuery(caseId));
  const events = eventsAt(query.data?.pages.flatMap((page) => page.events) ?? [], search);
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  // Of a day long ago the newest pages hold nothing: what had happened by then stands further back.
  const looksFurther = events.length === 0 && hasNextPage && !isError;
  useEffect(() => {
    if (looksFurther && !isFetching) void fetchNextPage();
  }, [looksFurther, isFetching, fetchNextPage]);
  return (
    <Paper component="section" withBorder p="sm" aria-labelledby="history">
      <Stack gap="xs">
        <Title order={2} size="h5" id="history">
          {texts.case.history.title}
        </Title>
        {(query.isPending || looksFurther) && <Loading />}
        {query.isError && <Failed error={query.error} retry={query.refetch} />}
        {query.isSuccess && events.length === 0 && !looksFurther && <Empty title={texts.case.history.empty} />}
        {events.length > 0 && (
          <Table.ScrollContainer minWidth={760}>
            <Table verticalSpacing={4} fz="sm">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{texts.case.history.version}</Table.Th>
                  <Table.Th>{texts.case.history.recorded}</Table.Th>
                  <Table.Th>{texts.case.history.on}</Table.Th>
                  <Table.Th>{texts.case.history.what}</Table.Th>
                  <Table.Th w="45%">{texts.case.history.changed}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {events.map((event) => (
                  <EventRow key={event.version} event={event} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
        {hasNextPage && !looksFurther && (
          <Button variant="subtle" size="xs" loading={query.isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {texts.queue.more}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}

/** An event, drawn again only when it says something else: a new one moves all others on by a place. */
const EventRow = memo(
  function EventRow({ event }: { readonly event: HistoryEvent }) {
    return (
      <Table.Tr>
        <Table.Td>{event.version}</Table.Td>
        <Table.Td>
          <time dateTime={event.recordedAt}>{momentText(event.recordedAt)}</time>
        </Table.Td>
        <Table.Td style={{ whiteSpace: 'nowrap' }}>
          {event.on}
          {event.knownOn !== null && event.knownOn !== event.on && (
            <Text size="xs" c="dimmed">
              {texts.case.knownOn(event.knownOn)}
            </Text>
          )}
        </Table.Td>
        <Table.Td>
          {event.what} <References facts={event.fact === null ? [] : [event.fact]} />
        </Table.Td>
        <Table.Td>{event.changed !== null && <ChangedParts changed={event.changed} />}</Table.Td>
      </Table.Tr>
    );
  },
  (before, after) => replaceEqualDeep(before.event, after.event) === before.event,
);
