import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { IdentifiedFact } from '@tumor-board/oncology';
import { Answer, Empty } from '../../shell/states.js';
import { texts } from '../../texts/texts.js';
import { usePanel } from '../case-panel.js';
import { recordQuery } from '../case-queries.js';
import type { CaseSearch } from '../case-search.js';
import { factsAt } from '../horizon/at-horizon.js';
import { factRows, factTypeName } from './fact-rows.js';

/** One fact with what corrected or retracted it. */
export function FactView({
  caseId,
  id,
  search,
  mayRecord,
}: {
  readonly caseId: string;
  readonly id: string;
  readonly search: CaseSearch;
  readonly mayRecord: boolean;
}) {
  const query = useQuery(recordQuery(caseId));
  const open = usePanel();
  return (
    <Answer query={query}>
      {({ facts }) => {
        const rows = factRows(factsAt(facts as readonly IdentifiedFact[], search));
        const concerned = rows.filter(
          ({ id: own, fact }) =>
            own === id ||
            (fact.type === 'FactCorrected' && fact.corrects === id) ||
            (fact.type === 'FactRetracted' && fact.retracts === id),
        );
        if (concerned.length === 0) return <Empty title={texts.case.noFact(id)} />;
        return (
          <Stack gap="md">
            {concerned.map((row) => (
              <Table key={row.id} verticalSpacing={2} fz="sm" variant="vertical">
                <Table.Tbody>
                  <Table.Tr>
                    <Table.Th w={140}>{row.id}</Table.Th>
                    <Table.Td fw={600}>{factTypeName(row.type)}</Table.Td>
                  </Table.Tr>
                  <Table.Tr>
                    <Table.Th>{texts.case.history.on}</Table.Th>
                    <Table.Td>{row.on}</Table.Td>
                  </Table.Tr>
                  <Table.Tr>
                    <Table.Th>{texts.case.record.known}</Table.Th>
                    <Table.Td>{row.knownOn}</Table.Td>
                  </Table.Tr>
                  <Table.Tr>
                    <Table.Th>{texts.case.record.says}</Table.Th>
                    <Table.Td>{row.says}</Table.Td>
                  </Table.Tr>
                  {row.by !== null && (
                    <Table.Tr>
                      <Table.Th>{texts.case.record.state}</Table.Th>
                      <Table.Td>
                        {texts.case.stands[row.stands]} {row.by}
                      </Table.Td>
                    </Table.Tr>
                  )}
                </Table.Tbody>
              </Table>
            ))}
            {mayRecord && concerned[0]?.stands !== 'retracted' && (
              <Group>
                <Button size="xs" variant="light" onClick={() => open({ kind: 'entry', correct: id })}>
                  {texts.case.record.correct}
                </Button>
              </Group>
            )}
            <Text size="xs" c="dimmed">
              {texts.case.record.nothingLost}
            </Text>
          </Stack>
        );
      }}
    </Answer>
  );
}
