import { Badge, Progress, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { AsOf } from '../shell/as-of.js';
import { Answer, Empty } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { type Reassessment, reassessmentsQuery } from './knowledge-queries.js';

const said = texts.knowledge.reassessments;
const COLORS: Readonly<Record<Reassessment['state'], string>> = { scheduled: 'blue', running: 'teal', done: 'gray', superseded: 'gray' };

/** How far the cases have been assessed anew after a change. */
export function Reassessments() {
  const query = useQuery(reassessmentsQuery);
  return (
    <Stack gap="xs">
      <AsOf at={query.dataUpdatedAt} />
      <Answer query={query}>
        {({ reassessments }) =>
          reassessments.length === 0 ? (
            <Empty title={said.empty} />
          ) : (
            <Table.ScrollContainer minWidth={860}>
              <Table verticalSpacing={4} fz="sm">
                <Table.Thead>
                  <Table.Tr>
                    {Object.values(said.columns).map((label) => (
                      <Table.Th key={label}>{label}</Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {reassessments.map((one) => (
                    <Table.Tr key={one.activation}>
                      <Table.Td>
                        {one.change} {one.to}
                      </Table.Td>
                      <Table.Td>{one.effectiveFrom}</Table.Td>
                      <Table.Td>
                        <Badge variant="light" color={COLORS[one.state]} tt="none">
                          {said.states[one.state]}
                        </Badge>
                        {one.error !== null && (
                          <Text size="xs" c="red" role="alert">
                            {one.error}
                          </Text>
                        )}
                      </Table.Td>
                      <Table.Td>
                        {said.progress(one.done, one.total)}
                        {one.state === 'running' && one.total !== null && one.total > 0 && (
                          <Progress value={(100 * one.done) / one.total} size="sm" aria-label={said.progress(one.done, one.total)} />
                        )}
                      </Table.Td>
                      <Table.Td>{one.changed}</Table.Td>
                      <Table.Td>{one.relist}</Table.Td>
                      <Table.Td c={one.failed > 0 ? 'red' : undefined}>{one.failed}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </Answer>
    </Stack>
  );
}
