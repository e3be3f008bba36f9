import { Button, Group, Menu, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { AsOf } from '../shell/as-of.js';
import { inWords, texts } from '../texts/texts.js';
import { AddCases } from './add-cases.js';
import { CallOff, Reschedule } from './change-meeting.js';
import { CloseMeeting } from './close-meeting.js';
import { countsInWords } from './counts.js';
import { FillAgenda } from './fill-agenda.js';
import type { Meeting } from './meeting-queries.js';
import { StatusBadge } from './status-badge.js';
import type { MeetingActs } from './use-meeting-acts.js';

type Dialog = 'add' | 'fill' | 'close' | 'reschedule' | 'cancel';

/** When and where a meeting is, how far it has come, and what can be done with the whole of it. */
export function MeetingHeader({
  meeting,
  acts,
  mayManage,
  updatedAt,
}: {
  readonly meeting: Meeting;
  readonly acts: MeetingActs;
  readonly mayManage: boolean;
  readonly updatedAt: number;
}) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { meetingId, status } = meeting;
  const said = texts.meeting;
  const isOver = status === 'closed' || status === 'cancelled';
  const close = (): void => setDialog(null);
  const show = (next: Dialog) => (): void => {
    acts.dismiss();
    setDialog(next);
  };
  const asked = (which: Dialog) => ({ meeting, acts, opened: dialog === which, close });
  return (
    <>
      <Group justify="space-between" align="flex-start">
        <div>
          <Group gap="sm">
            <Title order={1} size="h3">
              {meeting.title}
            </Title>
            <StatusBadge status={status} />
            {meeting.cancelledBecause !== null && <Text size="sm">{inWords(meeting.cancelledBecause)}</Text>}
            <AsOf at={updatedAt} />
          </Group>
          <Text size="sm" c="dimmed">
            <time dateTime={meeting.starts}>
              {meeting.on} {meeting.startsAt}
            </time>{' '}
            ({meeting.timeZone}) · {said.minutes(meeting.durationMinutes)} · {meeting.place}
          </Text>
          <Text size="sm" role="status">
            {countsInWords(meeting).join(' · ')}
          </Text>
          {meeting.lettersDueBy !== null && <Text size="sm">{said.lettersDueBy(meeting.lettersDueBy)}</Text>}
        </div>
        <Group gap="xs">
          {mayManage && !isOver && (
            <>
              <Button size="xs" variant="default" onClick={show('fill')}>
                {said.fill}
              </Button>
              <Button size="xs" variant="default" onClick={show('add')}>
                {said.addCases}
              </Button>
            </>
          )}
          <Button
            size="xs"
            variant="default"
            renderRoot={(props) => <Link {...props} to="/meetings/$meetingId/present" params={{ meetingId }} />}
          >
            {said.present}
          </Button>
          <Button size="xs" variant="default" component="a" href={`/api/meetings/${meetingId}/sheet`} target="_blank">
            {said.sheet}
          </Button>
          <Button
            size="xs"
            variant="default"
            component="a"
            href={`/api/meetings/${meetingId}/sheet?format=pdf`}
            target="_blank"
            aria-label={said.sheetPdf}
          >
            {said.pdf}
          </Button>
          {isOver && (
            <Button
              size="xs"
              variant="default"
              renderRoot={(props) => <Link {...props} to="/audit/meetings/$meetingId" params={{ meetingId }} />}
            >
              {said.hindsight}
            </Button>
          )}
          {mayManage && status === 'planned' && (
            <Button size="xs" onClick={() => acts.ask({ kind: 'open' })}>
              {said.open}
            </Button>
          )}
          {mayManage && status === 'open' && (
            <Button size="xs" onClick={show('close')}>
              {said.close}
            </Button>
          )}
          {mayManage && status === 'planned' && (
            <Menu position="bottom-end">
              <Menu.Target>
                <Button size="xs" variant="subtle" aria-label={said.more(meeting.title)}>
                  ⋯
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={show('reschedule')}>{said.reschedule} …</Menu.Item>
                <Menu.Item onClick={show('cancel')}>{said.cancel} …</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
      </Group>
      <FillAgenda meetingId={meetingId} acts={acts} opened={dialog === 'fill'} close={close} />
      <AddCases {...asked('add')} />
      <CloseMeeting {...asked('close')} />
      <Reschedule {...asked('reschedule')} />
      <CallOff {...asked('cancel')} />
    </>
  );
}
