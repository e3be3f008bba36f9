import { List, Table, Text, Title } from '@mantine/core';
import { Empty } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import type { Follower } from './operations-queries.js';

const said = texts.operations;
/** Longer than this is worth a look, in seconds: as long as the service itself waits before it says that it is behind. */
const LATE = 10;

/** Who follows the log, and how far each is behind. */
export const Followers = ({ followers }: { readonly followers: readonly Follower[] }) => (
  <section aria-label={said.followers}>
    <Title order={2} size="h5">
      {said.followers}
    </Title>
    <Text size="sm" c="dimmed" mb={4}>
      {said.followersWhy}
    </Text>
    {followers.length === 0 ? (
      <Empty title={said.noFollowers} />
    ) : (
      <Table.ScrollContainer minWidth={720}>
        <Table verticalSpacing={2} fz="sm" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              {Object.values(said.columns).map((label) => (
                <Table.Th key={label}>{label}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {followers.map(({ name, kind, events, seconds, deadLetters, processes }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={600}>
                  {name}
                </Table.Th>
                <Table.Td>{said.kinds[kind]}</Table.Td>
                <Table.Td>{events}</Table.Td>
                <Table.Td c={seconds > LATE ? 'red' : undefined}>{said.duration(seconds)}</Table.Td>
                <Table.Td c={deadLetters > 0 ? 'red' : undefined}>{deadLetters}</Table.Td>
                <Table.Td c={processes === 0 ? 'red' : undefined}>{processes === 0 ? said.nobody : processes}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    )}
    <details>
      <summary>{said.help}</summary>
      <List size="sm" mt={4}>
        {said.helpLines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </details>
  </section>
);
