import { Alert, Button, Center, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useId } from 'react';
import { formText } from '../shell/form-text.js';
import { texts } from '../texts/texts.js';
import { useSignIn } from './session.js';

/** The page of who has not signed in. */
export function SignIn() {
  const signIn = useSignIn();
  const heading = useId();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.mutate({ login: formText(form, 'login').trim(), password: formText(form, 'password') });
  };
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper component="form" withBorder p="xl" w={360} onSubmit={submit} aria-labelledby={heading}>
        <Stack gap="md">
          <Title order={1} size="h3" id={heading}>
            {texts.product}
          </Title>
          {signIn.isError && (
            <Alert color="red" role="alert" variant="light">
              {signIn.error.message}
            </Alert>
          )}
          <TextInput name="login" label={texts.signIn.login} autoComplete="username" required data-autofocus autoFocus />
          <PasswordInput name="password" label={texts.signIn.password} autoComplete="current-password" required />
          <Button type="submit" loading={signIn.isPending}>
            {texts.signIn.submit}
          </Button>
          <Text size="xs" c="dimmed">
            {texts.notADevice}
          </Text>
        </Stack>
      </Paper>
    </Center>
  );
}
