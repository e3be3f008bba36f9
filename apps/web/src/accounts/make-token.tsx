import { Button, Group, NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { formText } from '../shell/form-text.js';
import { Failed } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { useTokens } from './account-queries.js';
import { ShownOnce } from './shown-once.js';

const said = texts.accounts.tokens;
/** Most days that a token may be good for, as the service says it. */
const DAYS_AT_MOST = 730;
const DAYS = 90;

/** Makes a token for a program that acts as an account, and shows it once. */
export function MakeToken({ accountId }: { readonly accountId: string }) {
  const make = useTokens(accountId);
  const [shown, setShown] = useState<{ readonly label: string; readonly token: string } | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const label = formText(data, 'label').trim();
    make.mutate(
      { label, days: Number(formText(data, 'days')) },
      {
        onSuccess: ({ token }) => {
          setShown({ label, token });
          form.reset();
        },
      },
    );
  };
  return (
    <>
      {shown !== null && <ShownOnce why={said.shownOnce(shown.label)} secret={shown.token} close={() => setShown(null)} />}
      {make.isError && <Failed error={make.error} />}
      <form onSubmit={submit} aria-label={said.make}>
        <Group align="flex-end" gap="xs">
          <TextInput size="xs" name="label" label={said.label} description={said.labelHint} required maxLength={200} w={260} />
          <NumberInput
            size="xs"
            name="days"
            label={said.days}
            defaultValue={DAYS}
            min={1}
            max={DAYS_AT_MOST}
            allowDecimal={false}
            clampBehavior="strict"
            hideControls
            required
            w={110}
          />
          <Button size="xs" type="submit" loading={make.isPending}>
            {said.make}
          </Button>
        </Group>
      </form>
    </>
  );
}
