import { Alert, Anchor, Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { hasRole, useSession } from '../session/session.js';
import { texts } from '../texts/texts.js';
import { FindPerson } from './find-person.js';
import { RegisterPerson } from './register-person.js';

const said = texts.patient;

/** Where persons are found and registered. */
export function PatientsScreen() {
  const session = useSession();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  if (!hasRole(session, 'coordinator', 'clinician', 'chair')) {
    return (
      <Alert m="md" color="orange" variant="light">
        {texts.states.notAllowed}
      </Alert>
    );
  }
  return (
    <Stack gap="md" p="md">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {said.title}
        </Title>
        {hasRole(session, 'coordinator') && (
          <Button size="xs" onClick={() => setOpen(true)}>
            {said.register}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {said.why}
      </Text>
      <FindPerson
        act={({ id, name }) => (
          <Anchor
            size="sm"
            aria-label={said.openNamed(name)}
            renderRoot={(props) => <Link {...props} to="/patients/$patientId" params={{ patientId: id }} />}
          >
            {said.open}
          </Anchor>
        )}
      />
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={said.register} closeButtonProps={{ 'aria-label': said.close }} size="lg">
        <RegisterPerson
          registered={(patientId) => void navigate({ to: '/patients/$patientId', params: { patientId } })}
          cancel={() => setOpen(false)}
        />
      </Modal>
    </Stack>
  );
}
