import { Badge, Button, Drawer, Group, NativeSelect, Stack, Table, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { components } from '../api/schema.js';
import { EvidenceView } from '../case/evidence/evidence-view.js';
import { AsOf } from '../shell/as-of.js';
import { Answer, Empty } from '../shell/states.js';
import { useSearchBox } from '../shell/use-search-box.js';
import { texts } from '../texts/texts.js';
import classes from './evidence-register.module.css';
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
  const box = useSearchBox(search.search ?? '', (words) => set('search', words));
  const any = { value: '', label: said.any };
  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-end" role="search">
        <TextInput size="xs" w={400} type="search" label={said.search} placeholder={said.searchHint} {...box} />
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
            {entries.length > 0 && <EntryTable entries={entries} show={(id) => set('id', id)} />}
          </>
        )}
      </Answer>
      <Drawer
        opened={search.id !== undefined}
        onClose={() => set('id', '')}
        position="right"
        size="lg"
        title={query.data?.entries.find(({ id }) => id === search.id)?.name ?? texts.case.evidence.title(search.id ?? '')}
        closeButtonProps={{ 'aria-label': texts.case.close }}
      >
        {search.id !== undefined && <EvidenceView id={search.id} />}
      </Drawer>
    </Stack>
  );
}

type Listed = components['schemas']['EvidenceList']['entries'][number];
type Entry = Pick<Listed, 'id' | 'name' | 'place' | 'design' | 'verified'> & {
  readonly population: Pick<Listed['population'], 'setting'>;
  readonly patients: readonly Pick<Listed['patients'][number], 'of' | 'n'>[];
  readonly effects: readonly { readonly endpoint: string }[];
  readonly corrections: readonly unknown[];
  readonly sources: readonly { readonly verified: boolean }[];
};

/** Where a column is worth its place only on a wide screen. */
const WIDE = new Set<string>(['patients', 'endpoints']);
/** In the order of the columns; the last one takes what its badge needs. */
const WIDTHS: Readonly<Record<keyof typeof said.columns, string | number>> = {
  name: '22%',
  place: '15%',
  design: '13%',
  population: '18%',
  patients: '14%',
  endpoints: '10%',
  verified: 150,
};

/** The entries, many to a screen, with the head in sight. */
function EntryTable({ entries, show }: { readonly entries: readonly Entry[]; readonly show: (id: string) => void }) {
  const wide = classes['wide'] ?? '';
  return (
    <Table
      stickyHeader
      stickyHeaderOffset={48}
      layout="fixed"
      verticalSpacing={2}
      horizontalSpacing={6}
      highlightOnHover
      className={classes['table'] ?? ''}
    >
      <Table.Thead>
        <Table.Tr>
          {Object.entries(said.columns).map(([column, label]) => (
            <Table.Th key={column} w={WIDTHS[column as keyof typeof said.columns]} className={WIDE.has(column) ? wide : ''}>
              {label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((entry) => (
          <Table.Tr key={entry.id}>
            <Table.Td>
              <Button
                variant="transparent"
                size="compact-xs"
                p={0}
                className={classes['name'] ?? ''}
                aria-label={said.show(entry.name)}
                onClick={() => show(entry.id)}
              >
                {entry.name}
              </Button>
            </Table.Td>
            <Table.Td>{placeInWords(entry.place)}</Table.Td>
            <Table.Td>{entry.design}</Table.Td>
            <Table.Td>{entry.population.setting}</Table.Td>
            <Table.Td className={wide}>{entry.patients.map(({ of, n }) => `${of} ${n}`).join(', ')}</Table.Td>
            <Table.Td className={wide}>{[...new Set(entry.effects.map(({ endpoint }) => endpoint))].join(', ')}</Table.Td>
            <Table.Td>
              <Badge size="sm" variant={entry.verified ? 'light' : 'outline'} color={entry.verified ? 'teal' : 'orange'} tt="none">
                {entry.verified ? said.verified : said.notVerified}
              </Badge>
              {entry.verified && entry.sources.some(({ verified }) => !verified) && (
                <Badge size="sm" variant="outline" color="orange" tt="none">
                  {said.sourceNotVerified}
                </Badge>
              )}
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
  );
}
