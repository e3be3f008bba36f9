import { Checkbox, Group, NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import { asDisciplines, DISCIPLINES } from '../shell/disciplines.js';
import { formText } from '../shell/form-text.js';
import { TimeField } from '../shell/time-field.js';
import { inWords, texts } from '../texts/texts.js';

/** Who comes to most meetings; each can be left out. */
const CORE = ['radiation-oncology', 'medical-oncology', 'radiology', 'pathology'] as const;

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** When and where: what a single meeting, a series and a moved meeting have in common. */
export function TimeFields({
  of,
}: {
  readonly of?: { readonly startsAt: string; readonly timeZone: string; readonly durationMinutes: number; readonly place: string };
}) {
  const { form } = texts.meeting;
  return (
    <>
      <SimpleGrid cols={2} spacing="xs">
        <TimeField name="startsAt" label={form.startsAt} defaultValue={of?.startsAt ?? '08:00'} required />
        <NumberInput
          name="durationMinutes"
          label={form.duration}
          min={5}
          max={720}
          allowDecimal={false}
          defaultValue={of?.durationMinutes ?? 60}
          required
        />
      </SimpleGrid>
      <TextInput name="timeZone" label={form.timeZone} description={form.timeZoneHint} defaultValue={of?.timeZone ?? HERE} required />
      <TextInput name="place" label={form.place} maxLength={200} defaultValue={of?.place ?? ''} required />
    </>
  );
}

/** Who is expected, and how many cases can be discussed. */
export function SizeFields({ of }: { readonly of?: { readonly capacity: number; readonly disciplines: readonly string[] } }) {
  const { form } = texts.meeting;
  return (
    <>
      <NumberInput
        name="capacity"
        label={form.capacity}
        min={1}
        max={200}
        clampBehavior="strict"
        allowDecimal={false}
        defaultValue={of?.capacity ?? 10}
        required
      />
      <Checkbox.Group label={form.disciplines} defaultValue={[...(of?.disciplines ?? CORE)]}>
        <Group gap="xs" mt={4}>
          {DISCIPLINES.map((discipline) => (
            <Checkbox key={discipline} size="xs" name="disciplines" value={discipline} label={inWords(discipline)} />
          ))}
        </Group>
      </Checkbox.Group>
    </>
  );
}

/** What the time fields say. */
export const timeOf = (form: FormData) => ({
  startsAt: formText(form, 'startsAt').slice(0, 5),
  timeZone: formText(form, 'timeZone').trim(),
  durationMinutes: Number(formText(form, 'durationMinutes')),
  place: formText(form, 'place').trim(),
});

/** What the fields of the size say. */
export const sizeOf = (form: FormData) => ({
  capacity: Number(formText(form, 'capacity')),
  disciplines: asDisciplines(form.getAll('disciplines').map(String)),
});
