import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { texts } from '../texts/texts.js';
import { dayFault, readDay } from './day-text.js';

const Calendar = lazy(async () => ({ default: (await import('./calendar.js')).Calendar }));
const said = texts.shell.day;

/** What the field of a day may be told. */
export interface DayFieldProps
  extends Pick<
    TextInputProps,
    'size' | 'description' | 'error' | 'required' | 'withAsterisk' | 'disabled' | 'onBlur' | 'w' | 'miw' | 'mt'
  > {
  /** The name of the field, to be read beside it and in what is said about it. */
  readonly label: string;
  /** The name is not shown: the head of a table says it. */
  readonly isBare?: boolean;
  /** A dialog opens with the focus here. */
  readonly 'data-autofocus'?: boolean;
  /** Under this name the day is part of the form around it. */
  readonly name?: string;
  readonly defaultValue?: string;
  readonly value?: string;
  /** Told the day, the empty text, or what was typed when it is no day: that is for the form to refuse. */
  readonly onChange?: (day: string) => void;
  readonly min?: string;
  readonly max?: string;
}

/** The field of a day: typed as `2025-03-04` whatever the browser's language, or taken from a calendar. */
export function DayField({
  label,
  isBare = false,
  name,
  defaultValue,
  value,
  onChange,
  min,
  max,
  error,
  onBlur,
  ...others
}: DayFieldProps) {
  const [typed, setTyped] = useState(value ?? defaultValue ?? '');
  const [given, setGiven] = useState(value);
  const [isLeft, setLeft] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  if (value !== given) {
    setGiven(value);
    if ((readDay(typed) ?? typed) !== value) setTyped(value ?? '');
  }
  const fault = dayFault(typed, { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) });
  const message = fault && said.faults[fault](label, { 'no-day': typed, 'too-early': min ?? '', 'too-late': max ?? '' }[fault]);
  useEffect(() => input.current?.setCustomValidity(message ?? ''), [message]);
  const take = (next: string): void => {
    setTyped(next);
    onChange?.(readDay(next) ?? next.trim());
  };
  const choose = (day: string): void => {
    take(day);
    setOpen(false);
    input.current?.focus();
  };
  return (
    <>
      <TextInput
        {...others}
        ref={input}
        {...(isBare ? { 'aria-label': label } : { label })}
        value={typed}
        error={error ?? (isLeft ? message : undefined)}
        placeholder={said.pattern}
        autoComplete="off"
        maxLength={10}
        onChange={(event) => take(event.currentTarget.value)}
        onInvalid={() => setLeft(true)}
        onBlur={(event) => {
          setLeft(true);
          setTyped(readDay(typed) ?? typed);
          onBlur?.(event);
        }}
        rightSection={
          <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus position="bottom-end" withinPortal>
            <Popover.Target>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={said.choose(label)}
                disabled={others.disabled ?? false}
                onClick={() => setOpen(!isOpen)}
              >
                <CalendarMark />
              </ActionIcon>
            </Popover.Target>
            <Popover.Dropdown aria-label={said.choose(label)}>
              <Suspense>
                <Calendar day={readDay(typed)} choose={choose} min={min} max={max} />
              </Suspense>
            </Popover.Dropdown>
          </Popover>
        }
      />
      {name !== undefined && <input type="hidden" name={name} value={readDay(typed) ?? typed.trim()} />}
    </>
  );
}

const CalendarMark = () => (
  <svg viewBox="0 0 16 16" width="14" height="14" fill="none" stroke="currentColor" strokeWidth="1.3" aria-hidden="true">
    <path d="M2 3.5h12v10.5H2zM2 6.5h12M5 1.5v3M11 1.5v3" />
  </svg>
);
