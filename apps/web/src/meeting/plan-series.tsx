import { Button, Fieldset, Group, Modal, NumberInput, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { answered, api, newKey } from '../api/client.js';
import { notePosition } from '../api/live.js';
import { isServiceProblem } from '../api/problem.js';
import { formText } from '../shell/form-text.js';
import { Failed } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { todayOf } from './days.js';
import { MEETINGS_KEY } from './meeting-queries.js';
import { SeriesFields, seriesOf } from './series-fields.js';

/** Plans a series of meetings and its first meetings. */
export function PlanSeries({ opened, close }: { readonly opened: boolean; readonly close: () => void }) {
  return (
    <Modal opened={opened} onClose={close} title={texts.meeting.planSeries} size="lg">
      <PlanForm close={close} />
    </Modal>
  );
}

function PlanForm({ close }: { readonly close: () => void }) {
  const client = useQueryClient();
  const [key, setKey] = useState(newKey);
  /** The series, once it is there: what may then be refused, and is tried again, is only the planning of its meetings. */
  const [planned, setPlanned] = useState<string>();
  const { form } = texts.meeting;
  const planSeries = async (fields: FormData): Promise<string> => {
    const { seriesId, position } = await answered(
      api.POST('/api/meeting-series', { params: { header: { 'idempotency-key': key } }, body: seriesOf(fields) }),
    );
    setPlanned(seriesId);
    notePosition(position, 'meetings');
    void client.invalidateQueries({ queryKey: MEETINGS_KEY });
    return seriesId;
  };
  const plan = useMutation({
    mutationFn: async (fields: FormData) => await planNext(planned ?? (await planSeries(fields)), Number(formText(fields, 'count'))),
    onError: (error) => {
      // What was refused is put right and sent as something else; what may have arrived keeps its key.
      if (!isServiceProblem(error, 'service.unreachable')) setKey(newKey());
    },
    onSuccess: ({ position }) => {
      notePosition(position, 'meetings');
      close();
      void client.invalidateQueries({ queryKey: MEETINGS_KEY });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    plan.mutate(new FormData(event.currentTarget));
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        {plan.isError && <Failed error={plan.error} />}
        {planned !== undefined && <Text size="sm">{form.onlyMeetingsLeft}</Text>}
        <Fieldset variant="unstyled" disabled={planned !== undefined}>
          <Stack gap="xs">
            <SeriesFields firstOn={todayOf(new Date())} />
          </Stack>
        </Fieldset>
        <NumberInput
          name="count"
          label={form.count}
          min={1}
          max={60}
          clampBehavior="strict"
          allowDecimal={false}
          defaultValue={8}
          required
        />
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
  );
}

/** Sees to it that the next meetings of a series are planned; asking twice plans nothing twice. @throws ServiceProblem */
export const planNext = (seriesId: string, count: number) =>
  answered(api.POST('/api/meeting-series/{id}/meetings', { params: { path: { id: seriesId } }, body: { count } }));
