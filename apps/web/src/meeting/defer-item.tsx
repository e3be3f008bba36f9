import { Button, Group, Modal, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { DayField } from '../shell/day-field.js';
import { formText } from '../shell/form-text.js';
import { Failed } from '../shell/states.js';
import { inWords, texts } from '../texts/texts.js';
import { todayOf } from './days.js';
import type { Deferral } from './meeting-acts.js';
import { type AgendaItem, type Meeting, meetingListQuery } from './meeting-queries.js';
import type { MeetingActs } from './use-meeting-acts.js';
import { Waits } from './waits.js';

const REASONS = [
  'result-awaited',
  'person-absent',
  'no-quorum',
  'no-time',
  'patient-request',
  'other',
] as const satisfies readonly Deferral['reason'][];

/** Puts a case off: why, where it goes, and what there is to say about it. */
export function DeferItem({
  meeting,
  item,
  acts,
  opened,
  close,
}: {
  readonly meeting: Meeting;
  readonly item: AgendaItem;
  readonly acts: MeetingActs;
  readonly opened: boolean;
  readonly close: () => void;
}) {
  const [goesTo, setGoesTo] = useState('next');
  const [error, setError] = useState<unknown>(null);
  // Of this request alone: another one of the page may wait for the connection.
  const [isSending, setSending] = useState(false);
  const query = useInfiniteQuery({ ...meetingListQuery('upcoming', todayOf(new Date())), enabled: opened });
  const others = (query.data?.pages.flatMap((page) => page.meetings) ?? []).filter(
    ({ meetingId, status }) => meetingId !== meeting.meetingId && (status === 'planned' || status === 'open'),
  );
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const until = formText(form, 'until');
    const note = formText(form, 'note').trim();
    const reason = REASONS.find((one) => one === formText(form, 'reason')) ?? 'other';
    const deferral: Deferral = {
      reason,
      carryOver: goesTo,
      ...(goesTo === 'queue' && until !== '' ? { until } : {}),
      ...(note === '' ? {} : { note }),
    };
    setSending(true);
    acts
      .carryOut({ kind: 'defer', itemId: item.itemId, deferral })
      .then(close, setError)
      .finally(() => setSending(false));
  };
  const said = texts.meeting;
  return (
    <Modal opened={opened} onClose={close} title={said.deferTitle(item.reference ?? said.unknownCase)}>
      <form onSubmit={submit}>
        <Stack gap="xs">
          {error !== null && <Failed error={error} />}
          {isSending && acts.waits && <Waits />}
          <NativeSelect
            name="reason"
            label={said.deferReason}
            data={REASONS.map((value) => ({ value, label: inWords(value) }))}
            data-autofocus
          />
          <NativeSelect
            label={said.deferTo}
            value={goesTo}
            onChange={(event) => setGoesTo(event.currentTarget.value)}
            data={[
              { value: 'next', label: said.deferNext },
              { value: 'queue', label: said.deferQueue },
              ...others.map(({ meetingId, on, title }) => ({ value: meetingId, label: `${on} ${title}` })),
            ]}
          />
          {goesTo === 'queue' && <DayField name="until" label={said.deferUntil} min={todayOf(new Date())} />}
          <Textarea name="note" label={said.deferNote} description={said.deferNoteHint} autosize minRows={2} maxLength={4000} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {said.form.cancel}
            </Button>
            <Button type="submit" loading={isSending}>
              {said.defer}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
