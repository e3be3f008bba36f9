import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { numberOrText } from './typed-number.js';

/**
 * A field that holds a number, or the text that was typed while it is none. What stands in it is always what was typed: a
 * field that rewrites `12.` on the way to `12.5`, or leaves out a key it does not like, makes another number of it.
 */
export function TypedField({
  value,
  onChange,
  ...others
}: Omit<TextInputProps, 'value' | 'onChange'> & {
  readonly value: number | string | undefined;
  readonly onChange: (value: number | string) => void;
}) {
  const [typed, setTyped] = useState('');
  return (
    <TextInput
      {...others}
      autoComplete="off"
      value={numberOrText(typed) === value ? typed : String(value ?? '')}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange(numberOrText(currentTarget.value));
      }}
    />
  );
}
