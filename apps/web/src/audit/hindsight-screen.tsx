import { Anchor, Group, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { AsOf } from '../shell/as-of.js';
import { Answer, Empty } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { hindsightQuery, meetingHindsightQuery } from './audit-queries.js';
import { HindsightView } from './hindsight-view.js';

const ofDecision = getRouteApi('/shell/audit/hindsight/$decisionId');
const ofMeeting = getRouteApi('/shell/audit/meetings/$meetingId');

/** A decision looked back at. */
export function HindsightScreen() {
  const { decisionId } = ofDecision.useParams();
  const query = useQuery(hindsightQuery(decisionId));
  return (
    <Stack p="md" gap="xs">
      <Answer query={query}>
        {(hindsight) => (
          <HindsightView hindsight={hindsight} level={1}>
            <AsOf at={query.dataUpdatedAt} />
          </HindsightView>
        )}
      </Answer>
    </Stack>
  );
}

/** Every decision of a meeting looked back at. */
export function MeetingHindsightScreen() {
  const { meetingId } = ofMeeting.useParams();
  const query = useQuery(meetingHindsightQuery(meetingId));
  return (
    <Stack p="md" gap="lg">
      <Group justify="space-between">
        <Group gap="md" align="baseline">
          <Title order={1} size="h3">
            {texts.audit.hindsight.meetingTitle}
          </Title>
          <AsOf at={query.dataUpdatedAt} />
        </Group>
        <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/meetings/$meetingId" params={{ meetingId }} />}>
          {texts.audit.hindsight.toMeeting}
        </Anchor>
      </Group>
      <Answer query={query}>
        {({ decisions }) =>
          decisions.length === 0 ? (
            <Empty title={texts.audit.hindsight.none} />
          ) : (
            decisions.map((hindsight) => <HindsightView key={hindsight.decisionId} hindsight={hindsight} level={2} />)
          )
        }
      </Answer>
    </Stack>
  );
}
