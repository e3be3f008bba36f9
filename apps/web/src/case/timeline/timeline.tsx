import { Group, Paper, SegmentedControl, Stack, Text, Title, useComputedColorScheme } from '@mantine/core';
import type { IdentifiedFact } from '@tumor-board/oncology';
import { useCallback, useMemo, useState } from 'react';
import { Empty } from '../../shell/states.js';
import { texts } from '../../texts/texts.js';
import { usePanel } from '../case-panel.js';
import type { CaseBoard } from '../case-queries.js';
import type { CaseSearch } from '../case-search.js';
import { Chart } from './chart.js';
import { chartColors } from './chart-colors.js';
import { type DayRange, firstShown, spanOf } from './day.js';
import { legendOf } from './legend.js';
import { LegendBar } from './legend-bar.js';
import { RangeBar } from './range-bar.js';
import { timelineModel } from './timeline-model.js';
import { timelineRows } from './timeline-rows.js';
import { TimelineTable } from './timeline-table.js';

/** Everything of the case on one time axis, as a chart or as a table; of both only the days that are asked for. */
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
  const colors = useMemo(() => chartColors(scheme), [scheme]);
  const [view, setView] = useState('chart');
  const [chosen, setRange] = useState<DayRange | null>();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const model = useMemo(() => timelineModel(facts as readonly IdentifiedFact[], board, search), [facts, board, search]);
  const rows = useMemo(() => timelineRows(model), [model]);
  const legend = useMemo(() => legendOf(model, colors), [model, colors]);
  const span = useMemo(() => spanOf(model), [model]);
  const range = useMemo(() => (chosen === undefined ? firstShown(model) : chosen), [chosen, model]);
  const openFact = useCallback((id: string) => open({ kind: 'fact', id }), [open]);
  const toggle = useCallback(
    (name: string) =>
      setHidden((before) => (before.has(name) ? new Set([...before].filter((one) => one !== name)) : new Set([...before, name]))),
    [],
  );
  const words = texts.case.timeline;
  return (
    <Paper component="section" withBorder p="sm" aria-labelledby="timeline">
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2} size="h5" id="timeline">
            {words.title}
          </Title>
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
        {rows.length === 0 ? (
          <Empty title={words.empty} />
        ) : (
          <>
            <RangeBar span={span} range={range} show={setRange} />
            {view === 'chart' ? (
              <>
                <LegendBar entries={legend} hidden={hidden} toggle={toggle} />
                <Chart model={model} colors={colors} hidden={hidden} range={range} showRange={setRange} openFact={openFact} />
                <Text size="xs" c="dimmed">
                  {words.legend}
                </Text>
              </>
            ) : (
              <TimelineTable rows={rows.filter(({ on }) => range === null || (range.from <= on && on <= range.to))} />
            )}
          </>
        )}
      </Stack>
    </Paper>
  );
}
