import { Button, Table, Text, Title } from '@mantine/core';
import { momentText } from '../shell/moment.js';
import { texts } from '../texts/texts.js';
import type { DeadLetter, useRetry } from './operations-queries.js';

const said = texts.operations;

/** Events that a follower of the log could not take, to be tried again when the cause is mended. */
export const DeadLetters = ({
  letters,
  retry,
}: {
  readonly letters: readonly DeadLetter[];
  readonly retry: ReturnType<typeof useRetry>['deadLetter'];
}) => (
  <section aria-label={said.deadLetters}>
    <Title order={2} size="h5">
      {said.deadLetters}
    </Title>
    {letters.length === 0 ? (
      <Text size="sm">{said.noDeadLetters}</Text>
    ) : (
      <>
        <Text size="sm" c="dimmed" mb={4}>
          {said.deadLettersWhy}
        </Text>
        <Table.ScrollContainer minWidth={820}>
          <Table verticalSpacing={4} fz="sm">
            <Table.Thead>
              <Table.Tr>
                {Object.entries(said.deadLetterColumns).map(([column, label]) => (
                  <Table.Th key={column} aria-label={label === '' ? said.retry : undefined}>
                    {label}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {letters.map((letter) => (
                <Table.Tr key={`${letter.subscription} ${letter.streamId} ${letter.streamVersion}`}>
                  <Table.Td>{letter.subscription}</Table.Td>
                  <Table.Td>
                    {letter.type}
                    <Text size="xs" c="dimmed">
                      {letter.streamId} {letter.streamVersion}
                      {letter.waitingBehind > 0 && ` · ${said.behind(letter.waitingBehind)}`}
                    </Text>
                  </Table.Td>
                  <Table.Td>{letter.error}</Table.Td>
                  <Table.Td>{letter.attempts}</Table.Td>
                  <Table.Td>
                    <time dateTime={letter.lastSeen}>{momentText(letter.lastSeen)}</time>
                  </Table.Td>
                  <Table.Td>
                    {letter.retryRequested ? (
                      said.requested
                    ) : (
                      <Button
                        size="compact-xs"
                        variant="light"
                        aria-label={said.retryEvent(letter.type, letter.subscription)}
                        disabled={retry.isPending}
                        onClick={() => retry.mutate({ subscription: letter.subscription, streamId: letter.streamId })}
                      >
                        {said.retry}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </>
    )}
  </section>
);
