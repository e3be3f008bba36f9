import { Badge, Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { AsOf } from '../shell/as-of.js';
import { dayText } from '../shell/moment.js';
import { Answer } from '../shell/states.js';
import { inWords, texts } from '../texts/texts.js';
import { Activated } from './activated.js';
import { Impact } from './impact.js';
import { type ReleaseInList, releaseQuery, releasesQuery } from './knowledge-queries.js';
import { ReleaseDiff } from './release-diff.js';
import { WaitingReports } from './waiting-reports.js';

const route = getRouteApi('/shell/knowledge');
const said = texts.knowledge.releases;

/** The knowledge releases; of the chosen one its pathway, what it says otherwise, and its way into force. */
export function Releases() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(releasesQuery);
  const [activated, setActivated] = useState<string>();
  return (
    <Answer query={query}>
      {({ releases }) => {
        const inForce = releases.find((release) => release.inForce);
        const chosen = releases.find(({ id }) => id === search.release) ?? inForce;
        return (
          <Stack gap="md">
            <AsOf at={query.dataUpdatedAt} />
            <Activated from={activated} />
            <Table verticalSpacing={4} fz="sm">
              <Table.Thead>
                <Table.Tr>
                  {Object.entries(said.columns).map(([column, label]) => (
                    <Table.Th key={column}>{label}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {releases.map((release) => (
                  <Table.Tr key={release.id} bg={release.id === chosen?.id ? 'var(--mantine-primary-color-light)' : undefined}>
                    <Table.Td fw={600}>{release.id}</Table.Td>
                    <Table.Td>{release.title}</Table.Td>
                    <Table.Td>{release.effectiveFrom}</Table.Td>
                    <Table.Td>{release.defaultEdition}</Table.Td>
                    <Table.Td>
                      <State release={release} />
                    </Table.Td>
                    <Table.Td ta="right">
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        aria-pressed={release.id === chosen?.id}
                        onClick={() => void navigate({ search: { ...search, release: release.id }, replace: true })}
                      >
                        {said.show}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            {releases.length === 1 && (
              <Text size="sm" c="dimmed">
                {said.only}
              </Text>
            )}
            {chosen !== undefined && !chosen.inForce && (
              <>
                <section aria-label={said.compare}>
                  <Title order={2} size="h5">
                    {said.compare}
                  </Title>
                  <ReleaseDiff id={chosen.id} />
                </section>
                <section aria-label={said.impact}>
                  <Title order={2} size="h5">
                    {said.impact}
                  </Title>
                  <Impact key={chosen.id} change={{ kind: 'release', release: chosen.id }} onActivated={setActivated} />
                </section>
                <WaitingReports of={chosen.id} onActivated={setActivated} />
              </>
            )}
            {chosen !== undefined && <Pathway id={chosen.id} />}
          </Stack>
        );
      }}
    </Answer>
  );
}

function State({ release }: { readonly release: ReleaseInList }) {
  return (
    <Group gap={6}>
      {release.inForce && (
        <Badge variant="light" color="teal" tt="none">
          {said.inForce}
        </Badge>
      )}
      <Text size="xs" c="dimmed">
        {release.inForceSince !== null && said.since(dayText(release.inForceSince))}
        {release.scheduledFor !== null && said.scheduled(release.scheduledFor)}
      </Text>
    </Group>
  );
}

/** The rows of the pathway of a release. */
function Pathway({ id }: { readonly id: string }) {
  const query = useQuery(releaseQuery(id));
  return (
    <section aria-label={said.pathway}>
      <Title order={2} size="h5">
        {said.pathway} {id}
      </Title>
      <Answer query={query}>
        {(release) => (
          <>
            <Text size="sm" c="dimmed">
              {release.basis} · {said.hash(release.contentHash)}
            </Text>
            <Table.ScrollContainer minWidth={900}>
              <Table verticalSpacing={4} fz="sm">
                <Table.Thead>
                  <Table.Tr>
                    {Object.values(said.rowColumns).map((label) => (
                      <Table.Th key={label}>{label}</Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {release.pathway.map((row) => (
                    <Table.Tr key={row.id}>
                      <Table.Td>{row.id}</Table.Td>
                      <Table.Td>{row.question}</Table.Td>
                      <Table.Td>{row.when.join('; ')}</Table.Td>
                      <Table.Td>
                        <Text size="sm" fw={600}>
                          {row.title}
                        </Text>
                        <Text size="xs" c="dimmed">
                          {inWords(row.step)}. {row.rationale}
                        </Text>
                      </Table.Td>
                      <Table.Td>{row.evidence.join(', ')}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </>
        )}
      </Answer>
    </section>
  );
}
