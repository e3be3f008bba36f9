import { Anchor, Badge, Button, Group, List, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../shell/states.js';
import { texts } from '../../texts/texts.js';
import { type Evidence, evidenceQuery } from '../case-queries.js';
import { effectText, limitText } from './effect-text.js';

type Source = Evidence['sources'][number];
type Entry = Evidence['entries'][number];

/** What the evidence register holds under an id: the sources, and what they found. */
export function EvidenceView({ id }: { readonly id: string }) {
  const query = useQuery(evidenceQuery(id));
  return (
    <Answer query={query}>
      {({ sources, entries }) => (
        <Stack gap="md">
          {id.includes('/') && <Entries entries={entries} />}
          {sources.map((source) => (
            <SourceView key={source.id} source={source} />
          ))}
          {!id.includes('/') && <Entries entries={entries} />}
        </Stack>
      )}
    </Answer>
  );
}

/** Some sources report dozens of studies: the first of them, the others on request. */
const AT_FIRST = 5;

function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  const [all, setAll] = useState(false);
  return (
    <>
      {(all ? entries : entries.slice(0, AT_FIRST)).map((entry) => (
        <EntryView key={entry.id} entry={entry} />
      ))}
      {!all && entries.length > AT_FIRST && (
        <Button size="compact-xs" variant="subtle" style={{ alignSelf: 'flex-start' }} onClick={() => setAll(true)}>
          {texts.case.evidence.more(entries.length - AT_FIRST)}
        </Button>
      )}
    </>
  );
}

function EntryView({ entry }: { readonly entry: Entry }) {
  return (
    <article>
      <Group gap={6}>
        <Title order={3} size="h6">
          {entry.name}
        </Title>
        <Badge size="sm" variant="outline" color="gray" tt="none">
          {entry.design}
        </Badge>
        <Verified verified={entry.verified} />
      </Group>
      <Text size="xs" c="dimmed">
        {entry.id} · {entry.population.setting}
        {entry.population.detail !== undefined && `: ${entry.population.detail}`} ·{' '}
        {entry.patients.map(({ of, n }) => `${of} ${n}`).join(', ')}
      </Text>
      {entry.groups.length > 0 && <Text size="sm">{entry.groups.join(texts.case.evidence.against)}</Text>}
      {entry.says?.map((said) => (
        <Text size="sm" key={said}>
          {said}
        </Text>
      ))}
      {entry.effects.length > 0 && (
        <Table verticalSpacing={2} fz="sm">
          <Table.Tbody>
            {entry.effects.map((effect) => (
              <Table.Tr key={JSON.stringify(effect)}>
                <Table.Th fw={500}>
                  {effect.endpoint}
                  {effect.subset !== undefined && `, ${effect.subset}`}
                </Table.Th>
                <Table.Td>{effectText(effect)}</Table.Td>
                <Table.Td c="dimmed">{effect.readIn}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {entry.thresholds?.map(({ what, value, unit }) => (
        <Text size="sm" key={`${what} ${unit}`}>
          {what}: {limitText(value)} {unit}
        </Text>
      ))}
      {entry.caveats.length > 0 && (
        <List size="xs" mt={4}>
          {entry.caveats.map(({ text }) => (
            <List.Item key={text}>{text}</List.Item>
          ))}
        </List>
      )}
      {entry.corrections.map(({ printed, readAs, why }) => (
        <Text size="xs" key={printed}>
          {texts.case.evidence.correction(printed, readAs, why)}
        </Text>
      ))}
    </article>
  );
}

function SourceView({ source }: { readonly source: Source }) {
  return (
    <article>
      <Text size="sm">
        {source.citation} <Verified verified={source.verified} />
      </Text>
      <Text size="xs" c="dimmed">
        {source.id} · {source.design} · {source.population}
        {source.doi !== undefined && (
          <>
            {' · '}
            <Anchor href={`https://doi.org/${source.doi}`} target="_blank" rel="noreferrer" size="xs">
              doi:{source.doi}
            </Anchor>
          </>
        )}
      </Text>
      {source.note !== '' && <Text size="sm">{source.note}</Text>}
    </article>
  );
}

const Verified = ({ verified }: { readonly verified: boolean }) => (
  <Badge size="xs" variant="outline" color={verified ? 'teal' : 'orange'} tt="none" component="span">
    {verified ? texts.case.verified : texts.case.notVerified}
  </Badge>
);
