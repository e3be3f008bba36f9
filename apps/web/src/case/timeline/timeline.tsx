import { Group, Paper, SegmentedControl, Stack, Text, Title, useComputedColorScheme } from '@mantine/core';
import type { IdentifiedFact } from '@tumor-board/oncology';
import { useCallback, useMemo, useState } from 'react';
import { Empty } from '../../shell/states.js';
import { texts } from '../../texts/texts.js';
import { usePanel } from '../case-panel.js';
import type { CaseBoard } from '../case-queries.js';
import type { CaseSearch } from '../case-search.js';
import { Chart, type Window } from './chart.js';
import { timelineModel } from './timeline-model.js';
import { timelineRows } from './timeline-rows.js';
import { TimelineTable } from './timeline-table.js';

const WINDOWS: Readonly<Record<string, Window>> = { all: null, '12': { months: 12 }, '6': { months: 6 }, '3': { months: 3 } };

/** Everything of the case on one time axis, as a chart or as a table. */
export function Timeline({
  facts,
  board,
  search,
}: {
  readonly facts: readonly unknown[];
  readonly board: CaseBoard | undefined;
  readonly search: CaseSearch;
}) {
  const open = usePanel();
  const scheme = useComputedColorScheme('light');
  const [view, setView] = useState('chart');
  const [shown, setShown] = useState('all');
  const model = useMemo(() => timelineModel(facts as readonly IdentifiedFact[], board, search), [facts, board, search]);
  const rows = useMemo(() => timelineRows(model), [model]);
  const openFact = useCallback((id: string) => open({ kind: 'fact', id }), [open]);
  const words = texts.case.timeline;
  return (
    <Paper component="section" withBorder p="sm" aria-labelledby="timeline">
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2} size="h5" id="timeline">
            {words.title}
          </Title>
          <Group gap="xs">
            {view === 'chart' && (
              <SegmentedControl
                size="xs"
                aria-label={words.window}
                value={shown}
                onChange={setShown}
                data={Object.keys(WINDOWS).map((value) => ({ value, label: value === 'all' ? words.all : words.months(value) }))}
              />
            )}
            <SegmentedControl
              size="xs"
              aria-label={words.view}
              value={view}
              onChange={setView}
              data={[
                { value: 'chart', label: words.chart },
                { value: 'table', label: words.table },
              ]}
            />
          </Group>
        </Group>
        {rows.length === 0 ? (
          <Empty title={words.empty} />
        ) : view === 'chart' ? (
          <>
            <Chart model={model} scheme={scheme} window={WINDOWS[shown] ?? null} openFact={openFact} />
            <Text size="xs" c="dimmed">
              {words.legend}
            </Text>
          </>
        ) : (
          <TimelineTable rows={rows} />
        )}
      </Stack>
    </Paper>
  );
}
