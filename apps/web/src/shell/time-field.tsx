import { TextInput, type TextInputProps } from '@mantine/core';
import { texts } from '../texts/texts.js';

const said = texts.shell.time;

/** The field of a time of day, typed as `08:30` of 24 hours whatever the browser's language. */
export function TimeField({ label, ...others }: Pick<TextInputProps, 'name' | 'defaultValue' | 'required'> & { readonly label: string }) {
  return (
    <TextInput
      {...others}
      label={label}
      placeholder={said.pattern}
      pattern="([01][0-9]|2[0-3]):[0-5][0-9]"
      title={said.help(label)}
      onChange={({ currentTarget }) => currentTarget.setCustomValidity('')}
      onInvalid={({ currentTarget }) => currentTarget.setCustomValidity(currentTarget.validity.patternMismatch ? said.help(label) : '')}
      autoComplete="off"
      maxLength={5}
    />
  );
}
