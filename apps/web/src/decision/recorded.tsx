import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { operations } from '../api/schema.js';
import { texts } from '../texts/texts.js';

type Answer = operations['recordDecision']['responses'][201]['content']['application/json'];

/** That the decision is recorded, and where to go from there. */
export function Recorded({
  caseId,
  meetingId,
  recorded: { decisionId, board },
}: {
  readonly caseId: string;
  readonly meetingId: string | undefined;
  readonly recorded: Pick<Answer, 'decisionId' | 'board'>;
}) {
  const said = texts.decision;
  return (
    <Stack p="md" maw={640}>
      <Alert color="teal" variant="light" role="status" title={`✓ ${said.done.title}`}>
        <Stack gap="xs">
          {board.decision?.provisional === true && <Text size="sm">{said.done.provisional}</Text>}
          <Group gap="xs">
            {meetingId !== undefined && (
              <Button size="xs" autoFocus renderRoot={(props) => <Link {...props} to="/meetings/$meetingId" params={{ meetingId }} />}>
                {said.backToMeeting}
              </Button>
            )}
            <Button size="xs" variant="default" renderRoot={(props) => <Link {...props} to="/cases/$caseId" params={{ caseId }} />}>
              {said.backToCase}
            </Button>
            <Button
              size="xs"
              variant="default"
              renderRoot={(props) => <Link {...props} to="/audit/decisions/$caseId/$decisionId" params={{ caseId, decisionId }} />}
            >
              {said.done.dossier}
            </Button>
          </Group>
        </Stack>
      </Alert>
    </Stack>
  );
}
