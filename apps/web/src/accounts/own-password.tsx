import { Alert, Button, Group, PasswordInput, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useChangePassword, useSession } from '../session/session.js';
import { formText } from '../shell/form-text.js';
import { Failed } from '../shell/states.js';
import { texts } from '../texts/texts.js';

const said = texts.accounts.own;
const LENGTH_AT_LEAST = 12;

/** Changes one's own password. */
export function OwnPassword({ changed }: { readonly changed: () => void }) {
  const { login } = useSession();
  const change = useChangePassword();
  const [isDifferent, setDifferent] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const password = formText(data, 'password');
    const different = password !== formText(data, 'repeat');
    setDifferent(different);
    if (different) return;
    change.mutate(
      { current: formText(data, 'current'), password },
      {
        onSuccess: () => {
          form.reset();
          changed();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} aria-label={texts.signIn.change}>
      <Text size="sm" c="dimmed" mb={4}>
        {said.passwordWhy}
      </Text>
      {change.isError && <Failed error={change.error} />}
      {change.isSuccess && (
        <Alert color="teal" variant="light" role="status" mb="xs">
          {said.passwordChanged}
        </Alert>
      )}
      {/* For programs that keep passwords: whose this one is. */}
      <input type="hidden" name="username" autoComplete="username" value={login} />
      <Group align="flex-start" gap="xs">
        <PasswordInput size="xs" w={220} name="current" label={said.current} autoComplete="current-password" required />
        <PasswordInput
          size="xs"
          w={220}
          name="password"
          label={texts.signIn.next}
          autoComplete="new-password"
          required
          minLength={LENGTH_AT_LEAST}
        />
        <PasswordInput
          size="xs"
          w={220}
          name="repeat"
          label={texts.signIn.repeat}
          autoComplete="new-password"
          required
          error={isDifferent ? texts.signIn.different : undefined}
        />
        <Button size="xs" type="submit" mt={22} loading={change.isPending}>
          {texts.signIn.change}
        </Button>
      </Group>
    </form>
  );
}
