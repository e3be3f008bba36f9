import { Alert, Anchor, Badge, Button, Group, Paper, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CaseFile } from '@tumor-board/oncology';
import { answered, api } from '../../api/client.js';
import { notePosition } from '../../api/live.js';
import type { components } from '../../api/schema.js';
import { Failed, Loading } from '../../shell/states.js';
import { texts } from '../../texts/texts.js';
import type { Preview } from '../case-queries.js';
import { ChangedParts } from '../changed-parts.js';
import { Consequences } from '../entry/preview-view.js';
import { factTypeName } from '../record/fact-rows.js';
import type { ReadFile } from './read-file.js';

type Sent = components['schemas']['CaseFile'];

/** One file: its faults, or what each of its facts would change, and then that it was brought in. */
export function ImportedFile({ read, leaveOut }: { readonly read: ReadFile; readonly leaveOut: () => void }) {
  const words = texts.case.import;
  return (
    <Paper withBorder p="sm" component="section" aria-label={read.name}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Text size="sm" fw={600}>
            {read.name}
          </Text>
          <Button size="compact-xs" variant="subtle" onClick={leaveOut}>
            {words.leaveOut}
          </Button>
        </Group>
        {read.file === null ? (
          <Alert color="red" variant="light" role="alert" title={words.notACaseFile}>
            {read.faults.map(({ path, message }) => (
              <Text size="sm" key={`${path} ${message}`}>
                {path !== '' && <code>{path}</code>} {message}
              </Text>
            ))}
          </Alert>
        ) : (
          <FileOfCase file={read.file} />
        )}
      </Stack>
    </Paper>
  );
}

function FileOfCase({ file }: { readonly file: CaseFile }) {
  const client = useQueryClient();
  const body = file as unknown as Sent;
  const words = texts.case.import;
  const preview = useQuery({
    queryKey: ['case-file', file],
    queryFn: () => answered(api.POST('/api/case-files/preview', { body })),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const bring = useMutation({
    mutationFn: () => answered(api.POST('/api/case-files', { body })),
    onSuccess: async ({ id, position }) => {
      notePosition(position, 'cases', 'queue', `case:${id}`);
      // What another file of the case would change, or this one when it is dropped again, is not what it was.
      void client.invalidateQueries({ queryKey: ['case-file'] });
      await client.invalidateQueries({ queryKey: ['cases'] });
    },
  });
  if (bring.isSuccess) {
    return (
      <Alert color="teal" variant="light" role="status">
        <Group justify="space-between">
          <Text size="sm">{words.done(file.reference, bring.data.version)}</Text>
          <Anchor component={Link} to={`/cases/${bring.data.id}`} size="sm">
            {words.open(file.reference)}
          </Anchor>
        </Group>
      </Alert>
    );
  }
  return (
    <>
      {preview.isPending && <Loading />}
      {preview.isError && <Failed error={preview.error} retry={preview.refetch} />}
      {preview.data !== undefined && (
        <>
          <Group justify="space-between">
            <Group gap={6}>
              <Badge variant="light" color={preview.data.opens ? 'teal' : 'blue'} tt="none">
                {preview.data.opens ? words.opens(file.reference) : words.continues(file.reference)}
              </Badge>
              <Text size="sm">{words.facts(preview.data.facts.length, file.facts.length)}</Text>
            </Group>
            <Button
              size="xs"
              loading={bring.isPending}
              disabled={preview.data.facts.length === 0 && !preview.data.opens}
              onClick={() => bring.mutate()}
            >
              {words.bring}
            </Button>
          </Group>
          <PreviewedFacts preview={preview.data} />
          <Consequences preview={preview.data} />
          <Text size="sm">
            {texts.case.entry.preview.proposedThen} <b>{preview.data.assessment.nextStep.title}</b>
          </Text>
        </>
      )}
      {bring.isError && <Failed error={bring.error} retry={() => bring.mutate()} />}
    </>
  );
}

const PreviewedFacts = ({ preview: { facts } }: { readonly preview: Preview }) => (
  <ScrollArea.Autosize mah={360} viewportProps={{ role: 'region', tabIndex: 0, 'aria-label': texts.case.entry.preview.title }}>
    <Table verticalSpacing={4} fz="sm" stickyHeader>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{texts.case.history.on}</Table.Th>
          <Table.Th>{texts.case.record.type}</Table.Th>
          <Table.Th>{texts.case.record.says}</Table.Th>
          <Table.Th w="45%">{texts.case.import.wouldChange}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {facts.map(({ fact, type, on, what, changed }) => (
          <Table.Tr key={fact}>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>{on}</Table.Td>
            <Table.Td>{factTypeName(type)}</Table.Td>
            <Table.Td>{what}</Table.Td>
            <Table.Td>
              <ChangedParts changed={changed} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </ScrollArea.Autosize>
);
