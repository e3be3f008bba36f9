import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { hasRole, useSession } from '../session/session.js';
import { AsOf } from '../shell/as-of.js';
import { Answer, Failed } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { DeadLetters } from './dead-letters.js';
import { Followers } from './followers.js';
import { JobsView } from './jobs-view.js';
import { operationsQuery, useRetry } from './operations-queries.js';
import { Parts } from './parts.js';

const said = texts.operations;

/** How the service is doing, for whoever runs it. */
export function OperationsScreen() {
  const mayLook = hasRole(useSession(), 'administrator');
  const query = useQuery({ ...operationsQuery, enabled: mayLook });
  const retry = useRetry();
  if (!mayLook) {
    return (
      <Alert m="md" color="orange" variant="light">
        {texts.states.notAllowed}
      </Alert>
    );
  }
  const isTried = retry.job.isSuccess || retry.deadLetter.isSuccess;
  return (
    <Stack gap="md" p="md">
      <Group gap="md" align="baseline">
        <Title order={1} size="h3">
          {said.title}
        </Title>
        <AsOf at={query.dataUpdatedAt} />
        <Text size="xs" c="dimmed">
          {said.refreshed}
        </Text>
      </Group>
      {query.data !== undefined && query.isError && <Failed error={query.error} retry={query.refetch} />}
      {retry.job.isError && <Failed error={retry.job.error} />}
      {retry.deadLetter.isError && <Failed error={retry.deadLetter.error} />}
      {isTried && (
        <Text size="sm" role="status">
          {said.triedAgain}
        </Text>
      )}
      <Answer query={query}>
        {(now) => (
          <>
            <Parts now={now} />
            <Followers followers={now.subscriptions} />
            <DeadLetters letters={now.deadLetters} retry={retry.deadLetter} />
            <JobsView jobs={now.jobs} failure={now.jobsFailure} retry={retry.job} />
          </>
        )}
      </Answer>
    </Stack>
  );
}
