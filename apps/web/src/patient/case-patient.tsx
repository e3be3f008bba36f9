import { Alert, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Failed } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { CopyAddress } from './copy-address.js';
import { FindPerson } from './find-person.js';
import { useIdentify } from './patient-queries.js';
import { RegisterPerson } from './register-person.js';

const said = texts.patient.ofCase;

/** The case, and whose it is as far as is known. */
export interface CasePatientProps {
  readonly caseId: string;
  readonly identity: { readonly id: string; readonly name: string; readonly recordNumber: string } | null;
}

/** Whose case it is, to be said or corrected by a coordinator. */
export function CasePatient({ caseId, identity }: CasePatientProps) {
  const identify = useIdentify(caseId);
  const [isChanging, setChanging] = useState(identity === null);
  const [isRegistering, setRegistering] = useState(false);
  const say = (patientId: string): void =>
    identify.mutate(
      { patientId, ...(identity === null || identity.id === patientId ? {} : { replaces: identity.id }) },
      { onSuccess: () => setChanging(false) },
    );
  return (
    <Stack gap="sm">
      {identify.isSuccess && (
        <Alert color="teal" variant="light" role="status">
          {said.saved}
        </Alert>
      )}
      {identify.isError && <Failed error={identify.error} />}
      {identity === null ? (
        !identify.isSuccess && <Text size="sm">{said.unknown}</Text>
      ) : (
        <>
          <Text size="sm">{said.is(identity.name, identity.recordNumber)}</Text>
          <Group gap="md">
            <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/patients/$patientId" params={{ patientId: identity.id }} />}>
              {said.toRecord}
            </Anchor>
            {!isChanging && (
              <Button size="compact-xs" variant="subtle" color="red" onClick={() => setChanging(true)}>
                {said.change}
              </Button>
            )}
          </Group>
        </>
      )}
      {isChanging && !isRegistering && (
        <>
          <FindPerson
            act={({ id, name, recordNumber }) => (
              <Button
                size="compact-xs"
                variant="light"
                aria-label={said.chooseNamed(name, recordNumber)}
                loading={identify.isPending}
                onClick={() => say(id)}
              >
                {said.choose}
              </Button>
            )}
          />
          <Group>
            <Button size="xs" variant="default" onClick={() => setRegistering(true)}>
              {said.registerInstead}
            </Button>
          </Group>
        </>
      )}
      {isChanging && isRegistering && <RegisterPerson registered={say} cancel={() => setRegistering(false)} />}
      <section aria-label={said.erasureTitle}>
        <Title order={3} size="h6">
          {said.erasureTitle}
        </Title>
        <Text size="sm" mb={4}>
          {said.erasureHint}
        </Text>
        <CopyAddress address={`/erasure?case=${caseId}`} />
      </section>
    </Stack>
  );
}
