import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { isServiceProblem } from '../api/problem.js';
import { texts } from '../texts/texts.js';

/** What stands where something is still on its way. */
export const Loading = () => (
  <Group justify="center" p="xl" role="status" aria-live="polite">
    <Loader size="sm" />
    <Text size="sm">{texts.states.loading}</Text>
  </Group>
);

/** What stands where there is nothing, and what to do about it. */
export const Empty = ({ title, children }: { readonly title: string; readonly children?: ReactNode }) => (
  <Stack align="center" p="xl" gap="xs">
    <Text fw={600}>{title}</Text>
    {children}
  </Stack>
);

/** What stands where something could not be shown: why, what was wrong, and how to try again. */
export function Failed({ error, retry }: { readonly error: unknown; readonly retry?: () => unknown }) {
  const problem = isServiceProblem(error) ? error.document : undefined;
  return (
    <Alert color="red" variant="light" role="alert" title={problem?.title ?? texts.states.failed} m="md">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{problem?.detail ?? (error instanceof Error ? error.message : '')}</Text>
        {problem?.faults?.map(({ path, message }) => (
          <Text size="sm" key={`${path} ${message}`}>
            <code>{path}</code> {message}
          </Text>
        ))}
        {retry !== undefined && (
          <Button size="xs" variant="light" color="red" onClick={() => retry()}>
            {texts.states.retry}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** What a question shows until it is answered, when it failed, and then. */
export function Answer<Data>({
  query,
  children,
}: {
  readonly query: { readonly data: Data | undefined; readonly error: unknown; readonly refetch: () => unknown };
  readonly children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <Failed error={query.error} retry={query.refetch} />;
  return <Loading />;
}
