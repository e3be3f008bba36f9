import { Alert, Button, Stack, Table, Text } from '@mantine/core';
import { headlineText } from '../case/headline-text.js';
import { partName } from '../case/part-name.js';
import { inWords, texts } from '../texts/texts.js';
import type { Staleness } from './stale.js';

const said = texts.decision.stale;
const NAMES: Readonly<Partial<Record<string, string>>> = said.names;

/** What has changed since the draft was shown, and how to go on without losing what was typed. */
export function StaleNotice({
  staleness: { changed, other },
  wasRefused,
  takeOver,
}: {
  readonly staleness: Staleness;
  readonly wasRefused: boolean;
  readonly takeOver: () => Promise<void>;
}) {
  return (
    <Alert color="orange" variant="light" role="alert" title={wasRefused ? said.title : said.noticed}>
      <Stack gap="xs" align="flex-start">
        {changed.length > 0 && (
          <Table verticalSpacing={2} w="auto" fz="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{said.parts}</Table.Th>
                <Table.Th>{said.before}</Table.Th>
                <Table.Th>{said.after}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {changed.map(({ part, before, after }) => (
                <Table.Tr key={part}>
                  <Table.Td>{partName(part)}</Table.Td>
                  <Table.Td>{headlineText(part, before, said.unset)}</Table.Td>
                  <Table.Td fw={600}>{headlineText(part, after, said.unset)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        {other.length > 0 && <Text size="sm">{said.other(other.map((field) => NAMES[field] ?? inWords(field)).join(', '))}</Text>}
        <Button size="xs" color="orange" variant="filled" onClick={() => void takeOver()}>
          {said.reload}
        </Button>
      </Stack>
    </Alert>
  );
}
