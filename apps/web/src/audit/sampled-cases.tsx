import { Anchor, Badge, Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useLive } from '../api/live.js';
import { hasRole, useSession } from '../session/session.js';
import { AsOf } from '../shell/as-of.js';
import { Empty, Failed, Loading } from '../shell/states.js';
import { useKeptFocus } from '../shell/use-kept-focus.js';
import { inWords, texts } from '../texts/texts.js';
import { type Sample, samplesQuery } from './audit-queries.js';
import { SAMPLE_STATES, type SampleState } from './audit-search.js';
import { FindingBadge } from './finding-badge.js';
import { type Audited, RecordAudit } from './record-audit.js';

const route = getRouteApi('/shell/audit');
const said = texts.audit.samples;
const COLORS: Readonly<Record<SampleState, string>> = { undecided: 'gray', 'to-audit': 'orange', audited: 'teal' };
const keyOf = () => ['decisions', 'samples'];

/** The cases that were decided without discussion, and whether somebody has looked whether that was right. */
export function SampledCases() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const listens = useLive('cases', keyOf);
  const query = useInfiniteQuery({ ...samplesQuery(search), enabled: listens });
  const [audited, setAudited] = useState<Audited | null>(null);
  const rows = useRef<HTMLTableSectionElement>(null);
  const kept = useKeptFocus(rows, 'a');
  const samples = query.data?.pages.flatMap((page) => page.samples) ?? [];
  const show = (value: string): void => {
    const { sample: _before, ...rest } = search;
    const sample = SAMPLE_STATES.find((one) => one === value);
    void navigate({ search: sample === undefined ? rest : { ...rest, sample }, replace: true });
  };
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {said.why}
      </Text>
      <Group gap="xs" align="flex-end" role="search">
        <NativeSelect
          size="xs"
          label={said.state}
          value={search.sample ?? ''}
          onChange={(event) => show(event.currentTarget.value)}
          data={[{ value: '', label: texts.audit.any }, ...SAMPLE_STATES.map((value) => ({ value, label: said.states[value] }))]}
        />
        <AsOf at={query.dataUpdatedAt} />
      </Group>
      {query.isPending && <Loading />}
      {query.isError && <Failed error={query.error} retry={query.refetch} />}
      {query.isSuccess && samples.length === 0 && <Empty title={search.sample === undefined ? said.empty : said.emptyFiltered} />}
      {samples.length > 0 && (
        <Table.ScrollContainer minWidth={780}>
          <Table verticalSpacing={4} highlightOnHover fz="sm">
            <Table.Thead>
              <Table.Tr>
                {Object.values(said.columns).map((label) => (
                  <Table.Th key={label}>{label}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody ref={rows} {...kept}>
              {samples.map((sample) => (
                <SampleRow key={sample.itemId} sample={sample} record={setAudited} />
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
      {audited !== null && <RecordAudit of={audited} close={() => setAudited(null)} />}
    </Stack>
  );
}

function SampleRow({ sample, record }: { readonly sample: Sample; readonly record: (of: Audited) => void }) {
  const mayAudit = hasRole(useSession(), 'auditor');
  const { caseId, decisionId, meetingId, state } = sample;
  const reference = sample.reference ?? texts.meeting.unknownCase;
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor size="sm" underline="always" renderRoot={(props) => <Link {...props} to="/meetings/$meetingId" params={{ meetingId }} />}>
          {sample.meetingOn}
        </Anchor>{' '}
        {sample.meetingTitle}
      </Table.Td>
      <Table.Td>
        <Anchor size="sm" fw={600} renderRoot={(props) => <Link {...props} to="/cases/$caseId" params={{ caseId }} />}>
          {reference}
        </Anchor>
      </Table.Td>
      <Table.Td>{sample.step !== null && inWords(sample.step)}</Table.Td>
      <Table.Td>
        <Badge variant="light" color={COLORS[state]} tt="none">
          {said.states[state]}
        </Badge>
      </Table.Td>
      <Table.Td>
        {sample.finding !== null && <FindingBadge finding={sample.finding} />}
        {sample.auditedBy !== null && sample.auditedOn !== null && (
          <Text size="xs" c="dimmed">
            {said.by(sample.auditedBy, sample.auditedOn)}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {decisionId !== null && (
          <Group gap="sm" wrap="nowrap">
            <Anchor
              size="sm"
              renderRoot={(props) => <Link {...props} to="/audit/decisions/$caseId/$decisionId" params={{ caseId, decisionId }} />}
            >
              {texts.audit.decisions.dossier}
            </Anchor>
            {mayAudit && (
              <Button
                size="compact-xs"
                variant={state === 'audited' ? 'subtle' : 'light'}
                aria-label={state === 'audited' ? said.recordAgainOf(reference) : said.recordOf(reference)}
                onClick={() => record({ caseId, decisionId, reference })}
              >
                {state === 'audited' ? said.recordAgain : said.record}
              </Button>
            )}
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
