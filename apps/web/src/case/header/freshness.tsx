import { Badge, Group, Text } from '@mantine/core';
import { momentText } from '../../shell/moment.js';
import { texts } from '../../texts/texts.js';
import type { CaseAnswer } from '../case-queries.js';

/** How fresh what is shown is, and a mark as long as something newer was heard of. */
export function Freshness({
  shown,
  heardVersion,
  isFetching,
}: {
  readonly shown: CaseAnswer;
  readonly heardVersion: number;
  readonly isFetching: boolean;
}) {
  const isStale = heardVersion > shown.version;
  return (
    <Group gap={8} mt={6} role="status">
      <Text size="xs" c="dimmed">
        {texts.case.version(shown.version, momentText(shown.freshness.recordedAt))}
      </Text>
      {isStale && (
        <Badge size="sm" color="orange" variant="filled" tt="none">
          {isFetching ? texts.case.updating(heardVersion) : texts.case.stale(heardVersion)}
        </Badge>
      )}
      {shown.digestMatches === false && (
        <Badge size="sm" color="red" variant="filled" tt="none">
          {texts.case.digestDiffers}
        </Badge>
      )}
    </Group>
  );
}
