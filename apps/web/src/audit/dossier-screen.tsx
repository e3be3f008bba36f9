import { Anchor, Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useLive } from '../api/live.js';
import { meetingKeyOf } from '../meeting/meeting-queries.js';
import { hasRole, useSession } from '../session/session.js';
import { AsOf } from '../shell/as-of.js';
import { Answer } from '../shell/states.js';
import { inWords, texts } from '../texts/texts.js';
import { dossierQuery } from './audit-queries.js';
import classes from './dossier.module.css';
import { Advised, After, Decided, Done, type Dossier, Known, Said } from './dossier-parts.js';

const route = getRouteApi('/shell/audit/decisions/$caseId/$decisionId');
const said = texts.audit.dossier;
const COLORS = { current: 'teal', 'needs-review': 'orange', superseded: 'gray' } as const;

/** Why a decision was made and what became of it: known, advised, said, decided, done. */
export function DossierScreen() {
  const { caseId, decisionId } = route.useParams();
  const listens = useLive(`case:${caseId}`, meetingKeyOf);
  const query = useQuery({ ...dossierQuery(caseId, decisionId), enabled: listens });
  return (
    <Stack p="md" gap="sm">
      <Answer query={query}>
        {(dossier) => (
          <>
            <Heading dossier={dossier} updatedAt={query.dataUpdatedAt} />
            <div className={classes['parts']}>
              <Decided dossier={dossier} />
              <Advised dossier={dossier} />
              <Said dossier={dossier} />
              <Done dossier={dossier} />
              <Known dossier={dossier} />
              <After dossier={dossier} />
            </div>
          </>
        )}
      </Answer>
    </Stack>
  );
}

function Heading({ dossier, updatedAt }: { readonly dossier: Dossier; readonly updatedAt: number }) {
  const { id: caseId, decision, state } = dossier;
  const maySeeReaders = hasRole(useSession(), 'auditor', 'administrator');
  const { supersedes, supersededBy, decisionId, triggers } = decision;
  return (
    <>
      <Group justify="space-between" align="flex-start">
        <Group gap="sm">
          <Title order={1} size="h3">
            {said.title(dossier.reference, decision.on)}
          </Title>
          <Badge variant="light" color={COLORS[state]} tt="none">
            {texts.audit.decisions.states[state]}
          </Badge>
          {decision.provisional && (
            <Badge variant="outline" color="orange" tt="none">
              {said.provisional}
            </Badge>
          )}
          <AsOf at={updatedAt} />
        </Group>
        <Group gap="md">
          <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/audit/hindsight/$decisionId" params={{ decisionId }} />}>
            {said.hindsight}
          </Anchor>
          {supersedes !== null && (
            <>
              <Anchor
                size="sm"
                renderRoot={(props) => (
                  <Link {...props} to="/audit/decisions/$caseId/$decisionId" params={{ caseId, decisionId: supersedes }} />
                )}
              >
                {said.supersedes}
              </Anchor>
              <Anchor
                size="sm"
                renderRoot={(props) => <Link {...props} to="/audit/diff" search={{ caseId, from: supersedes, to: decisionId }} />}
              >
                {said.compare}
              </Anchor>
            </>
          )}
          {supersededBy !== null && (
            <Anchor
              size="sm"
              renderRoot={(props) => (
                <Link {...props} to="/audit/decisions/$caseId/$decisionId" params={{ caseId, decisionId: supersededBy }} />
              )}
            >
              {said.supersededBy}
            </Anchor>
          )}
          {decision.meetingId !== null && <MeetingLink meetingId={decision.meetingId} />}
          {maySeeReaders && (
            <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/audit" search={{ tab: 'read-log', caseId }} />}>
              {said.whoSaw}
            </Anchor>
          )}
          <Anchor size="sm" href={`/api/cases/${caseId}/decisions/${decisionId}/letter`} target="_blank">
            {said.letter}
          </Anchor>
          <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/cases/$caseId" params={{ caseId }} />}>
            {texts.decision.backToCase}
          </Anchor>
        </Group>
      </Group>
      {triggers.length > 0 && (
        <Text size="sm">
          {said.triggers}: {triggers.map(({ kind, on }) => `${inWords(kind)} (${on})`).join(', ')}
        </Text>
      )}
      {dossier.signedOnEarlierVersion && (
        <Text size="sm" c="dimmed">
          {said.earlierVersion}
        </Text>
      )}
    </>
  );
}

const MeetingLink = ({ meetingId }: { readonly meetingId: string }) => (
  <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/audit/meetings/$meetingId" params={{ meetingId }} />}>
    {said.meeting}
  </Anchor>
);
