import { Anchor, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { AsOf } from '../shell/as-of.js';
import { Answer, Empty } from '../shell/states.js';
import { inWords, texts } from '../texts/texts.js';
import { overridesQuery } from './audit-queries.js';

const said = texts.audit.overrides;

/** How often boards chose otherwise than proposed, and why. */
export function OverrideCounts() {
  const query = useQuery(overridesQuery);
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {said.why} <AsOf at={query.dataUpdatedAt} />
      </Text>
      <Answer query={query}>
        {({ overrides }) =>
          overrides.length === 0 ? (
            <Empty title={said.empty} />
          ) : (
            <Table verticalSpacing={4} maw={860}>
              <Table.Thead>
                <Table.Tr>
                  {Object.values(said.columns).map((label) => (
                    <Table.Th key={label}>{label}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {overrides.map(({ reason, proposed, release, decisions }) => (
                  <Table.Tr key={`${reason} ${proposed} ${release}`}>
                    <Table.Td>{inWords(reason)}</Table.Td>
                    <Table.Td>{inWords(proposed)}</Table.Td>
                    <Table.Td>{release}</Table.Td>
                    <Table.Td>
                      <Anchor
                        size="sm"
                        renderRoot={(props) => (
                          <Link {...props} to="/audit" search={{ tab: 'decisions', overrideReason: reason, release }} />
                        )}
                      >
                        {decisions}
                      </Anchor>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )
        }
      </Answer>
    </Stack>
  );
}
