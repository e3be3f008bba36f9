import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { isServiceProblem } from '../api/problem.js';
import { Failed } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { IdentityForm } from './identity-form.js';
import { useRegister } from './patient-queries.js';

const said = texts.patient;

/** Makes a record of a person. */
export function RegisterPerson({ registered, cancel }: { readonly registered: (id: string) => void; readonly cancel?: () => void }) {
  const register = useRegister();
  const holder = isServiceProblem(register.error, 'patient.record-number-taken') ? register.error.document.data?.['patientId'] : undefined;
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {said.registerWhy}
      </Text>
      {register.isError && <Failed error={register.error} />}
      {typeof holder === 'string' && (
        <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/patients/$patientId" params={{ patientId: holder }} />}>
          {said.takenBy}
        </Anchor>
      )}
      <IdentityForm
        label={said.register}
        error={register.error}
        isPending={register.isPending}
        send={(identity) => register.mutate(identity, { onSuccess: ({ id }) => registered(id) })}
        {...(cancel === undefined ? {} : { cancel })}
      />
    </Stack>
  );
}
