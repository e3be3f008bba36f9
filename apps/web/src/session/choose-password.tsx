import { Alert, Button, Center, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { formText } from '../shell/form-text.js';
import { texts } from '../texts/texts.js';
import { useChangePassword } from './session.js';

/** The page of who signed in with a one-time password. */
export function ChoosePassword() {
  const change = useChangePassword();
  const [isDifferent, setDifferent] = useState(false);
  const heading = useId();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = formText(form, 'password');
    const different = password !== formText(form, 'repeat');
    setDifferent(different);
    if (!different) change.mutate({ current: formText(form, 'current'), password });
  };
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper component="form" withBorder p="xl" w={400} onSubmit={submit} aria-labelledby={heading}>
        <Stack gap="md">
          <Title order={1} size="h3" id={heading}>
            {texts.signIn.changeTitle}
          </Title>
          <Text size="sm" c="dimmed">
            {texts.signIn.changeWhy}
          </Text>
          {change.isError && (
            <Alert color="red" role="alert" variant="light">
              {change.error.message}
            </Alert>
          )}
          <PasswordInput name="current" label={texts.signIn.current} autoComplete="current-password" required autoFocus />
          <PasswordInput name="password" label={texts.signIn.next} autoComplete="new-password" required minLength={12} />
          <PasswordInput
            name="repeat"
            label={texts.signIn.repeat}
            autoComplete="new-password"
            required
            error={isDifferent ? texts.signIn.different : undefined}
          />
          <Button type="submit" loading={change.isPending}>
            {texts.signIn.change}
          </Button>
        </Stack>
      </Paper>
    </Center>
  );
}
