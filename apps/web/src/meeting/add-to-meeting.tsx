import { Alert, Anchor, Button, Group, List, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { newKey } from '../api/client.js';
import { notePosition } from '../api/live.js';
import { Answer } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { todayOf } from './days.js';
import { carryOut } from './meeting-acts.js';
import { MEETINGS_KEY, meetingKey, meetingListQuery } from './meeting-queries.js';

/** A case to be put on an agenda. */
export interface Candidate {
  readonly id: string;
  readonly reference: string;
  /** The meeting on whose agenda it stands now. */
  readonly meeting?: { readonly meetingId: string } | null;
}

interface Refused {
  readonly reference: string;
  readonly why: string;
}

/** Puts several cases on the agenda of a meeting at once, and says which could not be. */
export function AddToMeeting({
  cases,
  opened,
  close,
}: {
  readonly cases: readonly Candidate[];
  readonly opened: boolean;
  readonly close: (added: boolean) => void;
}) {
  const query = useInfiniteQuery({ ...meetingListQuery('upcoming', todayOf(new Date())), enabled: opened });
  const said = texts.meeting.toMeeting;
  const open = (query.data?.pages.flatMap((page) => page.meetings) ?? []).filter(({ status }) => status === 'planned' || status === 'open');
  const [chosen, setChosen] = useState('');
  const meetingId = chosen === '' ? (open[0]?.meetingId ?? '') : chosen;
  const elsewhere = cases.filter(({ meeting }) => meeting != null && meeting.meetingId !== meetingId);
  const holding = (one: Candidate) => open.find((meeting) => meeting.status === 'open' && meeting.meetingId === one.meeting?.meetingId);
  const held = elsewhere.filter((one) => holding(one) !== undefined);
  const moving = elsewhere.filter((one) => holding(one) === undefined);
  const add = useAdding(
    meetingId,
    cases.filter((one) => !held.includes(one)),
  );
  const title = open.find((meeting) => meeting.meetingId === meetingId)?.title ?? '';
  const finish = (): void => {
    close(add.isSuccess);
    add.reset();
  };
  return (
    <Modal opened={opened} onClose={finish} title={said.title(cases.length)}>
      {add.data === undefined ? (
        <Answer query={query}>
          {() =>
            open.length === 0 ? (
              <Text size="sm">{said.none}</Text>
            ) : (
              <Stack gap="xs">
                <NativeSelect
                  label={said.meeting}
                  value={meetingId}
                  onChange={(event) => setChosen(event.currentTarget.value)}
                  data={open.map((meeting) => ({
                    value: meeting.meetingId,
                    label: `${meeting.on} ${meeting.startsAt} ${meeting.title} (${texts.meeting.counts.placesLeft(meeting.placesLeft)})`,
                  }))}
                  data-autofocus
                />
                {moving.length > 0 && (
                  <Alert color="orange" variant="light" p="xs">
                    {said.onAnother(moving.map(({ reference }) => reference))}
                  </Alert>
                )}
                {held.map((one) => (
                  <Alert key={one.id} color="red" variant="light" p="xs">
                    {said.beingHeld(one.reference, holding(one)?.title ?? '')}
                  </Alert>
                ))}
                <Group justify="flex-end" gap="xs">
                  <Button variant="default" onClick={finish}>
                    {texts.meeting.form.cancel}
                  </Button>
                  <Button loading={add.isPending} disabled={held.length === cases.length} onClick={() => add.mutate()}>
                    {said.add}
                  </Button>
                </Group>
              </Stack>
            )
          }
        </Answer>
      ) : (
        <Stack gap="xs">
          <Text size="sm" role="status">
            {said.done(cases.length - held.length - add.data.length, title)}
          </Text>
          {add.data.length > 0 && (
            <Alert color="red" variant="light" role="alert" title={said.refused}>
              <List size="sm">
                {add.data.map(({ reference, why }) => (
                  <List.Item key={reference}>
                    {reference}: {why}
                  </List.Item>
                ))}
              </List>
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/meetings/$meetingId" params={{ meetingId }} />}>
              {said.toAgenda}
            </Anchor>
            <Button onClick={finish} data-autofocus>
              {said.close}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

/** Adds the cases one after the other, so that they stand in the order in which they were given. */
function useAdding(meetingId: string, cases: readonly Candidate[]) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (): Promise<readonly Refused[]> => {
      const refused: Refused[] = [];
      for (const { id, reference } of cases) {
        try {
          const { position } = await carryOut(meetingId, { kind: 'add', caseId: id, mode: 'discussion' }, newKey());
          notePosition(position, 'meetings', `meeting:${meetingId}`);
        } catch (error) {
          refused.push({ reference, why: error instanceof Error ? error.message : '' });
        }
      }
      return refused;
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: MEETINGS_KEY }),
        client.invalidateQueries({ queryKey: meetingKey(meetingId) }),
        client.invalidateQueries({ queryKey: ['queue'] }),
      ]),
  });
}
