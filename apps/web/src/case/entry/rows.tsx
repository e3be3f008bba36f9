import { ActionIcon, Button, Fieldset, Group, Table, Text } from '@mantine/core';
import { ADDS, REMOVES, useLineFocus } from '../../shell/use-line-focus.js';
import { texts } from '../../texts/texts.js';
import { fieldLabel } from '../record/fact-rows.js';
import { valueAt } from './draft.js';
import type { FieldSpec } from './fact-schema.js';
import { Field } from './field.js';
import { useForm } from './form-context.js';

/** What a new row starts out with, where one answer is by far the most common. */
const NEW_ROW: Readonly<Record<string, object>> = {
  targets: { state: 'measured', kind: 'non-nodal' },
  lesions: { count: 1, countIsExact: true, certainty: 'definite' },
  newLesions: { unequivocal: true },
};

/** A list of lesions: a row each, added and removed. */
export function Rows({ spec, path }: { readonly spec: FieldSpec; readonly path: string }) {
  const { draft, set, faults } = useForm();
  const value = valueAt(draft, path);
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const label = fieldLabel(spec.name);
  const fault = faults.get(path);
  const { list, removed } = useLineFocus<HTMLFieldSetElement>();
  const nameOf = (index: number): string => texts.case.entry.row(index + 1, valueAt(draft, `${path}[${index}].lesion`));
  return (
    <Fieldset ref={list} legend={label} p="xs">
      {rows.length > 0 && (
        <Table.ScrollContainer minWidth={560}>
          <Table verticalSpacing={2} horizontalSpacing={4} fz="xs" withRowBorders={false}>
            <Table.Thead>
              <Table.Tr>
                {spec.fields.map(({ name }) => (
                  <Table.Th key={name}>{fieldLabel(name)}</Table.Th>
                ))}
                <Table.Th aria-hidden />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((_row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place until it is recorded
                <Table.Tr key={index} style={{ verticalAlign: 'top' }}>
                  {spec.fields.map((one) => (
                    <Table.Td key={one.name}>
                      <Field spec={one} path={`${path}[${index}].${one.name}`} row={nameOf(index)} />
                      {one.name === 'mm' && <LastSize lesion={valueAt(draft, `${path}[${index}].lesion`)} />}
                    </Table.Td>
                  ))}
                  <Table.Td>
                    <ActionIcon
                      variant="subtle"
                      color="red"
                      aria-label={texts.case.entry.removeRow(index + 1)}
                      {...REMOVES}
                      onClick={() => {
                        removed(index);
                        set(path, rows.toSpliced(index, 1));
                      }}
                    >
                      ×
                    </ActionIcon>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Group gap="xs">
        <Button {...ADDS} size="compact-xs" variant="light" onClick={() => set(path, [...rows, { ...NEW_ROW[spec.name] }])}>
          {texts.case.entry.addRow}
        </Button>
        {rows.length === 0 && (
          <Text size="xs" c="dimmed">
            {texts.case.none}
          </Text>
        )}
        {fault !== undefined && (
          <Text size="xs" c="red" role="alert">
            {fault}
          </Text>
        )}
      </Group>
    </Fieldset>
  );
}

/** What a target measured the last time. */
function LastSize({ lesion }: { readonly lesion: unknown }) {
  const { lastSizes } = useForm();
  const last = typeof lesion === 'string' ? lastSizes.get(lesion) : undefined;
  if (last === undefined) return null;
  return (
    <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
      {texts.case.entry.lastSize(last.mm, last.on)}
    </Text>
  );
}
