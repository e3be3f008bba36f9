import { Button, Group, Table, Text, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { formText } from '../shell/form-text.js';
import { Empty, Failed } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { type PatientEntry, useSearch } from './patient-queries.js';

const said = texts.patient;

/** Finds records of persons by number or name. `act` is what can be done with one that was found. */
export function FindPerson({ act }: { readonly act: (found: PatientEntry) => ReactNode }) {
  const search = useSearch();
  const [isEmpty, setEmpty] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [recordNumber, name] = [formText(form, 'recordNumber').trim(), formText(form, 'name').trim()];
    setEmpty(recordNumber === '' && name === '');
    if (recordNumber === '' && name === '') return;
    search.mutate({ ...(recordNumber === '' ? {} : { recordNumber }), ...(name === '' ? {} : { name }) });
  };
  return (
    <section aria-label={said.find}>
      <form onSubmit={submit} role="search" aria-label={said.find}>
        <Group align="flex-end" gap="xs">
          <TextInput
            size="xs"
            name="recordNumber"
            label={said.recordNumber}
            description={said.recordNumberHint}
            autoComplete="off"
            error={isEmpty ? said.searchNeeds : undefined}
          />
          <TextInput size="xs" name="name" label={said.name} description={said.nameHint} autoComplete="off" />
          <Button size="xs" type="submit" loading={search.isPending}>
            {said.search}
          </Button>
        </Group>
      </form>
      {search.isError && <Failed error={search.error} />}
      {search.isSuccess &&
        (search.data.patients.length === 0 ? (
          <Empty title={said.none} />
        ) : (
          <>
            <People entries={search.data.patients} label={said.results} act={act} />
            {search.data.more && <Text size="sm">{said.more}</Text>}
          </>
        ))}
    </section>
  );
}

/** Records of persons as a table. */
export const People = <Entry extends PatientEntry>({
  entries,
  label,
  state,
  act,
}: {
  readonly entries: readonly Entry[];
  readonly label: string;
  readonly state?: (entry: Entry) => ReactNode;
  readonly act: (entry: Entry) => ReactNode;
}) => (
  <Table.ScrollContainer minWidth={560}>
    <Table verticalSpacing={4} fz="sm" aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          {Object.entries(said.columns)
            .filter(([column]) => column !== 'state' || state !== undefined)
            .map(([column, name]) => (
              <Table.Th key={column} aria-label={name === '' ? said.open : undefined}>
                {name}
              </Table.Th>
            ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((entry) => (
          <Table.Tr key={entry.id}>
            <Table.Td fw={600}>{entry.name}</Table.Td>
            <Table.Td>{entry.recordNumber}</Table.Td>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>{entry.birthDate}</Table.Td>
            <Table.Td>{entry.sex}</Table.Td>
            {state !== undefined && <Table.Td>{state(entry)}</Table.Td>}
            <Table.Td ta="right">{act(entry)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
);
