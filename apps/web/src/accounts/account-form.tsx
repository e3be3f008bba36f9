import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { asDisciplines, DISCIPLINES } from '../shell/disciplines.js';
import { formText } from '../shell/form-text.js';
import { OpenModal } from '../shell/open-modal.js';
import { Failed } from '../shell/states.js';
import { inWords, texts } from '../texts/texts.js';
import { type Account, ROLES, useAccountWork } from './account-queries.js';

const said = texts.accounts;

/** Makes an account, or changes the name and the roles of one. */
export function AccountForm({
  account,
  close,
  made,
}: {
  readonly account?: Account;
  readonly close: () => void;
  readonly made: (login: string, password: string) => void;
}) {
  const { add, change } = useAccountWork();
  const [roles, setRoles] = useState<string[]>(account?.roles.map(({ role }) => role) ?? []);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const disciplines = asDisciplines(form.getAll('disciplines').map(String));
    const name = formText(form, 'name').trim();
    const wanted = ROLES.filter((role) => roles.includes(role)).map((role) => (role === 'clinician' ? { role, disciplines } : { role }));
    if (account === undefined) {
      add.mutate(
        { login: formText(form, 'login').trim(), name, roles: wanted },
        {
          onSuccess: (answer) => {
            made(answer.account.login, answer.oneTimePassword);
            close();
          },
        },
      );
    } else change.mutate({ id: account.id, name, roles: wanted }, { onSuccess: close });
  };
  const error = add.error ?? change.error;
  return (
    <OpenModal
      onClose={close}
      title={account === undefined ? said.add : said.changeTitle(account.login)}
      closeButtonProps={{ 'aria-label': said.close }}
    >
      <form onSubmit={submit}>
        <Stack gap="xs">
          {error !== null && <Failed error={error} />}
          {account === undefined && (
            <TextInput name="login" label={said.login} description={said.loginHint} autoComplete="off" required data-autofocus />
          )}
          <TextInput name="name" label={said.name} description={said.nameHint} defaultValue={account?.name ?? ''} required />
          <Checkbox.Group label={said.roles} value={roles} onChange={setRoles}>
            <Group gap="xs" mt={4}>
              {ROLES.map((role) => (
                <Checkbox key={role} size="xs" value={role} label={inWords(role)} />
              ))}
            </Group>
          </Checkbox.Group>
          {roles.includes('clinician') && (
            <Checkbox.Group
              label={said.disciplines}
              defaultValue={account?.roles.find(({ role }) => role === 'clinician')?.disciplines ?? []}
            >
              <Group gap="xs" mt={4}>
                {DISCIPLINES.map((discipline) => (
                  <Checkbox key={discipline} size="xs" name="disciplines" value={discipline} label={inWords(discipline)} />
                ))}
              </Group>
            </Checkbox.Group>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {said.cancel}
            </Button>
            <Button type="submit" loading={add.isPending || change.isPending}>
              {said.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </OpenModal>
  );
}
