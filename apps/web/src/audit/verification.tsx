import { Alert, Badge, Button, Code, Group, Paper, Progress, Stack, Table, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../api/client.js';
import type { components } from '../api/schema.js';
import { useSession } from '../session/session.js';
import { AsOf } from '../shell/as-of.js';
import { momentText } from '../shell/moment.js';
import { Answer, Failed, Loading } from '../shell/states.js';
import { inWords, texts } from '../texts/texts.js';
import { anchorsQuery, verificationQuery } from './audit-queries.js';

type Found = components['schemas']['Verification'];
const said = texts.audit.verification;

/** Whether the record is whole: what the last verification found, and one more when it is wanted. */
export function Verification() {
  const client = useQueryClient();
  const query = useQuery(verificationQuery);
  const start = useMutation({
    mutationFn: () => answered(api.POST('/api/verification')),
    onSuccess: (found) => client.setQueryData(verificationQuery.queryKey, found),
  });
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h5">
            {said.title}
          </Title>
          <Text size="sm" c="dimmed">
            {said.why}
          </Text>
        </div>
        <Group gap="sm">
          <AsOf at={query.dataUpdatedAt} />
          <Button size="xs" loading={start.isPending} disabled={query.data?.running != null} onClick={() => start.mutate()}>
            {said.start}
          </Button>
        </Group>
      </Group>
      {start.isError && <Failed error={start.error} />}
      <Answer query={query}>
        {({ running, last, failure }) => (
          <>
            {running !== null && <Running running={running} />}
            {failure !== null && (
              <Alert color="red" variant="light" role="alert" title={said.failed}>
                {failure}
              </Alert>
            )}
            {last === null ? running === null && <Text size="sm">{said.never}</Text> : <Last last={last} />}
          </>
        )}
      </Answer>
      <Anchors />
    </Stack>
  );
}

function Running({ running: { step, events, of } }: { readonly running: NonNullable<Found['running']> }) {
  return (
    <Paper withBorder p="sm" role="status">
      <Text size="sm">
        {said.running(said.steps[step])} · {said.progress(events, of)}
      </Text>
      <Progress value={of === 0 ? 0 : (100 * events) / of} aria-label={said.steps[step]} mt={4} />
    </Paper>
  );
}

function Last({ last }: { readonly last: NonNullable<Found['last']> }) {
  const { account } = useSession();
  const isMine = last.actor === account || last.actor === `account:${account}`;
  return (
    <Stack gap="xs">
      <Alert color={last.holds ? 'teal' : 'red'} variant="light" title={last.holds ? said.holds : said.broken}>
        <Text size="sm">{said.lastAt(momentText(last.finishedAt), isMine ? said.you : last.actor)}</Text>
        <Text size="sm">{said.read(last.streams, last.events, last.assessments, last.anchors)}</Text>
        {last.eventsSinceAnchor > 0 && <Text size="sm">{said.sinceAnchor(last.eventsSinceAnchor)}</Text>}
      </Alert>
      {last.faults.length > 0 && (
        <section aria-label={said.faults}>
          <Title order={3} size="h6">
            {said.faults}
          </Title>
          <Table verticalSpacing={2} fz="sm">
            <Table.Thead>
              <Table.Tr>
                {Object.values(said.faultColumns).map((label) => (
                  <Table.Th key={label}>{label}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {last.faults.map(({ found, fault, anchor, streamId, streamVersion, message }) => (
                <Table.Tr key={`${found} ${fault} ${anchor} ${streamId} ${streamVersion}`}>
                  <Table.Td>{found}</Table.Td>
                  <Table.Td>{streamId === null ? anchor : `${streamId} ${streamVersion ?? ''}`}</Table.Td>
                  <Table.Td>
                    {inWords(fault)}: {message}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      )}
    </Stack>
  );
}

function Anchors() {
  const query = useInfiniteQuery(anchorsQuery);
  const anchors = query.data?.pages.flatMap((page) => page.anchors) ?? [];
  const trusted = new Set(query.data?.pages[0]?.trusted ?? []);
  return (
    <section aria-label={said.anchors}>
      <Title order={2} size="h5">
        {said.anchors}
      </Title>
      <Text size="sm" c="dimmed" mb={4}>
        {said.anchorsWhy}
      </Text>
      {query.isPending && <Loading />}
      {query.isError && <Failed error={query.error} retry={query.refetch} />}
      {query.isSuccess && anchors.length === 0 && <Text size="sm">{said.noAnchors}</Text>}
      {anchors.length > 0 && (
        <Table.ScrollContainer minWidth={900}>
          <Table verticalSpacing={2} fz="sm">
            <Table.Thead>
              <Table.Tr>
                {Object.values(said.anchorColumns).map((label) => (
                  <Table.Th key={label}>{label}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {anchors.map(({ number, madeAt, hash, fingerprint, heads }) => (
                <Table.Tr key={number}>
                  <Table.Td>{number}</Table.Td>
                  <Table.Td>
                    <time dateTime={madeAt}>{momentText(madeAt)}</time>
                  </Table.Td>
                  <Table.Td>
                    <Code>{hash}</Code>
                  </Table.Td>
                  <Table.Td>
                    <Badge variant="light" color={trusted.has(fingerprint) ? 'teal' : 'red'} tt="none" title={fingerprint}>
                      {trusted.has(fingerprint) ? said.trusted : said.notTrusted}
                    </Badge>
                  </Table.Td>
                  <Table.Td>{heads}</Table.Td>
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
    </section>
  );
}
