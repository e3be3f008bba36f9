import { Alert, Anchor, Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { answered, api, newKey } from '../api/client.js';
import { notePosition } from '../api/live.js';
import { isServiceProblem } from '../api/problem.js';
import { DayField } from '../shell/day-field.js';
import { formText } from '../shell/form-text.js';
import { Failed } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { nextDayOf, todayOf } from './days.js';
import { MEETINGS_KEY, type Series } from './meeting-queries.js';
import { SeriesFields, seriesOf } from './series-fields.js';

interface Asked {
  readonly series: Series;
  readonly opened: boolean;
  readonly close: () => void;
}

const said = texts.meeting;

/** Changes what the meetings of a series will be like that are not planned yet. */
export function ChangeSeries({ series, opened, close }: Asked) {
  return (
    <Modal opened={opened} onClose={close} title={said.changeSeriesTitle(series.title)} size="lg">
      <ChangeForm series={series} close={close} />
    </Modal>
  );
}

function ChangeForm({ series, close }: Omit<Asked, 'opened'>) {
  const change = useSeriesChange(close, (fields, key) =>
    answered(
      api.PUT('/api/meeting-series/{id}', {
        params: { path: { id: series.seriesId }, header: { 'idempotency-key': key } },
        body: seriesOf(fields),
      }),
    ),
  );
  return (
    <form onSubmit={change.submit}>
      <Stack gap="xs">
        {change.error !== null && <Failed error={change.error} />}
        <ChangedMeanwhile series={series} isSending={change.isPending} />
        <StayPlanned series={series} from={todayOf(new Date())} />
        <SeriesFields of={series} firstOn={nextDayOf(series, todayOf(new Date()))} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {said.form.cancel}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {said.changeSeries}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Plans no more meetings of a series from a day on. */
export function EndSeries({ series, opened, close }: Asked) {
  return (
    <Modal opened={opened} onClose={close} title={said.endSeriesTitle(series.title)}>
      <EndForm series={series} close={close} />
    </Modal>
  );
}

function EndForm({ series, close }: Omit<Asked, 'opened'>) {
  const [from, setFrom] = useState(series.endsFrom ?? todayOf(new Date()));
  const end = useSeriesChange(close, (fields, key) =>
    answered(
      api.POST('/api/meeting-series/{id}/end', {
        params: { path: { id: series.seriesId }, header: { 'idempotency-key': key } },
        body: { from: formText(fields, 'from') },
      }),
    ),
  );
  return (
    <form onSubmit={end.submit}>
      <Stack gap="xs">
        {end.error !== null && <Failed error={end.error} />}
        <ChangedMeanwhile series={series} isSending={end.isPending} />
        <DayField name="from" label={said.endFrom} description={said.endFromHint} value={from} onChange={setFrom} required data-autofocus />
        <StayPlanned series={series} from={from} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {said.form.cancel}
          </Button>
          <Button type="submit" color="red" loading={end.isPending}>
            {said.endSeries}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Says how the series stands since somebody else changed it; what was typed until then is left alone. */
function ChangedMeanwhile({ series, isSending }: { readonly series: Series; readonly isSending: boolean }) {
  const [opened] = useState(series.version);
  if (series.version === opened || isSending) return null;
  return (
    <Alert color="orange" variant="light" p="xs" role="status">
      {said.seriesChanged(
        series.title,
        said.seriesSays(series.everyWeeks, series.weekday, series.startsAt, series.timeZone),
        series.place,
        said.seriesPlanned(series.meetings.length),
      )}
    </Alert>
  );
}

/** The meetings from a day on that are planned and stay as they are, each a step away from being moved or called off. */
function StayPlanned({ series, from }: { readonly series: Series; readonly from: string }) {
  const planned = series.meetings.filter(({ on }) => on >= from);
  if (planned.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {said.nonePlannedAhead}
      </Text>
    );
  }
  return (
    <Alert color="orange" variant="light" p="xs">
      <Text size="sm">{said.stayPlanned(planned.length)}</Text>
      <List size="sm">
        {planned.map(({ meetingId, on }) => (
          <List.Item key={meetingId}>
            <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/meetings/$meetingId" params={{ meetingId }} />}>
              {on}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function useSeriesChange(close: () => void, send: (fields: FormData, key: string) => Promise<{ readonly position: string }>) {
  const client = useQueryClient();
  const [key, setKey] = useState(newKey);
  const change = useMutation({
    mutationFn: (fields: FormData) => send(fields, key),
    onError: (error) => {
      // What was refused is put right and sent as something else; what may have arrived keeps its key.
      if (!isServiceProblem(error, 'service.unreachable')) setKey(newKey());
    },
    onSuccess: ({ position }) => {
      setKey(newKey());
      notePosition(position, 'meetings');
      close();
      void client.invalidateQueries({ queryKey: MEETINGS_KEY });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    change.mutate(new FormData(event.currentTarget));
  };
  return { submit, error: change.error, isPending: change.isPending };
}
