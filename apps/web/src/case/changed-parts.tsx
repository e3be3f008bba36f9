import { Table, Text } from '@mantine/core';
import { texts } from '../texts/texts.js';
import type { ChangedPart } from './case-queries.js';
import { partName } from './part-name.js';

/** Parts of the assessment that differ, before and after. */
export function ChangedParts({ changed }: { readonly changed: readonly ChangedPart[] }) {
  if (changed.length === 0) {
    return (
      <Text size="xs" c="dimmed">
        {texts.case.changesNothing}
      </Text>
    );
  }
  return (
    <Table verticalSpacing={2} fz="xs" withRowBorders={false} layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="30%">{texts.case.part}</Table.Th>
          <Table.Th>{texts.case.before}</Table.Th>
          <Table.Th>{texts.case.after}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changed.map(({ part, before, after }) => (
          <Table.Tr key={part}>
            <Table.Th fw={500}>{partName(part)}</Table.Th>
            <Table.Td c="dimmed">{before ?? texts.case.nothingBefore}</Table.Td>
            <Table.Td>{after ?? texts.case.nothingAfter}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
