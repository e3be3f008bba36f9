import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { answered, api } from '../api/client.js';
import { Answer } from '../shell/states.js';

const route = getRouteApi('/shell/cases/$caseId');

/** One case: what is known of it, what that amounts to, and what the board made of it. */
export function CaseScreen() {
  const { caseId } = route.useParams();
  const query = useQuery({
    queryKey: ['case', caseId],
    queryFn: () => answered(api.GET('/api/cases/{id}', { params: { path: { id: caseId } } })),
  });
  return (
    <Answer query={query}>
      {(shown) => (
        <Stack p="md">
          <Title order={1} size="h3">
            {shown.reference}
          </Title>
        </Stack>
      )}
    </Answer>
  );
}
