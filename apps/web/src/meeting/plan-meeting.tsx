import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { answered, api, newKey } from '../api/client.js';
import { notePosition } from '../api/live.js';
import { isServiceProblem } from '../api/problem.js';
import { DayField } from '../shell/day-field.js';
import { formText } from '../shell/form-text.js';
import { Failed } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { todayOf } from './days.js';
import { MEETINGS_KEY } from './meeting-queries.js';
import { SizeFields, sizeOf, TimeFields, timeOf } from './plan-fields.js';

/** Plans a single meeting, and goes there. */
export function PlanMeeting({ opened, close }: { readonly opened: boolean; readonly close: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [key, setKey] = useState(newKey);
  const { form } = texts.meeting;
  const plan = useMutation({
    mutationFn: (fields: FormData) =>
      answered(
        api.POST('/api/meetings', {
          params: { header: { 'idempotency-key': key } },
          body: { title: formText(fields, 'title').trim(), on: formText(fields, 'on'), ...timeOf(fields), ...sizeOf(fields) },
        }),
      ),
    onError: (error) => {
      // What was refused is put right and sent as something else; what may have arrived keeps its key.
      if (!isServiceProblem(error, 'service.unreachable')) setKey(newKey());
    },
    onSuccess: ({ meetingId, position }) => {
      setKey(newKey());
      notePosition(position, 'meetings', `meeting:${meetingId}`);
      close();
      void client.invalidateQueries({ queryKey: MEETINGS_KEY });
      void navigate({ to: '/meetings/$meetingId', params: { meetingId } });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    plan.mutate(new FormData(event.currentTarget));
  };
  return (
    <Modal opened={opened} onClose={close} title={texts.meeting.plan} size="lg">
      <form onSubmit={submit}>
        <Stack gap="xs">
          {plan.isError && <Failed error={plan.error} />}
          <TextInput name="title" label={form.title} maxLength={200} required data-autofocus />
          <DayField name="on" label={form.on} defaultValue={todayOf(new Date())} required />
          <TimeFields />
          <SizeFields />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {form.cancel}
            </Button>
            <Button type="submit" loading={plan.isPending}>
              {form.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
