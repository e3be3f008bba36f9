import { Badge, Button, Drawer, Group, NativeSelect, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { EvidenceView } from '../case/evidence/evidence-view.js';
import { AsOf } from '../shell/as-of.js';
import { Answer, Empty } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { evidenceListQuery } from './knowledge-queries.js';
import type { KnowledgeSearch } from './knowledge-search.js';

const route = getRouteApi('/shell/knowledge');
const said = texts.knowledge.evidence;
const TABLES = ['2', '3', '4', '5', '6', '7'] as const satisfies readonly KnowledgeSearch['table'][];
const SYSTEMS = [
  'SHEN15',
  'JIANG16',
  'SHEN16',
  'TIAN16',
  'ZOU17',
  'SUN19',
  'ZHENG20',
  'YANG21',
  'CHAN24',
  'CHAN25-1',
  'CHAN25-2',
  'QIU22',
  'YAO23',
] as const satisfies readonly KnowledgeSearch['system'][];

type Place =
  | { readonly in: 'table'; readonly table: number; readonly row: number }
  | { readonly in: 'text'; readonly section: string; readonly paragraph: number }
  | { readonly in: 'elsewhere' };

function placeInWords(place: Place): string {
  switch (place.in) {
    case 'table':
      return said.table_(place.table, place.row);
    case 'text':
      return said.section(place.section, place.paragraph);
    case 'elsewhere':
      return said.elsewhere;
  }
}

/** Every study that the advice can cite, with its figures a click away. */
export function EvidenceRegister() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(evidenceListQuery(search));
  const set = (field: 'search' | 'table' | 'system' | 'id', value: string): void => {
    const { [field]: _before, ...rest } = search;
    void navigate({ search: value === '' ? rest : ({ ...rest, [field]: value } as KnowledgeSearch), replace: true });
  };
  const find = useDebouncedCallback((value: string) => set('search', value.trim()), 250);
  const any = { value: '', label: said.any };
  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-end" role="search">
        <TextInput
          size="xs"
          w={340}
          type="search"
          label={said.search}
          placeholder={said.searchHint}
          defaultValue={search.search ?? ''}
          onChange={(event) => find(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          label={said.table}
          value={search.table ?? ''}
          onChange={(event) => set('table', event.currentTarget.value)}
          data={[any, ...TABLES]}
        />
        <NativeSelect
          size="xs"
          label={said.system}
          value={search.system ?? ''}
          onChange={(event) => set('system', event.currentTarget.value)}
          data={[any, ...SYSTEMS]}
        />
        <AsOf at={query.dataUpdatedAt} />
      </Group>
      <Answer query={query}>
        {({ entries, digest }) => (
          <>
            <Text size="sm" c="dimmed" role="status">
              {said.count(entries.length)} · {said.digest(digest)}
            </Text>
            {entries.length === 0 && <Empty title={said.empty} />}
            {entries.length > 0 && (
              <Table.ScrollContainer minWidth={980}>
                <Table stickyHeader verticalSpacing={4} highlightOnHover fz="sm">
                  <Table.Thead>
                    <Table.Tr>
                      {Object.values(said.columns).map((label) => (
                        <Table.Th key={label}>{label}</Table.Th>
                      ))}
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {entries.map((entry) => (
                      <Table.Tr key={entry.id}>
                        <Table.Td>
                          <Button
                            variant="transparent"
                            size="compact-sm"
                            p={0}
                            aria-label={said.show(entry.name)}
                            onClick={() => set('id', entry.id)}
                          >
                            {entry.name}
                          </Button>
                        </Table.Td>
                        <Table.Td>{placeInWords(entry.place)}</Table.Td>
                        <Table.Td>{entry.design}</Table.Td>
                        <Table.Td>{entry.population.setting}</Table.Td>
                        <Table.Td>{entry.patients.map(({ of, n }) => `${of} ${n}`).join(', ')}</Table.Td>
                        <Table.Td>{[...new Set(entry.effects.map(({ endpoint }) => endpoint))].join(', ')}</Table.Td>
                        <Table.Td>
                          <Badge variant={entry.verified ? 'light' : 'outline'} color={entry.verified ? 'teal' : 'gray'} tt="none">
                            {entry.verified ? said.verified : said.notVerified}
                          </Badge>
                          {entry.corrections.length > 0 && (
                            <Text size="xs" c="dimmed">
                              {said.corrections(entry.corrections.length)}
                            </Text>
                          )}
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            )}
          </>
        )}
      </Answer>
      <Drawer opened={search.id !== undefined} onClose={() => set('id', '')} position="right" size="lg" title={search.id}>
        {search.id !== undefined && <EvidenceView id={search.id} />}
      </Drawer>
    </Stack>
  );
}
