import { Anchor, Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { AsOf } from '../shell/as-of.js';
import { Empty, Failed, Loading } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { readLogQuery } from './audit-queries.js';
import type { AuditSearch } from './audit-search.js';

const route = getRouteApi('/shell/audit');
const said = texts.audit.readLog;
const FIELDS = ['caseId', 'account', 'from', 'to'] as const satisfies readonly (keyof AuditSearch)[];

/** More cases than this are counted, not listed. */
const LISTED = 3;

/** Who was shown which case. */
export function ReadLog() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(readLogQuery(search));
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  const set = (field: (typeof FIELDS)[number], value: string): void => {
    if (value === (search[field] ?? '')) return;
    const { [field]: _before, ...rest } = search;
    void navigate({ search: value === '' ? rest : { ...rest, [field]: value }, replace: true });
  };
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {said.why}
      </Text>
      <Group gap="xs" align="flex-end" role="search">
        {FIELDS.map((field) => (
          <TextInput
            key={field}
            size="xs"
            type={field === 'from' || field === 'to' ? 'date' : 'text'}
            label={said[field]}
            defaultValue={search[field] ?? ''}
            onBlur={(event) => set(field, event.currentTarget.value.trim())}
            onKeyDown={(event) => event.key === 'Enter' && set(field, event.currentTarget.value.trim())}
          />
        ))}
        <AsOf at={query.dataUpdatedAt} />
      </Group>
      {query.isPending && <Loading />}
      {query.isError && <Failed error={query.error} retry={query.refetch} />}
      {query.isSuccess && entries.length === 0 && <Empty title={said.empty} />}
      {entries.length > 0 && (
        <Table.ScrollContainer minWidth={820}>
          <Table verticalSpacing={4} fz="sm">
            <Table.Thead>
              <Table.Tr>
                {Object.values(said.columns).map((label) => (
                  <Table.Th key={label}>{label}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {entries.map((entry) => (
                <Table.Tr key={entry.entry}>
                  <Table.Td>
                    <time dateTime={entry.at}>{new Date(entry.at).toLocaleString()}</time>
                  </Table.Td>
                  <Table.Td>
                    {entry.name}
                    <Text size="xs" c="dimmed">
                      {entry.roles.join(', ')}
                    </Text>
                  </Table.Td>
                  <Table.Td>{entry.operation}</Table.Td>
                  <Table.Td>
                    <CasesShown caseIds={entry.caseIds} persons={entry.patientIds.length} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {query.hasNextPage && (
        <Button variant="subtle" size="xs" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {texts.queue.more}
        </Button>
      )}
    </Stack>
  );
}

function CasesShown({ caseIds, persons }: { readonly caseIds: readonly string[]; readonly persons: number }) {
  return (
    <Group gap={8}>
      {caseIds.length > LISTED
        ? said.cases(caseIds.length)
        : caseIds.map((caseId) => (
            <Anchor key={caseId} size="sm" renderRoot={(props) => <Link {...props} to="/cases/$caseId" params={{ caseId }} />}>
              {caseId.slice(0, 8)}
            </Anchor>
          ))}
      {persons > 0 && said.persons(persons)}
      {caseIds.length === 0 && persons === 0 && said.none}
    </Group>
  );
}
