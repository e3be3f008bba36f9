import { ScrollArea, Table } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type Ref, useRef } from 'react';
import { texts } from '../../texts/texts.js';
import { References } from '../reasons.js';
import type { TimelineRow } from './timeline-rows.js';

/** The height of most lines in px; longer ones are measured. */
const LINE = 27;

const keyOf = ({ on, lane, what, value, fact }: TimelineRow): string => `${on} ${lane} ${what} ${value} ${fact ?? ''}`;

/** The values of the timeline as a table. Only the lines in sight are drawn, so that a long one scrolls as a short one. */
export function TimelineTable({ rows }: { readonly rows: readonly TimelineRow[] }) {
  const viewport = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => LINE,
    overscan: 8,
  });
  const inSight = lines.getVirtualItems();
  const above = inSight[0]?.start ?? 0;
  const below = lines.getTotalSize() - (inSight.at(-1)?.end ?? 0);
  const words = texts.case.timeline;
  return (
    <ScrollArea.Autosize mah={520} viewportRef={viewport} viewportProps={{ role: 'region', tabIndex: 0, 'aria-label': words.values }}>
      <Table stickyHeader verticalSpacing={2} fz="sm" layout="fixed" aria-rowcount={rows.length + 1}>
        <Table.Thead>
          <Table.Tr aria-rowindex={1}>
            <Table.Th w="7rem">{words.day}</Table.Th>
            <Table.Th>{words.what}</Table.Th>
            <Table.Th>{words.value}</Table.Th>
            <Table.Th w="7rem">{texts.case.record.type}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {inSight.map(({ index }) => {
            const row = rows[index];
            return row === undefined ? null : <Line key={keyOf(row)} row={row} index={index} measure={lines.measureElement} />;
          })}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}

interface LineProps {
  readonly row: TimelineRow;
  readonly index: number;
  readonly measure: Ref<HTMLTableRowElement>;
}

const Line = memo(function Line({ row: { on, what, value, fact }, index, measure }: LineProps) {
  return (
    <Table.Tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{on}</Table.Td>
      <Table.Td>{what}</Table.Td>
      <Table.Td>{value}</Table.Td>
      <Table.Td>{fact !== null && <References facts={[fact]} />}</Table.Td>
    </Table.Tr>
  );
});
