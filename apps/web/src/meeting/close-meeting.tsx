import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Failed } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { isOpen } from './agenda-order.js';
import { nextOfSeries } from './days.js';
import { type Meeting, seriesListQuery } from './meeting-queries.js';
import type { MeetingActs } from './use-meeting-acts.js';

/** Ends a meeting, after saying which cases it did not come to and where they go. */
export function CloseMeeting({
  meeting,
  acts,
  opened,
  close,
}: {
  readonly meeting: Meeting;
  readonly acts: MeetingActs;
  readonly opened: boolean;
  readonly close: () => void;
}) {
  const series = useQuery({ ...seriesListQuery, enabled: opened });
  const left = meeting.agenda.filter(isOpen);
  const own = series.data?.series.find(({ seriesId }) => seriesId === meeting.seriesId);
  const next = own === undefined ? undefined : nextOfSeries(own, meeting.meetingId, meeting.on);
  const said = texts.meeting;
  return (
    <Modal opened={opened} onClose={close} title={said.closeTitle}>
      <Stack gap="xs">
        {acts.error !== null && <Failed error={acts.error} />}
        <Text size="sm">{left.length === 0 ? said.closeAll : said.closeCarries(left.length)}</Text>
        {left.length > 0 && (
          <>
            <List size="sm">
              {left.map(({ itemId, reference }) => (
                <List.Item key={itemId}>{reference ?? said.unknownCase}</List.Item>
              ))}
            </List>
            <Text size="sm" fw={600}>
              {next === undefined ? said.closeToQueue : said.closeToMeeting(next.on)}
            </Text>
          </>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {said.form.cancel}
          </Button>
          <Button
            loading={acts.isPending}
            onClick={() => void acts.carryOut({ kind: 'close' }).then(close, () => undefined)}
            data-autofocus
          >
            {said.close}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
