import { Alert, Anchor, Button, Group, Progress, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answered, api } from '../api/client.js';
import { verificationQuery } from '../audit/audit-queries.js';
import { Failed } from '../shell/states.js';
import { texts } from '../texts/texts.js';

const said = texts.patient.erasure;

/** Proves that the log is whole after an erasure, when somebody asks for it. */
export function Proof() {
  const client = useQueryClient();
  const query = useQuery(verificationQuery);
  const start = useMutation({
    mutationFn: () => answered(api.POST('/api/verification')),
    onSuccess: (found) => client.setQueryData(verificationQuery.queryKey, found),
  });
  const running = query.data?.running ?? null;
  const last = query.data?.last ?? null;
  // Only what was verified since says anything about this erasure.
  const isNew = start.isSuccess && running === null && last !== null && Date.parse(last.finishedAt) >= start.submittedAt;
  return (
    <section aria-label={said.proof}>
      <Title order={2} size="h5">
        {said.proof}
      </Title>
      <Text size="sm" c="dimmed" mb={4}>
        {said.proofWhy}
      </Text>
      {start.isError && <Failed error={start.error} />}
      {running !== null && (
        <Progress
          value={running.of === 0 ? 0 : (100 * running.events) / running.of}
          aria-label={said.verifying}
          aria-valuetext={said.verifying}
          mb="xs"
        />
      )}
      {isNew && (
        <Alert color={last.holds ? 'teal' : 'red'} variant="light" role="status" mb="xs">
          {last.holds ? said.holds(last.streams, last.events) : said.broken}
        </Alert>
      )}
      <Group gap="md">
        <Button size="xs" variant="default" loading={start.isPending || running !== null} onClick={() => start.mutate()}>
          {said.verify}
        </Button>
        <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/audit" search={{ tab: 'verification' }} />}>
          {said.toAudit}
        </Anchor>
      </Group>
    </section>
  );
}
