import { Alert, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { hasRole, useSession } from '../session/session.js';
import { useTyped } from '../shell/use-typed.js';
import { texts } from '../texts/texts.js';
import { EraseCase } from './erase-case.js';
import { ErasePerson } from './erase-person.js';
import { isId } from './erasure-search.js';

const route = getRouteApi('/shell/erasure');
const said = texts.patient.erasure;

/** Where persons, or the texts of a case, are erased. Shows nobody who they are. */
export function ErasureScreen() {
  const session = useSession();
  const { patient, case: caseId } = route.useSearch();
  if (!hasRole(session, 'administrator', 'auditor')) {
    return (
      <Alert m="md" color="orange" variant="light">
        {texts.states.notAllowed}
      </Alert>
    );
  }
  const mayErase = hasRole(session, 'administrator');
  return (
    <Stack gap="md" p="md">
      <Title order={1} size="h3">
        {said.title}
      </Title>
      <Text size="sm" c="dimmed">
        {said.why}
      </Text>
      <Group align="flex-start" gap="xl">
        <Which label={said.person} field={said.patientId} name="patient" given={patient ?? ''} />
        {mayErase && <Which label={said.case} field={said.caseId} name="case" given={caseId ?? ''} />}
      </Group>
      {patient !== undefined && <ErasePerson key={patient} id={patient} mayErase={mayErase} />}
      {caseId !== undefined && mayErase && <EraseCase key={caseId} id={caseId} />}
    </Stack>
  );
}

function Which({
  label,
  field,
  name,
  given,
}: {
  readonly label: string;
  readonly field: string;
  readonly name: 'patient' | 'case';
  readonly given: string;
}) {
  const navigate = route.useNavigate();
  const [typed, setTyped] = useTyped(given);
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const id = typed.trim().toLowerCase();
    setWrong(!isId(id));
    if (isId(id)) void navigate({ search: name === 'patient' ? { patient: id } : { case: id } });
  };
  return (
    <form onSubmit={submit} aria-label={label}>
      <Title order={2} size="h5">
        {label}
      </Title>
      <Group align="flex-end" gap="xs">
        <TextInput
          size="xs"
          w={320}
          label={field}
          description={said.idHint}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={isWrong ? said.badId : undefined}
          autoComplete="off"
          required
        />
        <Button size="xs" type="submit" variant="default">
          {said.look}
        </Button>
      </Group>
    </form>
  );
}
