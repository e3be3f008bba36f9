import { Anchor, Button, Group, SegmentedControl, Stack, Table, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLive } from '../api/live.js';
import { hasRole, useSession } from '../session/session.js';
import { AsOf } from '../shell/as-of.js';
import { Empty, Failed, Loading } from '../shell/states.js';
import { inWords, texts } from '../texts/texts.js';
import { countsInWords } from './counts.js';
import { byDay, type Day, todayOf, weekdayOf } from './days.js';
import { type MeetingInList, meetingKeyOf, meetingListQuery } from './meeting-queries.js';
import { PlanMeeting } from './plan-meeting.js';
import { SeriesList } from './series-list.js';
import { StatusBadge } from './status-badge.js';

const route = getRouteApi('/shell/meetings');

/** The meetings of the board by day, and the series that they come from. */
export function MeetingsScreen() {
  const { when = 'upcoming' } = route.useSearch();
  const navigate = route.useNavigate();
  const today = todayOf(new Date());
  const listens = useLive('meetings', meetingKeyOf);
  const query = useInfiniteQuery({ ...meetingListQuery(when, today), enabled: listens });
  const [isPlanning, setPlanning] = useState(false);
  const mayPlan = hasRole(useSession(), 'coordinator', 'chair');
  const days = byDay(query.data?.pages.flatMap((page) => page.meetings) ?? [], when === 'past');
  return (
    <Stack gap="md" p="md">
      <Group justify="space-between" align="baseline">
        <Group gap="md" align="baseline">
          <Title order={1} size="h3">
            {texts.meeting.title}
          </Title>
          <AsOf at={query.dataUpdatedAt} />
        </Group>
        <Group gap="sm">
          <SegmentedControl
            size="xs"
            aria-label={texts.meeting.title}
            value={when}
            onChange={(value) => void navigate({ search: value === 'past' ? { when: 'past' } : {}, replace: true })}
            data={[
              { value: 'upcoming', label: texts.meeting.upcoming },
              { value: 'past', label: texts.meeting.past },
            ]}
          />
          {mayPlan && (
            <Button size="xs" onClick={() => setPlanning(true)}>
              {texts.meeting.plan}
            </Button>
          )}
        </Group>
      </Group>
      {query.isPending && <Loading />}
      {query.isError && <Failed error={query.error} retry={query.refetch} />}
      {query.isSuccess && days.length === 0 && <Empty title={when === 'past' ? texts.meeting.nonePast : texts.meeting.noneUpcoming} />}
      {days.map((day) => (
        <MeetingsOfDay key={day.on} day={day} isToday={day.on === today} />
      ))}
      {query.hasNextPage && (
        <Button variant="subtle" size="xs" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {texts.queue.more}
        </Button>
      )}
      <SeriesList mayPlan={mayPlan} />
      <PlanMeeting opened={isPlanning} close={() => setPlanning(false)} />
    </Stack>
  );
}

const inFull = (day: string): string => {
  const weekday = weekdayOf(day);
  return weekday === undefined ? day : `${texts.shell.day.weekdays[weekday]} ${day}`;
};

function MeetingsOfDay({ day: { on, meetings }, isToday }: { readonly day: Day; readonly isToday: boolean }) {
  return (
    <section aria-label={inFull(on)}>
      <Title order={2} size="h5" mb={4}>
        <time dateTime={on}>{inFull(on)}</time>
        {isToday && (
          <Text span size="sm" c="dimmed" ml={8}>
            {texts.meeting.today}
          </Text>
        )}
      </Title>
      <Table.ScrollContainer minWidth={720}>
        <Table highlightOnHover verticalSpacing={4}>
          <Table.Tbody>
            {meetings.map((meeting) => (
              <MeetingRow key={meeting.meetingId} meeting={meeting} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

function MeetingRow({ meeting }: { readonly meeting: MeetingInList }) {
  return (
    <Table.Tr>
      <Table.Td w={130}>
        {meeting.startsAt}
        <Text span size="xs" c="dimmed" ml={6}>
          {texts.meeting.minutes(meeting.durationMinutes)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Anchor
          size="sm"
          fw={600}
          renderRoot={(props) => <Link {...props} to="/meetings/$meetingId" params={{ meetingId: meeting.meetingId }} />}
        >
          {meeting.title}
        </Anchor>
        <Text size="xs" c="dimmed">
          {meeting.place} · {meeting.disciplines.map(inWords).join(', ')}
        </Text>
      </Table.Td>
      <Table.Td w={110}>
        <StatusBadge status={meeting.status} />
      </Table.Td>
      <Table.Td w={340}>
        <Text size="sm">{countsInWords(meeting).join(' · ')}</Text>
      </Table.Td>
    </Table.Tr>
  );
}
