import { Fieldset, NativeSelect, SimpleGrid, TagsInput, TextInput } from '@mantine/core';
import { DayField } from '../../shell/day-field.js';
import { inWords, texts } from '../../texts/texts.js';
import { fieldLabel } from '../record/fact-rows.js';
import { valueAt } from './draft.js';
import type { FieldSpec } from './fact-schema.js';
import { useForm } from './form-context.js';
import { Rows } from './rows.js';
import { TypedField } from './typed-field.js';
import { limitsText, UNITS } from './units.js';

/** One field of a fact, with its limits and its fault. `row`: in a table, whose head shows what it is; which row it is of is only said. */
export function Field({ spec, path, row }: { readonly spec: FieldSpec; readonly path: string; readonly row?: string }) {
  const { draft, set, faults, leave } = useForm();
  const value = valueAt(draft, path);
  const bare = row !== undefined;
  const label = bare ? `${fieldLabel(spec.name)}, ${row}` : fieldLabel(spec.name);
  const limits = spec.kind === 'number' ? limitsText(spec, UNITS[spec.name]) : undefined;
  const common = {
    size: 'xs' as const,
    ...(bare ? { 'aria-label': label } : { label, withAsterisk: !spec.isOptional }),
    error: faults.get(path),
    onBlur: () => leave(path),
  };
  const asText = String(typed(value) ?? '');
  switch (spec.kind) {
    case 'day':
      return <DayField {...common} label={label} isBare={bare} value={asText} onChange={(day) => set(path, day)} />;
    case 'text':
      return <TextInput {...common} value={asText} onChange={(event) => set(path, event.currentTarget.value)} />;
    case 'text-or-number':
      return <TypedField {...common} value={typed(value)} onChange={(next) => set(path, next)} />;
    case 'number':
      return (
        <TypedField
          {...common}
          inputMode="decimal"
          error={common.error && (numberFault(value, spec.isWhole) ?? common.error)}
          value={typed(value)}
          onChange={(next) => set(path, next)}
          {...(limits === undefined
            ? {}
            : bare
              ? { placeholder: limits }
              : { description: limits, inputWrapperOrder: ['label', 'input', 'description', 'error'] as const })}
        />
      );
    case 'choice': {
      const data = spec.choices.map((choice) => ({ value: String(choice), label: inWords(String(choice)) }));
      const chosen = (text: string) => spec.choices.find((choice) => String(choice) === text);
      return (
        <NativeSelect
          {...common}
          miw={bare ? 116 : undefined}
          value={asText}
          onChange={(event) => set(path, chosen(event.currentTarget.value))}
          data={[{ value: '', label: '' }, ...data]}
        />
      );
    }
    case 'yes-no':
      // Not asked is not "no": the field starts out empty.
      return (
        <NativeSelect
          {...common}
          value={value === true ? 'yes' : value === false ? 'no' : ''}
          onChange={(event) => set(path, event.currentTarget.value === '' ? undefined : event.currentTarget.value === 'yes')}
          data={[
            { value: '', label: '' },
            { value: 'yes', label: texts.case.yes },
            { value: 'no', label: texts.case.no },
          ]}
        />
      );
    case 'names':
      return (
        <TagsInput
          {...common}
          description={texts.case.entry.namesHint}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={(next) => set(path, next)}
          acceptValueOnBlur
        />
      );
    case 'group':
      return (
        <Fieldset legend={label} p="xs">
          <SimpleGrid cols={{ base: 2, sm: 5 }} spacing="xs">
            {spec.fields.map((one) => (
              <Field key={one.name} spec={one} path={`${path}.${one.name}`} />
            ))}
          </SimpleGrid>
        </Fieldset>
      );
    case 'rows':
      return <Rows spec={spec} path={path} />;
  }
}

const typed = (value: unknown): number | string | undefined => (typeof value === 'number' || typeof value === 'string' ? value : undefined);

/** What the schema would say in the words of a program. */
function numberFault(value: unknown, isWhole: boolean): string | undefined {
  if (typeof value === 'string' && value !== '') return texts.case.entry.noNumber(value);
  return isWhole && typeof value === 'number' && !Number.isInteger(value) ? texts.case.entry.notWhole : undefined;
}
