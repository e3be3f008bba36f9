import { Button, Checkbox, Group, Popover, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { asDisciplines, DISCIPLINES } from '../shell/disciplines.js';
import { formText } from '../shell/form-text.js';
import { inWords, texts } from '../texts/texts.js';
import type { MeetingActs } from './use-meeting-acts.js';

/** Records that somebody is there who does not do so themselves. */
export function RecordOther({ acts }: { readonly acts: MeetingActs }) {
  const [opened, setOpened] = useState(false);
  const said = texts.meeting;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = formText(form, 'name').trim();
    if (name === '') return;
    acts.ask({
      kind: 'join',
      attendance: {
        presence: formText(form, 'presence') === 'remote' ? 'remote' : 'in-person',
        chairs: form.has('chairs'),
        attendee: { account: name, name, disciplines: asDisciplines(form.getAll('disciplines').map(String)) },
      },
    });
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withArrow width={320}>
      <Popover.Target>
        <Button size="xs" variant="subtle" onClick={() => setOpened(true)}>
          {said.recordOther}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <Stack gap={6}>
            <TextInput size="xs" name="name" label={said.otherName} maxLength={200} required data-autofocus />
            <Checkbox.Group label={said.form.disciplines} size="xs">
              <Group gap={6}>
                {DISCIPLINES.map((discipline) => (
                  <Checkbox key={discipline} size="xs" name="disciplines" value={discipline} label={inWords(discipline)} />
                ))}
              </Group>
            </Checkbox.Group>
            <SegmentedControl
              size="xs"
              name="presence"
              aria-label={said.presence}
              defaultValue="in-person"
              data={Object.entries(said.presences).map(([value, label]) => ({ value, label }))}
            />
            <Checkbox size="xs" name="chairs" label={said.chairs} />
            <Button size="xs" type="submit">
              {said.record}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
