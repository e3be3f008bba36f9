import { Badge, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { fieldWords, valueText } from '../audit/value-text.js';
import { Answer } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { releaseDiffQuery } from './knowledge-queries.js';

const said = texts.knowledge.releases;

interface Field {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}
interface ListDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly { readonly id: string; readonly fields: readonly Field[] }[];
  readonly reordered: boolean;
}

const isSame = ({ added, removed, changed, reordered }: ListDiff): boolean =>
  added.length === 0 && removed.length === 0 && changed.length === 0 && !reordered;

/** What a release says otherwise than the one in force. */
export function ReleaseDiff({ id }: { readonly id: string }) {
  const query = useQuery(releaseDiffQuery(id));
  return (
    <Answer query={query}>
      {({ from, to, fields, lists, computedOtherwise }) => {
        const different = Object.entries(lists).filter(([, list]) => !isSame(list));
        if (fields.length === 0 && different.length === 0 && computedOtherwise.length === 0) return <Text size="sm">{said.same}</Text>;
        return (
          <Stack gap="xs">
            <Text size="sm" c="dimmed">
              {said.diffTitle(from.id, to.id)}
            </Text>
            {fields.length > 0 && <Fields fields={fields} />}
            {different.map(([name, list]) => (
              <section key={name} aria-label={fieldWords(name)}>
                <Title order={3} size="h6">
                  {fieldWords(name)}
                </Title>
                <Marked mark={said.added} color="teal" ids={list.added} />
                <Marked mark={said.removed} color="red" ids={list.removed} />
                {list.reordered && <Text size="sm">{said.reordered}</Text>}
                {list.changed.map((entry) => (
                  <div key={entry.id}>
                    <Text size="sm" fw={600}>
                      {entry.id}{' '}
                      <Badge component="span" size="xs" variant="light" color="orange" tt="none">
                        {said.changed}
                      </Badge>
                    </Text>
                    <Fields fields={entry.fields} />
                  </div>
                ))}
              </section>
            ))}
            {computedOtherwise.length > 0 && (
              <Text size="sm">
                {said.computedOtherwise}: {computedOtherwise.join(', ')}
              </Text>
            )}
          </Stack>
        );
      }}
    </Answer>
  );
}

function Marked({ mark, color, ids }: { readonly mark: string; readonly color: string; readonly ids: readonly string[] }) {
  if (ids.length === 0) return null;
  return (
    <Text size="sm">
      <Badge component="span" size="xs" variant="light" color={color} tt="none" mr={6}>
        {mark}
      </Badge>
      {ids.join(', ')}
    </Text>
  );
}

const Fields = ({ fields }: { readonly fields: readonly Field[] }) => (
  <Table verticalSpacing={2} fz="sm" layout="fixed">
    <Table.Thead>
      <Table.Tr>
        <Table.Th w="22%">{said.field}</Table.Th>
        <Table.Th>{said.before}</Table.Th>
        <Table.Th>{said.after}</Table.Th>
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {fields.map(({ field, before, after }) => (
        <Table.Tr key={field} style={{ verticalAlign: 'top' }}>
          <Table.Th fw={500}>{fieldWords(field)}</Table.Th>
          <Table.Td style={{ overflowWrap: 'anywhere' }}>{valueText(before)}</Table.Td>
          <Table.Td style={{ overflowWrap: 'anywhere' }} fw={600}>
            {valueText(after)}
          </Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);
