import { ActionIcon, Button, Group, Menu, NumberInput, Popover, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { notePosition } from '../api/live.js';
import { formText } from '../shell/form-text.js';
import { Answer, Failed } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { ChangeSeries, EndSeries } from './change-series.js';
import { todayOf } from './days.js';
import { MEETINGS_KEY, type Series, seriesListQuery } from './meeting-queries.js';
import { PlanSeries, planNext } from './plan-series.js';

/** The series that meetings come from. */
export function SeriesList({ mayPlan }: { readonly mayPlan: boolean }) {
  const query = useQuery(seriesListQuery);
  const [isPlanning, setPlanning] = useState(false);
  const today = todayOf(new Date());
  return (
    <section aria-label={texts.meeting.series}>
      <Group justify="space-between" mb={4}>
        <Title order={2} size="h5">
          {texts.meeting.series}
        </Title>
        {mayPlan && (
          <Button size="xs" variant="default" onClick={() => setPlanning(true)}>
            {texts.meeting.planSeries}
          </Button>
        )}
      </Group>
      <Answer query={query}>
        {({ series }) =>
          series.length === 0 ? (
            <Text size="sm" c="dimmed">
              {texts.meeting.noSeries}
            </Text>
          ) : (
            <Table.ScrollContainer minWidth={720}>
              <Table verticalSpacing={4}>
                <Table.Tbody>
                  {series.map((one) => (
                    <Table.Tr key={one.seriesId}>
                      <Table.Td fw={600}>{one.title}</Table.Td>
                      <Table.Td>{texts.meeting.seriesSays(one.everyWeeks, one.weekday, one.startsAt, one.timeZone)}</Table.Td>
                      <Table.Td>{one.place}</Table.Td>
                      <Table.Td>
                        {texts.meeting.seriesPlanned(one.meetings.length)}
                        {one.endsFrom !== null && `, ${texts.meeting.seriesEnds(one.endsFrom)}`}
                      </Table.Td>
                      <Table.Td>
                        <Group gap={4} justify="flex-end" wrap="nowrap">
                          {mayPlan && (one.endsFrom === null || one.endsFrom > today) && <PlanNext series={one} />}
                          {mayPlan && <SeriesMenu series={one} />}
                        </Group>
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </Answer>
      <PlanSeries opened={isPlanning} close={() => setPlanning(false)} />
    </section>
  );
}

function PlanNext({ series }: { readonly series: Series }) {
  const client = useQueryClient();
  const [opened, setOpened] = useState(false);
  const plan = useMutation({
    mutationFn: (count: number) => planNext(series.seriesId, count),
    onSuccess: ({ position }) => {
      notePosition(position, 'meetings');
      setOpened(false);
      void client.invalidateQueries({ queryKey: MEETINGS_KEY });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    plan.mutate(Number(formText(new FormData(event.currentTarget), 'count')));
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withArrow>
      <Popover.Target>
        <Button size="xs" variant="subtle" onClick={() => setOpened(true)}>
          {texts.meeting.planNext}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          {plan.isError && <Failed error={plan.error} />}
          <Group align="flex-end" gap="xs">
            <NumberInput
              size="xs"
              name="count"
              label={texts.meeting.planNextCount}
              min={1}
              max={60}
              clampBehavior="strict"
              allowDecimal={false}
              defaultValue={8}
              w={100}
              data-autofocus
            />
            <Button size="xs" type="submit" loading={plan.isPending}>
              {texts.meeting.form.submit}
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

/** What is seldom done with a series. */
function SeriesMenu({ series }: { readonly series: Series }) {
  const [dialog, setDialog] = useState<'change' | 'end' | null>(null);
  const asked = (which: 'change' | 'end') => ({ series, opened: dialog === which, close: () => setDialog(null) });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size="sm" variant="subtle" aria-label={texts.meeting.more(series.title)}>
            ⋯
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setDialog('change')}>{texts.meeting.changeSeries} …</Menu.Item>
          <Menu.Item onClick={() => setDialog('end')}>{texts.meeting.endSeries} …</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ChangeSeries {...asked('change')} />
      <EndSeries {...asked('end')} />
    </>
  );
}
