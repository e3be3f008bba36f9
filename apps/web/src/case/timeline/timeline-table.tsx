import { ScrollArea, Table } from '@mantine/core';
import { texts } from '../../texts/texts.js';
import { References } from '../reasons.js';
import type { TimelineRow } from './timeline-rows.js';

/** The values of the timeline as a table. */
export const TimelineTable = ({ rows }: { readonly rows: readonly TimelineRow[] }) => (
  <ScrollArea.Autosize mah={520} viewportProps={{ role: 'region', tabIndex: 0, 'aria-label': texts.case.timeline.values }}>
    <Table stickyHeader verticalSpacing={2} fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{texts.case.timeline.day}</Table.Th>
          <Table.Th>{texts.case.timeline.what}</Table.Th>
          <Table.Th>{texts.case.timeline.value}</Table.Th>
          <Table.Th>{texts.case.record.type}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ on, lane, what, value, fact }) => (
          <Table.Tr key={`${on} ${lane} ${what} ${value} ${fact ?? ''}`}>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>{on}</Table.Td>
            <Table.Td>{what}</Table.Td>
            <Table.Td>{value}</Table.Td>
            <Table.Td>{fact !== null && <References facts={[fact]} />}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </ScrollArea.Autosize>
);
