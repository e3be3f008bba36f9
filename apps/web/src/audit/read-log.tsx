import { Anchor, Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { AsOf } from '../shell/as-of.js';
import { DayField } from '../shell/day-field.js';
import { readDay } from '../shell/day-text.js';
import { momentText } from '../shell/moment.js';
import { Empty, Failed, Loading } from '../shell/states.js';
import { useTyped } from '../shell/use-typed.js';
import { inWords, texts } from '../texts/texts.js';
import { readLogQuery } from './audit-queries.js';
import type { AuditSearch } from './audit-search.js';
import { CaseFilter } from './case-filter.js';
import { fieldWords } from './value-text.js';

const route = getRouteApi('/shell/audit');
const said = texts.audit.readLog;
const DAYS = ['from', 'to'] as const satisfies readonly (keyof AuditSearch)[];

/** Whose reading. */
function AccountFilter({ account, onChange }: { readonly account: string; readonly onChange: (account: string) => void }) {
  const [typed, setTyped] = useTyped(account);
  return (
    <TextInput
      size="xs"
      w={220}
      label={said.account}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => onChange(typed.trim())}
      onKeyDown={(event) => event.key === 'Enter' && onChange(typed.trim())}
    />
  );
}

/** More cases than this are counted, not listed. */
const LISTED = 3;

/** Who was shown which case. */
export function ReadLog() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(readLogQuery(search));
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  const set = (field: 'caseId' | 'account' | (typeof DAYS)[number], value: string): void => {
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
        <CaseFilter caseId={search.caseId ?? ''} onChange={(caseId) => set('caseId', caseId)} />
        <AccountFilter account={search.account ?? ''} onChange={(account) => set('account', account)} />
        {DAYS.map((field) => (
          <DayField
            key={field}
            size="xs"
            w={150}
            label={said[field]}
            value={search[field] ?? ''}
            onChange={(day) => (day === '' || readDay(day) === day) && set(field, day)}
          />
        ))}
        <AsOf at={query.dataUpdatedAt} />
      </Group>
      {query.isPending && <Loading />}
      {query.isError && <Failed error={query.error} retry={query.refetch} />}
      {query.isSuccess && entries.length === 0 && <Empty title={said.empty} />}
      {entries.length > 0 && (
        <Table.ScrollContainer minWidth={760}>
          <Table verticalSpacing={2} fz="sm">
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
                    <time dateTime={entry.at}>{momentText(entry.at)}</time>
                  </Table.Td>
                  <Table.Td>
                    <Anchor
                      size="sm"
                      underline="always"
                      title={said.onlyOf(entry.name)}
                      renderRoot={(props) => <Link {...props} to="/audit" search={{ ...search, account: entry.actor }} />}
                    >
                      {entry.name}
                    </Anchor>{' '}
                    <Text span size="xs" c="dimmed">
                      {entry.roles.map(inWords).join(', ')}
                    </Text>
                  </Table.Td>
                  <Table.Td>{fieldWords(entry.operation)}</Table.Td>
                  <Table.Td>
                    <CasesShown caseIds={[...new Set(entry.caseIds)]} persons={entry.patientIds.length} />
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
