import { Badge, Button, Group, NativeSelect, Paper, ScrollArea, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { IdentifiedFact } from '@tumor-board/oncology';
import { useMemo, useRef, useState } from 'react';
import { Answer } from '../../shell/states.js';
import { texts } from '../../texts/texts.js';
import { usePanel } from '../case-panel.js';
import { recordQuery } from '../case-queries.js';
import { type FactRow, factRows, factTypeName } from './fact-rows.js';

/** The facts of the case, filtered by type and by words. */
export function RecordView({ caseId, mayRecord }: { readonly caseId: string; readonly mayRecord: boolean }) {
  const query = useQuery(recordQuery(caseId));
  return (
    <Paper component="section" withBorder p="sm" aria-labelledby="record">
      <Title order={2} size="h5" id="record" mb="xs">
        {texts.case.record.title}
      </Title>
      <Answer query={query}>{({ facts }) => <Facts facts={facts as readonly IdentifiedFact[]} mayRecord={mayRecord} />}</Answer>
    </Paper>
  );
}

const ROW = 34;

function Facts({ facts, mayRecord }: { readonly facts: readonly IdentifiedFact[]; readonly mayRecord: boolean }) {
  const [type, setType] = useState('');
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed.trim().toLowerCase(), 150);
  const rows = useMemo(() => factRows(facts).toReversed(), [facts]);
  const types = useMemo(() => [...new Set(rows.map((row) => row.type))].sort(), [rows]);
  const shown = useMemo(
    () =>
      rows.filter(
        (row) => (type === '' || row.type === type) && (words === '' || `${row.id} ${row.on} ${row.says}`.toLowerCase().includes(words)),
      ),
    [rows, type, words],
  );
  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-end" role="search">
        <TextInput
          size="xs"
          type="search"
          label={texts.case.record.search}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          label={texts.case.record.type}
          value={type}
          onChange={(event) => setType(event.currentTarget.value)}
          data={[{ value: '', label: texts.queue.any }, ...types.map((value) => ({ value, label: factTypeName(value) }))]}
        />
        <Text size="xs" c="dimmed" role="status">
          {texts.case.record.count(shown.length, rows.length)}
        </Text>
      </Group>
      <FactTable rows={shown} mayRecord={mayRecord} />
    </Stack>
  );
}

/** Only the lines in sight are drawn, so that a long record scrolls as a short one. */
function FactTable({ rows, mayRecord }: { readonly rows: readonly FactRow[]; readonly mayRecord: boolean }) {
  const open = usePanel();
  const viewport = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => ROW,
    overscan: 12,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const inSight = lines.getVirtualItems();
  const above = inSight[0]?.start ?? 0;
  const below = lines.getTotalSize() - (inSight.at(-1)?.end ?? 0);
  return (
    <ScrollArea.Autosize mah={440} viewportRef={viewport} viewportProps={{ tabIndex: 0, 'aria-label': texts.case.record.title }}>
      <Table verticalSpacing={4} fz="sm" stickyHeader aria-rowcount={rows.length}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.case.record.id}</Table.Th>
            <Table.Th>{texts.case.history.on}</Table.Th>
            <Table.Th>{texts.case.record.known}</Table.Th>
            <Table.Th>{texts.case.record.type}</Table.Th>
            <Table.Th>{texts.case.record.says}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {inSight.map(({ index, key }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <Table.Tr key={key} data-index={index} ref={lines.measureElement} aria-rowindex={index + 1}>
                <Table.Td>{row.id}</Table.Td>
                <Table.Td miw={90}>{row.on}</Table.Td>
                <Table.Td miw={90}>{row.knownOn}</Table.Td>
                <Table.Td miw={150}>{factTypeName(row.type)}</Table.Td>
                <Table.Td>
                  {row.stands === 'stands' ? (
                    row.says
                  ) : (
                    <>
                      <Badge size="xs" variant="outline" color="orange" tt="none" mr={6}>
                        {texts.case.stands[row.stands]} {row.by}
                      </Badge>
                      <Text span size="sm" td="line-through" c="dimmed">
                        {row.says}
                      </Text>
                    </>
                  )}
                </Table.Td>
                <Table.Td>
                  {mayRecord && row.stands !== 'retracted' && row.type !== 'FactCorrected' && row.type !== 'FactRetracted' && (
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      aria-label={texts.case.record.correctFact(row.id)}
                      onClick={() => open({ kind: 'entry', correct: row.id })}
                    >
                      {texts.case.record.correct}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
