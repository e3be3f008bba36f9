import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { isServiceProblem } from '../api/problem.js';
import { DayField } from '../shell/day-field.js';
import { formText } from '../shell/form-text.js';
import { texts } from '../texts/texts.js';
import type { Identity } from './patient-queries.js';

const said = texts.patient;

/** Who a person is, to be entered or entered anew. */
export function IdentityForm({
  identity,
  label,
  error,
  isPending,
  send,
  cancel,
  children,
}: {
  readonly identity?: Partial<Identity>;
  readonly label: string;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly send: (identity: Identity, form: FormData) => void;
  readonly cancel?: () => void;
  /** Further fields. */
  readonly children?: ReactNode;
}) {
  const [birthDate, setBirthDate] = useState(identity?.birthDate ?? '');
  const faults = new Map(isServiceProblem(error) ? error.document.faults?.map(({ path, message }) => [path, message]) : []);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const sex = said.sexes.find((one) => one === formText(form, 'sex')) ?? 'unknown';
    send({ name: formText(form, 'name').trim(), recordNumber: formText(form, 'recordNumber').trim(), birthDate, sex }, form);
  };
  return (
    <form onSubmit={submit} aria-label={label}>
      <Stack gap="xs">
        <TextInput
          size="xs"
          name="name"
          label={said.name}
          defaultValue={identity?.name ?? ''}
          error={faults.get('name')}
          autoComplete="off"
          required
          data-autofocus
        />
        <Group gap="xs" align="flex-start" grow>
          <TextInput
            size="xs"
            name="recordNumber"
            label={said.recordNumber}
            defaultValue={identity?.recordNumber ?? ''}
            error={faults.get('recordNumber')}
            autoComplete="off"
            required
          />
          <DayField size="xs" label={said.birthDate} value={birthDate} onChange={setBirthDate} error={faults.get('birthDate')} required />
          <NativeSelect size="xs" name="sex" label={said.sex} defaultValue={identity?.sex ?? 'unknown'} data={[...said.sexes]} />
        </Group>
        {children}
        <Group justify="flex-end" gap="xs">
          {cancel !== undefined && (
            <Button size="xs" variant="default" onClick={cancel}>
              {said.cancel}
            </Button>
          )}
          <Button size="xs" type="submit" loading={isPending}>
            {said.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
