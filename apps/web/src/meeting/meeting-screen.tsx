import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useLive } from '../api/live.js';
import { hasRole, useSession } from '../session/session.js';
import { Answer, Empty, Failed } from '../shell/states.js';
import { inWords, texts } from '../texts/texts.js';
import classes from './agenda.module.css';
import { AgendaList } from './agenda-list.js';
import { AttendancePanel } from './attendance-panel.js';
import { MeetingHeader } from './meeting-header.js';
import { type Meeting, meetingKeyOf, meetingQuery } from './meeting-queries.js';
import { useMeetingActs } from './use-meeting-acts.js';
import { Waits } from './waits.js';

const route = getRouteApi('/shell/meetings/$meetingId');

/** One meeting: what it is about, who is there, what became of each case. */
export function MeetingScreen() {
  const { meetingId } = route.useParams();
  const listens = useLive(`meeting:${meetingId}`, meetingKeyOf);
  const query = useQuery({ ...meetingQuery(meetingId), enabled: listens });
  return <Answer query={query}>{(meeting) => <Shown meeting={meeting} updatedAt={query.dataUpdatedAt} />}</Answer>;
}

function Shown({ meeting, updatedAt }: { readonly meeting: Meeting; readonly updatedAt: number }) {
  const acts = useMeetingActs(meeting.meetingId);
  const mayManage = hasRole(useSession(), 'coordinator', 'chair');
  const isOver = meeting.status === 'closed' || meeting.status === 'cancelled';
  return (
    <Stack gap="sm" p="md" className={classes['page'] ?? ''}>
      <MeetingHeader meeting={meeting} acts={acts} mayManage={mayManage} updatedAt={updatedAt} />
      {acts.error !== null && <Failed error={acts.error} retry={acts.dismiss} />}
      {acts.waits && <Waits />}
      <div className={classes['body']}>
        <section aria-label={texts.meeting.agenda}>
          <Title order={2} size="h5" mb={4}>
            {texts.meeting.agenda}
          </Title>
          {meeting.agenda.length === 0 ? (
            <Empty title={texts.meeting.agendaEmpty} />
          ) : (
            <AgendaList meeting={meeting} acts={acts} mayManage={mayManage && !isOver} />
          )}
        </section>
        <Stack gap="sm">
          <AttendancePanel meeting={meeting} acts={acts} mayManage={mayManage} />
          <div>
            <Title order={2} size="h5">
              {texts.meeting.expected}
            </Title>
            <Text size="sm">{meeting.disciplines.map(inWords).join(', ')}</Text>
          </div>
        </Stack>
      </div>
    </Stack>
  );
}
