import { NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import { DayField } from '../shell/day-field.js';
import { formText } from '../shell/form-text.js';
import { texts } from '../texts/texts.js';
import { weekdayOf } from './days.js';
import type { Series } from './meeting-queries.js';
import { SizeFields, sizeOf, TimeFields, timeOf } from './plan-fields.js';

/** What the meetings of a series are like, and from when on. */
export function SeriesFields({ of, firstOn }: { readonly of?: Series; readonly firstOn: string }) {
  const { form } = texts.meeting;
  return (
    <>
      <TextInput name="title" label={form.title} maxLength={200} defaultValue={of?.title ?? ''} required data-autofocus />
      <SimpleGrid cols={2} spacing="xs">
        <DayField name="firstOn" label={form.firstOn} description={form.firstOnHint} defaultValue={firstOn} required />
        <NumberInput
          name="everyWeeks"
          label={form.everyWeeks}
          min={1}
          max={52}
          clampBehavior="strict"
          allowDecimal={false}
          defaultValue={of?.everyWeeks ?? 1}
          required
          mt="auto"
        />
      </SimpleGrid>
      <TimeFields {...(of === undefined ? {} : { of })} />
      <SizeFields {...(of === undefined ? {} : { of })} />
    </>
  );
}

/** What the fields of a series say. */
export function seriesOf(fields: FormData) {
  const firstOn = formText(fields, 'firstOn');
  return {
    title: formText(fields, 'title').trim(),
    weekday: weekdayOf(firstOn) ?? 'monday',
    everyWeeks: Number(formText(fields, 'everyWeeks')),
    ...timeOf(fields),
    ...sizeOf(fields),
    firstOn,
  };
}
