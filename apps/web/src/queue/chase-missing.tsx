import { Alert, Badge, Button, Checkbox, Group, Modal, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { answered, api, newKey } from '../api/client.js';
import { notePosition } from '../api/live.js';
import { DayField } from '../shell/day-field.js';
import { DISCIPLINES, type Discipline } from '../shell/disciplines.js';
import { dayText } from '../shell/moment.js';
import { Failed } from '../shell/states.js';
import { inWords, texts } from '../texts/texts.js';
import type { QueueEntry } from './queue-query.js';

const said = texts.queue.chase;
type Item = QueueEntry['missing'][number];

interface Asked {
  readonly entry: QueueEntry;
  readonly mayAsk: boolean;
  readonly close: () => void;
}

/** What a case lacks: who owes it, whom one asked, by when it is to come; and asking for it, or asking again. */
export function ChaseMissing({ opened, ...asked }: Asked & { readonly opened: boolean }) {
  return (
    <Modal opened={opened} onClose={asked.close} title={said.title(asked.entry.reference)} size="xl">
      <Requests {...asked} />
    </Modal>
  );
}

function Requests({ entry, mayAsk, close }: Asked) {
  const today = dayText(Date.now());
  const isLate = ({ requested }: Item): boolean => requested !== null && requested.dueOn < today;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(entry.missing.filter((one) => (one.blocking && one.requested === null) || isLate(one)).map(({ item }) => item)),
  );
  const [owners, setOwners] = useState<ReadonlyMap<string, Discipline>>(new Map());
  const [dueOn, setDueOn] = useState(entry.dueBy < today ? '' : entry.dueBy);
  const asking = useAsking(entry.id, close);
  const choose = (item: string): void => {
    const next = new Set(chosen);
    if (!next.delete(item)) next.add(item);
    setChosen(next);
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    asking.mutate(
      entry.missing
        .filter(({ item }) => chosen.has(item))
        .map(({ item, owner }) => ({ item, owner: { discipline: owners.get(item) ?? owner }, dueOn })),
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        {asking.isError && <Failed error={asking.error} />}
        <Table.ScrollContainer minWidth={560}>
          <Table verticalSpacing={4} fz="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{said.item}</Table.Th>
                <Table.Th>{said.requested}</Table.Th>
                <Table.Th>{said.owner}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {entry.missing.map((one) => (
                <Table.Tr key={one.item}>
                  <Table.Td>
                    {mayAsk ? (
                      <Checkbox
                        size="xs"
                        label={one.item}
                        checked={chosen.has(one.item)}
                        onChange={() => choose(one.item)}
                        data-autofocus={one === entry.missing[0] || undefined}
                      />
                    ) : (
                      one.item
                    )}
                    {one.blocking && (
                      <Badge ml={mayAsk ? 28 : 0} size="xs" color="red" variant="light" tt="none">
                        {said.blocking}
                      </Badge>
                    )}
                  </Table.Td>
                  <Table.Td>
                    <WasAsked item={one} isLate={isLate(one)} />
                  </Table.Td>
                  <Table.Td>
                    {mayAsk ? (
                      <NativeSelect
                        size="xs"
                        aria-label={said.ownerOf(one.item)}
                        value={owners.get(one.item) ?? one.owner}
                        onChange={({ currentTarget: { value } }) =>
                          setOwners(new Map([...owners, [one.item, DISCIPLINES.find((discipline) => discipline === value) ?? one.owner]]))
                        }
                        data={DISCIPLINES.map((value) => ({ value, label: inWords(value) }))}
                      />
                    ) : (
                      inWords(one.owner)
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        {entry.missing.length === 0 && <Alert color="teal">{said.nothing}</Alert>}
        {mayAsk && (
          <Group justify="space-between" align="flex-end">
            <DayField size="xs" w={220} label={said.dueOn} value={dueOn} onChange={setDueOn} min={today} required />
            <Button type="submit" size="xs" disabled={chosen.size === 0} loading={asking.isPending}>
              {said.ask(chosen.size)}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

function WasAsked({ item: { requested }, isLate }: { readonly item: Item; readonly isLate: boolean }) {
  if (requested === null)
    return (
      <Text size="sm" c="dimmed">
        {said.notAsked}
      </Text>
    );
  const { owner, on, dueOn } = requested;
  return (
    <>
      {said.askedOf('discipline' in owner ? inWords(owner.discipline) : said.somebody, on)}
      <Text size="xs" c={isLate ? 'red' : 'dimmed'}>
        {isLate ? said.late(dueOn) : said.asked(dueOn)}
      </Text>
    </>
  );
}

interface Request {
  readonly item: string;
  readonly owner: { readonly discipline: Discipline };
  readonly dueOn: string;
}

/** Asks for the items one after the other; those that were asked for stay so when a later one is refused. */
function useAsking(caseId: string, close: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (requests: readonly Request[]) => {
      for (const body of requests) {
        const { position } = await answered(
          api.POST('/api/cases/{id}/requests', { params: { path: { id: caseId }, header: { 'idempotency-key': newKey() } }, body }),
        );
        notePosition(position, 'queue', `case:${caseId}`);
      }
    },
    onSuccess: close,
    onSettled: () =>
      Promise.all([client.invalidateQueries({ queryKey: ['queue'] }), client.invalidateQueries({ queryKey: ['case', caseId] })]),
  });
}
