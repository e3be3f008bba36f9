import { Alert, Button, Group, List, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer, Failed } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { EraseDialog } from './erase-dialog.js';
import { tombstoneText } from './erased.js';
import { type Erasure, erasureQuery, useErasePerson } from './patient-queries.js';
import { Proof } from './proof.js';

const said = texts.patient.erasure;

/** What erasing a person reaches, the erasure, how far it has come, and the proof. */
export function ErasePerson({ id, mayErase }: { readonly id: string; readonly mayErase: boolean }) {
  const query = useQuery(erasureQuery(id));
  const erase = useErasePerson(id);
  const [isOpen, setOpen] = useState(false);
  return (
    <Answer query={query}>
      {(erasure) => (
        <Stack gap="md">
          {query.isError && <Failed error={query.error} retry={query.refetch} />}
          {erasure.status === 'registered' ? (
            <Paper component="section" withBorder p="sm" aria-label={said.reach}>
              <Title order={2} size="h5">
                {said.reach}
              </Title>
              <Text size="sm" mb="xs">
                {reachOf(erasure)}
              </Text>
              {mayErase && (
                <Group>
                  <Button size="xs" color="red" onClick={() => setOpen(true)}>
                    {said.beginPerson}
                  </Button>
                </Group>
              )}
            </Paper>
          ) : (
            <>
              <Progressing erasure={erasure} />
              <Proof />
            </>
          )}
          {isOpen && erasure.status === 'registered' && (
            <EraseDialog
              title={said.beginPerson}
              reach={reachOf(erasure)}
              goes={said.goesPerson}
              field={said.confirmNumber}
              fieldHint={said.confirmNumberHint}
              error={erase.error}
              isPending={erase.isPending}
              erase={(because, confirm) => erase.mutate({ because, confirm }, { onSuccess: () => setOpen(false) })}
              close={() => setOpen(false)}
            />
          )}
        </Stack>
      )}
    </Answer>
  );
}

const reachOf = ({ linked, cases }: Erasure): string => `${said.records(1 + linked.length)}; ${said.cases(cases.length)}.`;

function Progressing({ erasure }: { readonly erasure: Erasure }) {
  const { erased, linked, cases, isComplete } = erasure;
  const records = linked.filter((one) => one.status === 'registered').length;
  const texted = cases.filter((one) => !one.erased).length;
  const all = linked.length + cases.length;
  return (
    <Paper component="section" withBorder p="sm" aria-label={said.progress}>
      <Title order={2} size="h5">
        {said.done}
      </Title>
      {erased !== null && <Text size="sm">{tombstoneText(erased)}</Text>}
      {isComplete ? (
        <Alert color="teal" variant="light" role="status" mt="xs">
          {said.donePerson}
        </Alert>
      ) : (
        <>
          <Text size="sm" role="status">
            {said.running}
          </Text>
          <Progress value={all === 0 ? 100 : (100 * (all - records - texted)) / all} aria-label={said.progress} my={4} />
          <Text size="sm">{said.left(records, texted)}</Text>
          <Text size="xs" c="dimmed">
            {said.stuck}
          </Text>
        </>
      )}
      <List size="sm" mt="xs">
        <List.Item>{said.records(1 + linked.length)}</List.Item>
        <List.Item>{said.cases(cases.length)}</List.Item>
      </List>
    </Paper>
  );
}
