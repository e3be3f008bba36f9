import { Alert, Button, Group, Paper, Text } from '@mantine/core';
import { DayField } from '../../shell/day-field.js';
import { readDay } from '../../shell/day-text.js';
import { texts } from '../../texts/texts.js';
import type { Assessment } from '../case-queries.js';
import { type CaseSearch, isHorizon } from '../case-search.js';

/** Asks the case as it was true on one day and known on another. */
export function HorizonBar({ search, show }: { readonly search: CaseSearch; readonly show: (next: CaseSearch) => void }) {
  const set = (field: keyof CaseSearch) => (day: string) => {
    const { [field]: _before, ...others } = search;
    if (day === '') show(others);
    else if (readDay(day) === day) show({ ...others, [field]: day });
  };
  return (
    <Group gap="xs" align="flex-end">
      <DayField size="xs" label={texts.case.horizon.validOn} value={search.validOn ?? ''} onChange={set('validOn')} />
      <DayField size="xs" label={texts.case.horizon.knownOn} value={search.knownOn ?? ''} onChange={set('knownOn')} />
      {isHorizon(search) && (
        <Button size="xs" variant="light" onClick={() => show({})}>
          {texts.case.horizon.now}
        </Button>
      )}
    </Group>
  );
}

/** Says that what is shown is not the advice that stands. */
export function HorizonBanner({
  search,
  assessment,
  current,
  release,
}: {
  readonly search: CaseSearch;
  readonly assessment: Assessment;
  readonly current: boolean;
  readonly release: string;
}) {
  return (
    <Paper role="status">
      <Alert
        color={current ? 'gray' : 'orange'}
        variant="filled"
        p="xs"
        title={current ? texts.case.horizon.same : texts.case.horizon.notCurrent}
      >
        <Text size="sm">
          {texts.case.horizon.reading(search.validOn, search.knownOn)} {texts.case.horizon.asOf(assessment.asOf, release)}
        </Text>
      </Alert>
    </Paper>
  );
}
