import { Button, Group, NativeSelect, PasswordInput, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { answered, api, newKey } from '../api/client.js';
import { notePosition } from '../api/live.js';
import type { Meaning } from '../decision/decision-content.js';
import { hasRole, useSession } from '../session/session.js';
import { Failed } from '../shell/states.js';
import { texts } from '../texts/texts.js';

const said = texts.audit.dossier;

interface Signable {
  readonly decisionId: string;
  readonly contentHash: string;
  readonly content: { readonly dissent: readonly unknown[] };
  readonly signatures: readonly { readonly account: string }[];
}

/** One more signature under what is shown, bound to its hash. */
export function SignAsWell({ decision, caseId }: { readonly decision: Signable; readonly caseId: string }) {
  const client = useQueryClient();
  const session = useSession();
  const [key] = useState(newKey);
  const [meaning, setMeaning] = useState<Meaning>('reviewer');
  const [password, setPassword] = useState('');
  const sign = useMutation({
    gcTime: 0,
    mutationFn: (signature: { readonly meaning: Meaning; readonly password: string }) =>
      answered(
        api.POST('/api/cases/{id}/decisions/{decisionId}/signatures', {
          params: { path: { id: caseId, decisionId: decision.decisionId }, header: { 'idempotency-key': key } },
          body: { contentHash: decision.contentHash, signature },
        }),
      ),
    onSuccess: ({ position }) => {
      notePosition(position, `case:${caseId}`, 'cases');
      void client.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
  if (!hasRole(session, 'clinician', 'chair')) return null;
  const isMine = decision.signatures.some(({ account }) => account === session.account || account === `account:${session.account}`);
  if (isMine) {
    return (
      <Text size="xs" c="dimmed">
        {said.signed}
      </Text>
    );
  }
  const meanings: readonly Meaning[] = [
    'reviewer',
    ...(decision.content.dissent.length > 0 ? (['dissent'] as const) : []),
    'author',
    ...(hasRole(session, 'chair') ? (['chair'] as const) : []),
  ];
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    sign.mutate({ meaning, password });
    // The password is given anew each time; what one signs as is not.
    setPassword('');
  };
  return (
    <form onSubmit={submit} aria-label={said.sign}>
      {sign.isError && <Failed error={sign.error} />}
      <Group gap="xs" align="flex-end">
        <NativeSelect
          size="xs"
          label={said.signAs}
          value={meaning}
          onChange={(event) => setMeaning(meanings.find((one) => one === event.currentTarget.value) ?? 'reviewer')}
          data={meanings.map((value) => ({ value, label: said.meanings[value] }))}
        />
        <PasswordInput
          size="xs"
          label={said.password}
          autoComplete="current-password"
          required
          w={190}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" variant="light" loading={sign.isPending}>
          {said.sign}
        </Button>
      </Group>
    </form>
  );
}
