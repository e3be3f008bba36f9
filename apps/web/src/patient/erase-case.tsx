import { Alert, Button, Group, Paper, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { texts } from '../texts/texts.js';
import { EraseDialog } from './erase-dialog.js';
import { useEraseCase } from './patient-queries.js';
import { Proof } from './proof.js';
import { WhatGoes } from './what-goes.js';

const said = texts.patient.erasure;
/** So much of an id is typed again: enough not to be another one by accident. */
const CODE = 8;

/** Erases the texts of one case, and proves that the log is whole afterwards. */
export function EraseCase({ id }: { readonly id: string }) {
  const erase = useEraseCase(id);
  const [isOpen, setOpen] = useState(false);
  const code = id.slice(0, CODE);
  return (
    <Stack gap="md">
      {erase.isSuccess ? (
        <>
          <Alert color="teal" variant="light" role="status">
            {said.doneCase}
          </Alert>
          <Proof />
        </>
      ) : (
        <Paper component="section" withBorder p="sm" aria-label={said.case}>
          <Title order={2} size="h5" mb="xs">
            {said.reach}
          </Title>
          <WhatGoes goes={said.goesCase} />
          <Group mt="sm">
            <Button size="xs" color="red" onClick={() => setOpen(true)}>
              {said.beginCase}
            </Button>
          </Group>
        </Paper>
      )}
      {isOpen && (
        <EraseDialog
          title={said.beginCase}
          reach={`${said.caseId}: ${id}`}
          goes={said.goesCase}
          field={said.confirmCase(code)}
          expected={code}
          error={erase.error}
          isPending={erase.isPending}
          erase={(because) => erase.mutate(because, { onSuccess: () => setOpen(false) })}
          close={() => setOpen(false)}
        />
      )}
    </Stack>
  );
}
