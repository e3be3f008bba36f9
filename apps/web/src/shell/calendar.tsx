import '@mantine/dates/styles.css';
import { DatePicker } from '@mantine/dates';
import { useEffect, useRef } from 'react';
import { texts } from '../texts/texts.js';
import { dayText } from './moment.js';

const said = texts.shell.day;

/** A month to take a day from, by mouse or with the arrow keys. */
export function Calendar({
  day,
  choose,
  min,
  max,
}: {
  readonly day: string | undefined;
  readonly choose: (day: string) => void;
  readonly min: string | undefined;
  readonly max: string | undefined;
}) {
  const calendar = useRef<HTMLDivElement>(null);
  // It comes after the focus has moved into the popover, the first time that one is opened.
  useEffect(() => calendar.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  const start = day ?? dayText(Date.now());
  return (
    <DatePicker
      ref={calendar}
      size="xs"
      value={day ?? null}
      onChange={(chosen) => chosen !== null && choose(chosen)}
      {...(day === undefined ? {} : { defaultDate: day })}
      {...(min === undefined ? {} : { minDate: min })}
      {...(max === undefined ? {} : { maxDate: max })}
      highlightToday
      hideOutsideDates
      // Escape closes the calendar and leaves the dialog open that it stands in.
      __stopPropagation
      weekendDays={[]}
      monthLabelFormat="YYYY-MM"
      getDayProps={(date) => (date === start ? { 'data-autofocus': true } : {})}
      ariaLabels={{
        previousMonth: said.previousMonth,
        nextMonth: said.nextMonth,
        previousYear: said.previousYear,
        nextYear: said.nextYear,
        previousDecade: said.previousDecade,
        nextDecade: said.nextDecade,
      }}
    />
  );
}
