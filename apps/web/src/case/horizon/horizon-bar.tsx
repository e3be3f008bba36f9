import { Group, SimpleGrid, Slider, Text } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../../shell/day-field.js';
import { readDay } from '../../shell/day-text.js';
import { texts } from '../../texts/texts.js';
import type { CaseSearch } from '../case-search.js';
import { stopOf } from './at-horizon.js';

/** Asks the case as it was true on one day and known on another: by the days on which something was recorded, or any other. */
export function HorizonBar({
  search,
  days,
  show,
}: {
  readonly search: CaseSearch;
  /** The days to stop at. */
  readonly days: Readonly<Record<keyof CaseSearch, readonly string[]>>;
  readonly show: (next: CaseSearch) => void;
}) {
  const words = texts.case.horizon;
  const set = (field: keyof CaseSearch, day: string | undefined): void => {
    const { [field]: _before, ...others } = search;
    show(day === undefined ? others : { ...others, [field]: day });
  };
  return (
    <section aria-label={words.title}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing="xs">
        {(['validOn', 'knownOn'] as const).map((field) => (
          <Group key={field} gap="lg" align="flex-end" wrap="nowrap">
            <DayField
              size="xs"
              w={140}
              label={words[field]}
              value={search[field] ?? ''}
              onChange={(typed) => {
                const day = readDay(typed);
                if (typed === '' || day !== undefined) set(field, day);
              }}
            />
            <Stops label={words.slide(words[field])} days={days[field]} day={search[field]} choose={(day) => set(field, day)} />
          </Group>
        ))}
      </SimpleGrid>
      <Text size="xs" c="dimmed" mt={6}>
        {words.hint}
      </Text>
    </section>
  );
}

/** The days of a case as the stops of a slider, now beyond the last. */
function Stops({
  label,
  days,
  day,
  choose,
}: {
  readonly label: string;
  readonly days: readonly string[];
  readonly day: string | undefined;
  readonly choose: (day: string | undefined) => void;
}) {
  const [stop, setStop] = useState(stopOf(days, day));
  // A day that was chosen elsewhere moves the thumb as well.
  const [given, setGiven] = useState({ days, day });
  if (given.days !== days || given.day !== day) {
    setGiven({ days, day });
    setStop(stopOf(days, day));
  }
  const text = (at: number): string => days[at] ?? texts.case.horizon.present;
  return (
    <Slider
      flex={1}
      size="sm"
      mb={8}
      min={0}
      max={days.length}
      step={1}
      disabled={days.length === 0}
      value={stop}
      label={text}
      marks={days.length <= 40 ? Array.from({ length: days.length + 1 }, (_, value) => ({ value })) : []}
      thumbLabel={label}
      thumbValueText={text}
      onChange={setStop}
      onChangeEnd={(at) => choose(days[at])}
    />
  );
}
