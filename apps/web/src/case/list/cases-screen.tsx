import { Anchor, Badge, Button, Group, NativeSelect, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useCallback } from 'react';
import { useLive } from '../../api/live.js';
import { hasRole, useSession } from '../../session/session.js';
import { AsOf } from '../../shell/as-of.js';
import { Empty, Failed, Loading } from '../../shell/states.js';
import { inWords, texts } from '../../texts/texts.js';
import { casesQuery } from './cases-query.js';
import type { CasesSearch } from './cases-search.js';
import { OpenCase } from './open-case.js';

const route = getRouteApi('/shell/cases');
const NOWRAP = { whiteSpace: 'nowrap' } as const;
const casesKey = () => ['cases'];
/** The vocabulary of facts is loaded for those who bring in files. */
const ImportFiles = lazy(() => import('../import/import-files.js').then(({ ImportFiles: component }) => ({ default: component })));

/** All cases of the site, whether they wait for the board or not; files of cases are brought in here. */
export function CasesScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const show = useCallback((next: CasesSearch) => void navigate({ search: next, replace: true }), [navigate]);
  useLive('cases', casesKey);
  const query = useInfiniteQuery(casesQuery(search));
  const mayImport = hasRole(useSession(), 'coordinator', 'clinician', 'chair');
  const find = useDebouncedCallback((value: string) => {
    const { search: _before, ...others } = search;
    show(value === '' ? others : { ...others, search: value });
  }, 250);
  const cases = query.data?.pages.flatMap((page) => page.cases) ?? [];
  const words = texts.case.list;
  return (
    <Stack gap="xs" p="md">
      <Group justify="space-between" align="baseline">
        <Title order={1} size="h3">
          {words.title}
        </Title>
        <AsOf at={query.dataUpdatedAt} />
      </Group>
      {mayImport && (
        <Suspense fallback={<Loading />}>
          <ImportFiles />
        </Suspense>
      )}
      {mayImport && <OpenCase />}
      <Group gap="xs" align="flex-end" role="search">
        <TextInput
          size="xs"
          type="search"
          label={words.search}
          defaultValue={search.search ?? ''}
          onChange={(event) => find(event.currentTarget.value.trim())}
        />
        <NativeSelect
          size="xs"
          label={texts.queue.order}
          value={search.order ?? 'changed'}
          onChange={(event) => show({ ...search, order: event.currentTarget.value === 'reference' ? 'reference' : 'changed' })}
          data={Object.entries(words.orders).map(([value, label]) => ({ value, label }))}
        />
      </Group>
      {query.isPending && <Loading />}
      {query.isError && <Failed error={query.error} retry={query.refetch} />}
      {query.isSuccess && cases.length === 0 && <Empty title={search.search === undefined ? words.empty : words.emptyFiltered} />}
      {cases.length > 0 && (
        <Table.ScrollContainer minWidth={860}>
          <Table highlightOnHover verticalSpacing={4} fz="sm">
            <Table.Thead>
              <Table.Tr>
                {Object.values(words.columns).map((label) => (
                  <Table.Th key={label}>{label}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {cases.map((one) => (
                <Table.Tr key={one.id}>
                  <Table.Td>
                    <Anchor component={Link} to={`/cases/${one.id}`} size="sm" fw={600}>
                      {one.reference}
                    </Anchor>{' '}
                    <Text span size="xs" c="dimmed">
                      {one.source}
                    </Text>
                  </Table.Td>
                  <Table.Td>{one.title}</Table.Td>
                  <Table.Td>{texts.case.patient(one.patient.sex, one.patient.ageYears)}</Table.Td>
                  <Table.Td style={NOWRAP}>{one.stage}</Table.Td>
                  <Table.Td>{one.nextStep === null ? '' : inWords(one.nextStep)}</Table.Td>
                  <Table.Td>{one.response}</Table.Td>
                  <Table.Td>
                    {one.alerts.length > 0 && (
                      <Badge size="sm" variant="light" color="orange" tt="none" title={one.alerts.map(inWords).join(', ')}>
                        {words.alerts(one.alerts.length)}
                      </Badge>
                    )}
                  </Table.Td>
                  <Table.Td style={NOWRAP}>{words.facts(one.facts, one.lastFactOn)}</Table.Td>
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
