import { Alert, Button, NativeSelect, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { type FormEvent, useRef, useState } from 'react';
import { isServiceProblem } from '../api/problem.js';
import { hasRole, useSession } from '../session/session.js';
import { Failed } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { codeOf, MEANINGS } from './codes.js';
import classes from './decide.module.css';
import type { Faults } from './faults.js';
import type { useDecision } from './use-decision.js';

const said = texts.decision.signature;

/** The signature: what it stands for, and the password once more. Without a connection it waits and is sent once. */
export function SignPanel({
  decision: { sign, sending },
  faults,
  isStale,
}: {
  readonly decision: ReturnType<typeof useDecision>;
  readonly faults: Faults;
  readonly isStale: boolean;
}) {
  const session = useSession();
  const { online } = useNetwork();
  const password = useRef<HTMLInputElement>(null);
  const mine = hasRole(session, 'chair') ? MEANINGS : MEANINGS.filter((meaning) => meaning !== 'chair');
  const [meaning, setMeaning] = useState(mine[0] ?? 'author');
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = password.current?.value ?? '';
    if (typed === '') return;
    sign(meaning, typed);
    if (password.current !== null) password.current.value = '';
  };
  const isUnreachable = isServiceProblem(sending.error, 'service.unreachable');
  const isStaleRefusal = isServiceProblem(sending.error, 'decision.stale');
  return (
    <Paper withBorder p="sm" component="form" className={classes['signature'] ?? ''} onSubmit={submit} aria-label={said.title}>
      <Stack gap="xs">
        <Title order={2} size="h5">
          {said.title}
        </Title>
        <Text size="xs" c="dimmed">
          {said.says(session.name)}
        </Text>
        {sending.isPaused && (
          <Alert color="orange" variant="light" role="status" p="xs">
            {said.waits}
          </Alert>
        )}
        {isUnreachable && (
          <Alert color="orange" variant="light" role="alert" p="xs">
            {said.again}
          </Alert>
        )}
        {sending.isError && !isUnreachable && !isStaleRefusal && (
          <>
            {faults.size > 0 && (
              <Text size="sm" c="red" role="alert">
                {texts.decision.hasFaults(faults.size)}
              </Text>
            )}
            <Failed error={sending.error} />
          </>
        )}
        <div className={classes['sign']}>
          <NativeSelect
            label={said.meaning}
            value={meaning}
            onChange={(event) => setMeaning(codeOf(MEANINGS, event.currentTarget.value))}
            data={mine.map((value) => ({ value, label: said.meanings[value] }))}
            error={faults.get('signature.meaning')}
            disabled={sending.isPending}
          />
          <PasswordInput ref={password} label={said.password} autoComplete="current-password" required disabled={sending.isPending} />
          <Button type="submit" loading={sending.isPending && online} disabled={isStale || sending.isPending}>
            {said.submit}
          </Button>
        </div>
        {sending.isPending && !sending.isPaused && (
          <Text size="xs" role="status">
            {said.sending}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
