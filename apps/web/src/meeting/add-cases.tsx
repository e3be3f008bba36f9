import { Badge, Button, Group, Modal, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queueQuery } from '../queue/queue-query.js';
import { Failed, Loading } from '../shell/states.js';
import { inWords, texts } from '../texts/texts.js';
import type { Meeting } from './meeting-queries.js';
import type { MeetingActs } from './use-meeting-acts.js';

/** Puts cases of the queue on the agenda by hand. */
export function AddCases({
  meeting,
  acts,
  opened,
  close,
}: {
  readonly meeting: Meeting;
  readonly acts: MeetingActs;
  readonly opened: boolean;
  readonly close: () => void;
}) {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const query = useInfiniteQuery({ ...queueQuery(search === '' ? {} : { search }), enabled: opened });
  const cases = query.data?.pages.flatMap((page) => page.cases) ?? [];
  const on = new Set(meeting.agenda.map(({ caseId }) => caseId));
  const said = texts.meeting;
  return (
    <Modal opened={opened} onClose={close} title={said.addCases} size="lg">
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {said.addCasesHint}
        </Text>
        <TextInput
          size="xs"
          type="search"
          label={said.searchQueue}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-autofocus
        />
        {acts.error !== null && <Failed error={acts.error} />}
        {query.isPending && <Loading />}
        {query.isError && <Failed error={query.error} retry={query.refetch} />}
        {query.isSuccess && cases.length === 0 && <Text size="sm">{said.noneWaits}</Text>}
        <Table verticalSpacing={4}>
          <Table.Tbody>
            {cases.map((entry) => (
              <Table.Tr key={entry.id}>
                <Table.Td fw={600}>{entry.reference}</Table.Td>
                <Table.Td>{inWords(entry.reason)}</Table.Td>
                <Table.Td>{inWords(entry.readiness)}</Table.Td>
                <Table.Td>{entry.dueBy}</Table.Td>
                <Table.Td>
                  {on.has(entry.id) ? (
                    <Badge variant="light" tt="none">
                      ✓ {said.added}
                    </Badge>
                  ) : (
                    <Group gap={4} wrap="nowrap" justify="flex-end">
                      <Button
                        size="compact-xs"
                        variant="light"
                        onClick={() => acts.ask({ kind: 'add', caseId: entry.id, mode: 'discussion' })}
                      >
                        {said.add}
                      </Button>
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        onClick={() => acts.ask({ kind: 'add', caseId: entry.id, mode: 'without-discussion' })}
                      >
                        {said.addWithout}
                      </Button>
                    </Group>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {query.hasNextPage && (
          <Button variant="subtle" size="xs" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {texts.queue.more}
          </Button>
        )}
      </Stack>
    </Modal>
  );
}
