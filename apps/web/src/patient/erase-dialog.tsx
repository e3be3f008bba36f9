import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { OpenModal } from '../shell/open-modal.js';
import { Failed } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { GROUNDS, type Ground } from './patient-queries.js';
import { WhatGoes } from './what-goes.js';

const said = texts.patient.erasure;

/** Says what is erased and what stays, and asks for the ground and for a confirmation that is typed. */
export function EraseDialog({
  title,
  reach,
  goes,
  field,
  fieldHint,
  expected,
  error,
  isPending,
  erase,
  close,
}: {
  readonly title: string;
  readonly reach: string;
  readonly goes: readonly string[];
  /** The name of the field in which it is confirmed. */
  readonly field: string;
  readonly fieldHint?: string;
  /** What has to be typed there; undefined where only the service knows. */
  readonly expected?: string;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly erase: (ground: Ground, typed: string) => void;
  readonly close: () => void;
}) {
  const [ground, setGround] = useState('');
  const [typed, setTyped] = useState('');
  const chosen = GROUNDS.find((one) => one === ground);
  const isConfirmed = expected === undefined ? typed.trim() !== '' : typed.trim() === expected;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (chosen !== undefined && isConfirmed) erase(chosen, typed.trim());
  };
  return (
    <OpenModal onClose={close} size="xl" title={title} closeButtonProps={{ 'aria-label': texts.patient.close }}>
      <form onSubmit={submit} aria-label={title}>
        <Stack gap="sm">
          <Text size="sm" fw={600}>
            {reach}
          </Text>
          <WhatGoes goes={goes} />
          {error !== null && <Failed error={error} />}
          <NativeSelect
            size="xs"
            label={said.ground}
            value={ground}
            onChange={(event) => setGround(event.currentTarget.value)}
            data={[{ value: '', label: said.choose }, ...GROUNDS.map((value) => ({ value, label: texts.patient.grounds[value] }))]}
            required
            data-autofocus
          />
          <TextInput
            size="xs"
            label={field}
            description={fieldHint}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            required
          />
          <Group justify="flex-end" gap="xs">
            <Text size="sm" c="dimmed">
              {said.notUndone}
            </Text>
            <Button variant="default" onClick={close}>
              {texts.patient.cancel}
            </Button>
            <Button color="red" type="submit" loading={isPending} disabled={chosen === undefined || !isConfirmed}>
              {title}
            </Button>
          </Group>
        </Stack>
      </form>
    </OpenModal>
  );
}
