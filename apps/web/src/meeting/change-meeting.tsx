import { Button, Group, Modal, NativeSelect, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { DayField } from '../shell/day-field.js';
import { formText } from '../shell/form-text.js';
import { Failed } from '../shell/states.js';
import { inWords, texts } from '../texts/texts.js';
import type { Cancellation } from './meeting-acts.js';
import type { Meeting } from './meeting-queries.js';
import { TimeFields, timeOf } from './plan-fields.js';
import type { MeetingActs } from './use-meeting-acts.js';

const REASONS = [
  'no-quorum',
  'public-holiday',
  'too-few-cases',
  'room-or-technical',
  'emergency',
  'other',
] as const satisfies readonly Cancellation[];

interface Asked {
  readonly meeting: Meeting;
  readonly acts: MeetingActs;
  readonly opened: boolean;
  readonly close: () => void;
}

/** Moves a meeting to another time or place. */
export function Reschedule({ meeting, acts, opened, close }: Asked) {
  const said = texts.meeting;
  const [error, setError] = useState<unknown>(null);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    acts.carryOut({ kind: 'reschedule', time: { on: formText(form, 'on'), ...timeOf(form) } }).then(close, setError);
  };
  return (
    <Modal opened={opened} onClose={close} title={said.rescheduleTitle}>
      <form onSubmit={submit}>
        <Stack gap="xs">
          {error !== null && <Failed error={error} />}
          <DayField name="on" label={said.form.on} defaultValue={meeting.on} required data-autofocus />
          <TimeFields of={meeting} />
          <Button type="submit" loading={acts.isPending} ml="auto">
            {said.reschedule}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

/** Calls a meeting off, with a reason. */
export function CallOff({ acts, opened, close }: Asked) {
  const said = texts.meeting;
  const [error, setError] = useState<unknown>(null);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = REASONS.find((one) => one === formText(new FormData(event.currentTarget), 'reason')) ?? 'other';
    acts.carryOut({ kind: 'cancel', reason }).then(close, setError);
  };
  return (
    <Modal opened={opened} onClose={close} title={said.cancelTitle}>
      <form onSubmit={submit}>
        <Stack gap="xs">
          {error !== null && <Failed error={error} />}
          <NativeSelect name="reason" label={said.cancelReason} data={REASONS.map((value) => ({ value, label: inWords(value) }))} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {said.form.cancel}
            </Button>
            <Button type="submit" color="red" loading={acts.isPending}>
              {said.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
