import { Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState } from 'react';
import { useLive } from '../../api/live.js';
import { STEPS } from '../../decision/codes.js';
import { hasRole, useSession } from '../../session/session.js';
import { AsOf } from '../../shell/as-of.js';
import { Empty, Failed, Loading } from '../../shell/states.js';
import { useKeys } from '../../shell/use-keys.js';
import { useOpener } from '../../shell/use-opener.js';
import { useSearchBox } from '../../shell/use-search-box.js';
import { inWords, texts } from '../../texts/texts.js';
import { casesQuery } from './cases-query.js';
import type { CasesSearch } from './cases-search.js';
import { CasesTable } from './cases-table.js';
import { OpenCase } from './open-case.js';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What is searched for in the list of cases: words of a title may be of a patient, so they are in no address. */
    readonly caseWords?: string;
  }
}

const route = getRouteApi('/shell/cases');
const casesKey = () => ['cases'];
/** The vocabulary of facts is loaded for those who bring in files. */
const ImportFiles = lazy(() => import('../import/import-files.js').then(({ ImportFiles: component }) => ({ default: component })));

/** All cases of the site, whether they wait for the board or not; files of cases are brought in here. */
export function CasesScreen() {
  const search = route.useSearch();
  const caseWords = useLocation({ select: ({ state }) => state.caseWords ?? '' });
  const navigate = route.useNavigate();
  const show = (next: CasesSearch, words: string): void =>
    void navigate({ search: next, state: words === '' ? {} : { caseWords: words }, replace: true });
  const listens = useLive('cases', casesKey);
  const query = useInfiniteQuery({ ...casesQuery(search, caseWords), enabled: listens });
  const mayImport = hasRole(useSession(), 'coordinator', 'clinician', 'chair');
  const searchBox = useSearchBox(caseWords, (words) => show(search, words));
  const box = useRef<HTMLInputElement>(null);
  const [isOpening, setOpening] = useState(false);
  const opener = useOpener(isOpening);
  useKeys({ '/': () => box.current?.focus(), n: () => mayImport && setOpening(true) });
  const cases = query.data?.pages.flatMap((page) => page.cases) ?? [];
  const { order = 'changed', ...filters } = search;
  const isFiltered = caseWords !== '' || Object.keys(filters).length > 0;
  const words = texts.case.list;
  const clear = (): void => show({}, '');
  return (
    <Stack gap="xs" p="md">
      <Group justify="space-between" align="baseline">
        <Group align="baseline" gap="md">
          <Title order={1} size="h3">
            {words.title}
          </Title>
          <AsOf at={query.dataUpdatedAt} />
        </Group>
        {mayImport && !isOpening && (
          <Button ref={opener} size="xs" onClick={() => setOpening(true)}>
            {texts.case.opening.open}
          </Button>
        )}
      </Group>
      {isOpening && <OpenCase cancel={() => setOpening(false)} />}
      {mayImport && (
        <Suspense fallback={<Loading />}>
          <ImportFiles />
        </Suspense>
      )}
      <Group gap="xs" align="flex-end" role="search">
        <TextInput ref={box} size="xs" w={240} type="search" label={words.search} maxLength={200} {...searchBox} />
        <NativeSelect
          size="xs"
          label={words.columns.step}
          value={search.nextStep ?? ''}
          onChange={(event) => {
            const { nextStep: _before, ...others } = search;
            const step = STEPS.find((one) => one === event.currentTarget.value);
            show(step === undefined ? others : { ...others, nextStep: step }, caseWords);
          }}
          data={[{ value: '', label: texts.queue.any }, ...STEPS.map((value) => ({ value, label: inWords(value) }))]}
        />
      </Group>
      {query.isPending && <Loading />}
      {query.isError && <Failed error={query.error} retry={query.refetch} />}
      {query.isSuccess && cases.length === 0 && (
        <Empty title={isFiltered ? words.emptyFiltered : words.empty}>
          {isFiltered && (
            <Button variant="light" size="xs" onClick={clear}>
              {texts.queue.clear}
            </Button>
          )}
        </Empty>
      )}
      {cases.length > 0 && (
        <CasesTable
          cases={cases}
          order={order}
          sort={(next) => show(next === 'changed' ? filters : { ...filters, order: next }, caseWords)}
        />
      )}
      {query.hasNextPage && (
        <Button variant="subtle" size="xs" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {texts.queue.more}
        </Button>
      )}
      <Text size="xs" c="dimmed">
        {texts.shell.keys.hint}
      </Text>
    </Stack>
  );
}
