import { Anchor, Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { hasRole, useSession } from '../session/session.js';
import { texts } from '../texts/texts.js';

const said = texts.decision.links;

/** The ways from a case to its next decision, and to what became of the one that stands. */
export function DecisionLinks({
  caseId,
  standing,
  meetingId,
}: {
  readonly caseId: string;
  readonly standing: string | null;
  readonly meetingId: string | null;
}) {
  const mayDecide = hasRole(useSession(), 'clinician', 'chair');
  return (
    <Group gap="sm">
      {mayDecide && (
        <Button
          size="compact-xs"
          variant="light"
          renderRoot={(props) => <Link {...props} to="/cases/$caseId/decide" params={{ caseId }} />}
        >
          {said.decide}
        </Button>
      )}
      {meetingId !== null && (
        <Anchor size="xs" renderRoot={(props) => <Link {...props} to="/meetings/$meetingId" params={{ meetingId }} />}>
          {said.meeting}
        </Anchor>
      )}
      {standing !== null && (
        <>
          <Anchor
            size="xs"
            renderRoot={(props) => <Link {...props} to="/audit/decisions/$caseId/$decisionId" params={{ caseId, decisionId: standing }} />}
          >
            {said.dossier}
          </Anchor>
          <Anchor size="xs" renderRoot={(props) => <Link {...props} to="/audit/hindsight/$decisionId" params={{ decisionId: standing }} />}>
            {said.hindsight}
          </Anchor>
        </>
      )}
    </Group>
  );
}
