import { Group, SegmentedControl } from '@mantine/core';
import { DayField } from '../../shell/day-field.js';
import { texts } from '../../texts/texts.js';
import { type DayRange, dayAt, lastMonths } from './day.js';

const MONTHS = [3, 6, 12] as const;
const ALL = 'all';
/** Stands for days that no button names. */
const OTHER = '';

/** Which days are shown: by a button, or from one day to another. The chart says by it what was brushed. */
export function RangeBar({
  span,
  range,
  show,
}: {
  readonly span: readonly [number, number];
  /** Null for all. */
  readonly range: DayRange | null;
  readonly show: (range: DayRange | null) => void;
}) {
  const words = texts.case.timeline;
  const [first, last] = [dayAt(span[0]), dayAt(span[1])];
  const shown = range ?? { from: first, to: last };
  const months = MONTHS.find((count) => {
    const { from, to } = lastMonths(span, count);
    return from === shown.from && to === shown.to && from !== first;
  });
  const between = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && first <= day && day <= last;
  return (
    <Group gap="xs" align="flex-end">
      <SegmentedControl
        size="xs"
        aria-label={words.window}
        value={range === null ? ALL : (months?.toString() ?? OTHER)}
        onChange={(value) => show(value === ALL ? null : lastMonths(span, Number(value)))}
        data={[...MONTHS.map((count) => ({ value: String(count), label: words.months(count) })), { value: ALL, label: words.all }]}
      />
      <DayField
        size="xs"
        w={136}
        label={words.from}
        value={shown.from}
        min={first}
        max={shown.to}
        onChange={(from) => between(from) && from < shown.to && show({ from, to: shown.to })}
      />
      <DayField
        size="xs"
        w={136}
        label={words.to}
        value={shown.to}
        min={shown.from}
        max={last}
        onChange={(to) => between(to) && to > shown.from && show({ from: shown.from, to })}
      />
    </Group>
  );
}
