import { Alert, Button, Group, Text } from '@mantine/core';
import { texts } from '../../texts/texts.js';
import type { Assessment } from '../case-queries.js';
import type { CaseSearch } from '../case-search.js';
import classes from './horizon-banner.module.css';

/** Says that what is shown is of the past, wherever one has scrolled to, with the way back to now. */
export const HorizonBanner = ({
  search,
  assessment,
  current,
  release,
  back,
}: {
  readonly search: CaseSearch;
  readonly assessment: Assessment;
  readonly current: boolean;
  readonly release: string;
  readonly back: () => void;
}) => (
  <div role="status" className={classes['banner']}>
    <Alert
      color={current ? 'gray' : 'orange'}
      variant="filled"
      p="xs"
      title={current ? texts.case.horizon.same : texts.case.horizon.notCurrent}
    >
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          {texts.case.horizon.reading(search.validOn, search.knownOn)} {texts.case.horizon.asOf(assessment.asOf, release)}{' '}
          {texts.case.horizon.noEntry}
        </Text>
        <Button size="compact-sm" variant="white" color="dark" onClick={back}>
          {texts.case.horizon.now}
        </Button>
      </Group>
    </Alert>
  </div>
);
