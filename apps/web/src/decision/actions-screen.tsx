import { Anchor, Badge, Button, Checkbox, Group, NativeSelect, Stack, Table, Text, Title } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { answered, api } from '../api/client.js';
import { newestPosition, useLive } from '../api/live.js';
import type { components } from '../api/schema.js';
import { boardQuery } from '../case/case-queries.js';
import { patiently } from '../meeting/meeting-queries.js';
import { hasRole, useSession } from '../session/session.js';
import { AsOf } from '../shell/as-of.js';
import { DISCIPLINES } from '../shell/disciplines.js';
import { LongText } from '../shell/long-text.js';
import { Answer, Empty, Failed, Loading } from '../shell/states.js';
import { useKeptFocus } from '../shell/use-kept-focus.js';
import { inWords, texts } from '../texts/texts.js';
import type { ActionsSearch } from './decision-search.js';
import { ReportAction } from './report-action.js';

const route = getRouteApi('/shell/actions');
const said = texts.decision.actions;

/** Something that a decision asks of somebody. */
export type OwedAction = components['schemas']['Actions']['actions'][number];

const actionsKeyOf = () => ['actions'];

const actionsQuery = ({ state = 'open', ...search }: ActionsSearch) =>
  infiniteQueryOptions({
    queryKey: ['actions', state, search],
    queryFn: ({ pageParam }) => {
      const atLeast = newestPosition('cases');
      const query = {
        ...(search.overdue === true ? { overdue: 'true' as const } : {}),
        ...(search.owner === undefined ? {} : { owner: search.owner }),
        state,
        limit: 100,
        ...(pageParam === null ? {} : { after: pageParam }),
        ...(atLeast === undefined ? {} : { atLeast }),
      };
      return answered(api.GET('/api/actions', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
    retry: patiently,
  });

const COLORS: Readonly<Record<OwedAction['state'], string>> = {
  open: 'blue',
  done: 'teal',
  partly: 'yellow',
  'not-done': 'orange',
  superseded: 'gray',
};

/** Who owes what by when, and how far it was done. */
export function ActionsScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const session = useSession();
  const listens = useLive('cases', actionsKeyOf);
  const query = useInfiniteQuery({ ...actionsQuery(search), enabled: listens });
  const [reported, setReported] = useState<OwedAction | null>(null);
  const rows = useRef<HTMLTableSectionElement>(null);
  const kept = useKeptFocus(rows, 'a');
  const actions = query.data?.pages.flatMap((page) => page.actions) ?? [];
  const me = `account:${session.account}`;
  const mayReport = hasRole(session, 'coordinator', 'clinician', 'chair');
  const show = (part: { readonly [Field in keyof ActionsSearch]?: ActionsSearch[Field] | undefined }): void => {
    const next = Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined));
    void navigate({ search: next, replace: true });
  };
  return (
    <Stack gap="xs" p="md">
      <Group justify="space-between" align="flex-end">
        <Group align="baseline" gap="md">
          <Title order={1} size="h3">
            {said.title}
          </Title>
          <AsOf at={query.dataUpdatedAt} />
        </Group>
        <Group gap="sm" align="flex-end" role="search">
          <NativeSelect
            size="xs"
            label={said.owner}
            value={search.owner ?? ''}
            onChange={(event) => show({ owner: event.currentTarget.value === '' ? undefined : event.currentTarget.value })}
            data={[
              { value: '', label: said.anybody },
              { value: me, label: said.mine },
              ...DISCIPLINES.map((value) => ({ value, label: inWords(value) })),
            ]}
          />
          <NativeSelect
            size="xs"
            label={said.state}
            value={search.state ?? 'open'}
            onChange={(event) => void navigate({ search: { ...search, state: stateOf(event.currentTarget.value) }, replace: true })}
            data={Object.entries(said.states).map(([value, label]) => ({ value, label }))}
          />
          <Checkbox
            size="xs"
            pb={8}
            label={said.overdueOnly}
            checked={search.overdue === true}
            onChange={(event) => show({ overdue: event.currentTarget.checked ? true : undefined })}
          />
        </Group>
      </Group>
      {query.isPending && <Loading />}
      {query.isError && <Failed error={query.error} retry={query.refetch} />}
      {query.isSuccess && actions.length === 0 && <Empty title={Object.keys(search).length > 0 ? said.emptyFiltered : said.empty} />}
      {actions.length > 0 && (
        <Table.ScrollContainer minWidth={820}>
          <Table verticalSpacing={4} highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                {[said.columns.due, said.columns.case, said.columns.what, said.columns.owner, said.columns.state, said.columns.report].map(
                  (label) => (
                    <Table.Th key={label}>{label}</Table.Th>
                  ),
                )}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody ref={rows} {...kept}>
              {actions.map((action) => (
                <ActionRow
                  key={`${action.decisionId} ${action.actionId}`}
                  action={action}
                  me={me}
                  {...(mayReport && action.state !== 'superseded' ? { report: () => setReported(action) } : {})}
                />
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
      {reported !== null && <ReportAction action={reported} close={() => setReported(null)} />}
    </Stack>
  );
}

const stateOf = (value: string): OwedAction['state'] =>
  (Object.keys(said.states) as OwedAction['state'][]).find((state) => state === value) ?? 'open';

function ActionRow({ action, me, report }: { readonly action: OwedAction; readonly me: string; readonly report?: () => void }) {
  const { owner } = action;
  const { caseId, decisionId } = action;
  const { ref, inViewport } = useInViewport<HTMLTableRowElement>();
  return (
    <Table.Tr ref={ref}>
      <Table.Td>
        <time dateTime={action.dueOn}>{action.dueOn}</time>
        {action.isOverdue && (
          <Badge ml={6} color="red" size="xs" variant="filled" tt="none">
            {said.overdue}
          </Badge>
        )}
      </Table.Td>
      <Table.Td>
        <Anchor size="sm" fw={600} renderRoot={(props) => <Link {...props} to="/cases/$caseId" params={{ caseId }} />}>
          {action.reference ?? texts.meeting.unknownCase}
        </Anchor>
        <Anchor
          size="xs"
          ml={8}
          renderRoot={(props) => <Link {...props} to="/audit/decisions/$caseId/$decisionId" params={{ caseId, decisionId }} />}
        >
          {said.decision}
        </Anchor>
      </Table.Td>
      <Table.Td maw={420}>
        <What action={action} isSeen={inViewport} />
      </Table.Td>
      <Table.Td>{'account' in owner ? (owner.account === me ? said.mine : owner.account) : inWords(owner.discipline)}</Table.Td>
      <Table.Td>
        <Badge variant="light" color={COLORS[action.state]} tt="none">
          {said.states[action.state]}
        </Badge>
        {action.reason !== null && (
          <Text span size="xs" c="dimmed" ml={6}>
            {inWords(action.reason)}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {report !== undefined && (
          <Button size="compact-xs" variant="light" onClick={report}>
            {said.report}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** What is owed. It is protected in its case, and asked for there as soon as somebody sees the row. */
function What({ action: { caseId, decisionId, actionId }, isSeen }: { readonly action: OwedAction; readonly isSeen: boolean }) {
  const board = useQuery({ ...boardQuery(caseId), enabled: isSeen, refetchInterval: false });
  // Not as large as on a screen: until it is there, a row is as high as it will be.
  if (board.isPending) {
    return (
      <Text size="sm" c="dimmed">
        {isSeen ? texts.states.loading : said.unseen}
      </Text>
    );
  }
  return (
    <Answer query={board}>
      {({ decisions }) => {
        const decision = decisions.find((one) => one.decisionId === decisionId);
        return (
          <Text size="sm" component="div">
            <LongText>{decision?.actions.find((one) => one.actionId === actionId)?.what ?? ''}</LongText>
          </Text>
        );
      }}
    </Answer>
  );
}
