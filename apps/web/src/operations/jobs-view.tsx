import { Alert, Button, Table, Text, Title } from '@mantine/core';
import { momentText } from '../shell/moment.js';
import { texts } from '../texts/texts.js';
import type { Jobs, useRetry } from './operations-queries.js';

const said = texts.operations;

/** How many jobs are in which state, and those that have failed. */
export const JobsView = ({
  jobs,
  failure,
  retry,
}: {
  readonly jobs: Jobs | null;
  readonly failure: string | null;
  readonly retry: ReturnType<typeof useRetry>['job'];
}) => (
  <section aria-label={said.jobs}>
    <Title order={2} size="h5">
      {said.jobs}
    </Title>
    <Text size="sm" c="dimmed" mb={4}>
      {said.jobsWhy}
    </Text>
    {jobs === null ? (
      <Alert color="orange" variant="light" title={said.jobsUnknown}>
        {failure}
      </Alert>
    ) : (
      <>
        <Text size="sm">{said.jobCounts(jobs.counts.waiting, jobs.counts.active, jobs.counts.delayed, jobs.counts.failed)}</Text>
        {jobs.failed.length === 0 ? <Text size="sm">{said.noFailedJobs}</Text> : <Failures failed={jobs.failed} retry={retry} />}
      </>
    )}
  </section>
);

const Failures = ({ failed, retry }: { readonly failed: Jobs['failed']; readonly retry: ReturnType<typeof useRetry>['job'] }) => (
  <Table.ScrollContainer minWidth={760}>
    <Table verticalSpacing={4} fz="sm" aria-label={said.failedJobs}>
      <Table.Thead>
        <Table.Tr>
          {Object.entries(said.jobColumns).map(([column, label]) => (
            <Table.Th key={column} aria-label={label === '' ? said.retry : undefined}>
              {label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {failed.map(({ id, name, error, attempts, failedAt }) => (
          <Table.Tr key={id}>
            <Table.Td>
              {name}
              <Text size="xs" c="dimmed">
                {id}
              </Text>
            </Table.Td>
            <Table.Td>{error}</Table.Td>
            <Table.Td>{attempts}</Table.Td>
            <Table.Td>
              <time dateTime={failedAt}>{momentText(failedAt)}</time>
            </Table.Td>
            <Table.Td>
              <Button
                size="compact-xs"
                variant="light"
                aria-label={said.retryJob(name, id)}
                disabled={retry.isPending}
                onClick={() => retry.mutate(id)}
              >
                {said.retry}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
);
