import { Anchor, Badge, Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useLive } from '../api/live.js';
import { codeOf, OVERRIDE_REASONS } from '../decision/codes.js';
import { releasesQuery } from '../knowledge/knowledge-queries.js';
import { AsOf } from '../shell/as-of.js';
import { Empty, Failed, Loading } from '../shell/states.js';
import { inWords, texts } from '../texts/texts.js';
import { type DecisionInList, decisionsQuery } from './audit-queries.js';
import type { AuditSearch } from './audit-search.js';

const route = getRouteApi('/shell/audit');
const said = texts.audit.decisions;
const STATES = ['standing', 'needs-review', 'superseded'] as const;
const COLORS = { standing: 'teal', 'needs-review': 'orange', superseded: 'gray' } as const;
const decisionsKeyOf = () => ['decisions'];

/** The decisions of the board, each with the way to its dossier and to what hindsight says. */
export function DecisionList() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const listens = useLive('cases', decisionsKeyOf);
  const query = useInfiniteQuery({ ...decisionsQuery(search), enabled: listens });
  const decisions = query.data?.pages.flatMap((page) => page.decisions) ?? [];
  const set = (field: 'state' | 'overrideReason' | 'release', value: string): void => {
    const { [field]: _before, ...rest } = search;
    void navigate({ search: value === '' ? rest : ({ ...rest, [field]: value } as AuditSearch), replace: true });
  };
  const releases = useQuery(releasesQuery).data?.releases.map(({ id }) => id) ?? [];
  const any = { value: '', label: texts.audit.any };
  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-end" role="search">
        <NativeSelect
          size="xs"
          label={said.state}
          value={search.state ?? ''}
          onChange={(event) => set('state', event.currentTarget.value)}
          data={[any, ...STATES.map((value) => ({ value, label: said.states[value] }))]}
        />
        <NativeSelect
          size="xs"
          label={said.overrideReason}
          value={search.overrideReason === undefined ? '' : codeOf(OVERRIDE_REASONS, search.overrideReason)}
          onChange={(event) => set('overrideReason', event.currentTarget.value)}
          data={[any, ...OVERRIDE_REASONS.map((value) => ({ value, label: inWords(value) }))]}
        />
        <NativeSelect
          size="xs"
          label={said.release}
          value={search.release ?? ''}
          onChange={(event) => set('release', event.currentTarget.value)}
          data={[any, ...new Set([...(search.release === undefined ? [] : [search.release]), ...releases])]}
        />
        <AsOf at={query.dataUpdatedAt} />
      </Group>
      {query.isPending && <Loading />}
      {query.isError && <Failed error={query.error} retry={query.refetch} />}
      {query.isSuccess && decisions.length === 0 && (
        <Empty title={(search.state ?? search.overrideReason ?? search.release) ? said.emptyFiltered : said.empty} />
      )}
      {decisions.length > 0 && (
        <Table.ScrollContainer minWidth={780}>
          <Table verticalSpacing={4} highlightOnHover fz="sm">
            <Table.Thead>
              <Table.Tr>
                {Object.values(said.columns).map((label) => (
                  <Table.Th key={label}>{label}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {decisions.map((decision) => (
                <DecisionRow key={decision.decisionId} decision={decision} />
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

function DecisionRow({ decision }: { readonly decision: DecisionInList }) {
  const { caseId, decisionId, step, proposed } = decision;
  return (
    <Table.Tr>
      <Table.Td>
        <time dateTime={decision.recordedAt}>{decision.on}</time>
      </Table.Td>
      <Table.Td>
        <Anchor size="sm" fw={600} renderRoot={(props) => <Link {...props} to="/cases/$caseId" params={{ caseId }} />}>
          {decision.reference ?? texts.meeting.unknownCase}
        </Anchor>
      </Table.Td>
      <Table.Td>{inWords(step)}</Table.Td>
      <Table.Td>
        {step === proposed ? (
          <Text c="dimmed" size="sm">
            {said.asProposed}
          </Text>
        ) : (
          inWords(proposed)
        )}
      </Table.Td>
      <Table.Td>
        <Badge variant="light" color={COLORS[decision.state]} tt="none">
          {said.states[decision.state]}
        </Badge>
        {decision.provisional && (
          <Badge ml={4} variant="outline" color="orange" tt="none">
            {said.provisional}
          </Badge>
        )}
        {decision.reviewTrigger !== null && (
          <Text size="xs" c="dimmed">
            {inWords(decision.reviewTrigger)}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{decision.overrideReason === null ? '' : inWords(decision.overrideReason)}</Table.Td>
      <Table.Td>
        {decision.signatures}
        {decision.dissents > 0 && (
          <Badge ml={6} variant="outline" color="grape" tt="none">
            {said.dissents(decision.dissents)}
          </Badge>
        )}
      </Table.Td>
      <Table.Td>{decision.release}</Table.Td>
      <Table.Td>
        <Group gap="sm" wrap="nowrap">
          <Anchor
            size="sm"
            renderRoot={(props) => <Link {...props} to="/audit/decisions/$caseId/$decisionId" params={{ caseId, decisionId }} />}
          >
            {said.dossier}
          </Anchor>
          <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/audit/hindsight/$decisionId" params={{ decisionId }} />}>
            {said.hindsight}
          </Anchor>
          {decision.meetingId !== null && <MeetingLink meetingId={decision.meetingId} />}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

const MeetingLink = ({ meetingId }: { readonly meetingId: string }) => (
  <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/audit/meetings/$meetingId" params={{ meetingId }} />}>
    {said.meeting}
  </Anchor>
);
