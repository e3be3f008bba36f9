import { Alert, Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { answered, api } from '../api/client.js';
import { useLive } from '../api/live.js';
import { boardQuery, caseQuery } from '../case/case-queries.js';
import { meetingKeyOf, meetingQuery } from '../meeting/meeting-queries.js';
import { QuorumLines } from '../meeting/quorum-badge.js';
import { hasRole, useSession } from '../session/session.js';
import { AsOf } from '../shell/as-of.js';
import { clockText } from '../shell/moment.js';
import { Answer } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { BasisPanel } from './basis-panel.js';
import { ContentForm } from './content-form.js';
import classes from './decide.module.css';
import type { Content, Draft } from './decision-content.js';
import { faultsOf } from './faults.js';
import { PanelWords } from './panel-words.js';
import { Recorded } from './recorded.js';
import { SignPanel } from './sign-panel.js';
import { stalenessBetween, stalenessOf } from './stale.js';
import { StaleNotice } from './stale-notice.js';
import { useDecision } from './use-decision.js';

const route = getRouteApi('/shell/cases/$caseId/decide');

/** The decision that would carry out the proposed step, as it is now. Under the key of the case: a notice makes it stale. */
const draftQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'decision-draft'],
    queryFn: () => answered(api.GET('/api/cases/{id}/decision-draft', { params: { path: { id: caseId } } })),
    staleTime: 0,
  });

/** A decision on one screen: what it rests on, what is decided, the signature. */
export function DecideScreen() {
  const { caseId } = route.useParams();
  const { meetingId } = route.useSearch();
  const mayDecide = hasRole(useSession(), 'clinician', 'chair');
  const listens = useLive(meetingId === undefined ? `case:${caseId}` : `case:${caseId},meeting:${meetingId}`, meetingKeyOf);
  const query = useQuery({ ...draftQuery(caseId), enabled: mayDecide && listens });
  if (!mayDecide) {
    return (
      <Alert m="md" color="orange" variant="light">
        {texts.decision.signature.nobody}
      </Alert>
    );
  }
  return (
    <Answer query={query}>
      {(draft) => <Deciding key={`${caseId} ${meetingId ?? ''}`} draft={draft} updatedAt={query.dataUpdatedAt} refetch={query.refetch} />}
    </Answer>
  );
}

function Deciding({
  draft,
  updatedAt,
  refetch,
}: {
  readonly draft: Draft;
  readonly updatedAt: number;
  readonly refetch: () => Promise<{ readonly data: Draft | undefined }>;
}) {
  const { meetingId, itemId } = route.useSearch();
  const { account } = useSession();
  const decision = useDecision(account, draft, meetingId);
  const { kept, sending } = decision;
  const faults = faultsOf(sending.error);
  const refused = stalenessOf(sending.error);
  const noticed = kept.draft.basisHash === draft.basisHash ? undefined : stalenessBetween(kept.draft.basis, draft.basis);
  const takeOver = async (): Promise<void> => {
    const { data } = await refetch();
    if (data !== undefined) decision.takeOver(data);
  };
  if (sending.data !== undefined) return <Recorded caseId={draft.id} meetingId={meetingId} recorded={sending.data} />;
  return (
    <Stack gap="sm" p="md">
      <Heading caseId={draft.id} meetingId={meetingId} itemId={itemId} kind={kept.content.kind} updatedAt={updatedAt} />
      {meetingId === undefined && <HeldNow caseId={draft.id} />}
      {kept.savedAt !== null && (
        <Group gap="sm">
          <Text size="xs" c="dimmed">
            {texts.decision.kept(clockText(kept.savedAt))}
          </Text>
          <Button size="compact-xs" variant="subtle" onClick={() => decision.startOver(draft)}>
            {texts.decision.discard}
          </Button>
        </Group>
      )}
      {(refused ?? noticed) !== undefined && (
        <StaleNotice staleness={refused ?? noticed ?? { changed: [], other: [] }} wasRefused={refused !== undefined} takeOver={takeOver} />
      )}
      <div className={classes['body']}>
        <Stack gap="sm" className={classes['form'] ?? ''}>
          <ContentForm content={kept.content} draft={kept.draft} faults={faults} write={decision.write} isLocked={sending.isPending} />
          <SignPanel decision={decision} faults={faults} isStale={(refused ?? noticed) !== undefined} />
        </Stack>
        <Stack gap="sm">
          <BasisPanel draft={kept.draft} />
          {kept.draft.panel?.synthesis != null && (
            <Paper withBorder p="sm" component="section" aria-label={texts.decision.panel.title}>
              <Title order={2} size="h5">
                {texts.decision.panel.title}
              </Title>
              <Text size="xs" c="dimmed">
                {texts.decision.panel.proposes}
              </Text>
              <PanelWords said={kept.draft.panel.synthesis} />
            </Paper>
          )}
        </Stack>
      </div>
    </Stack>
  );
}

/** That the case is on the agenda of a meeting that is open, where a decision would have a quorum. */
function HeldNow({ caseId }: { readonly caseId: string }) {
  const board = useQuery(boardQuery(caseId));
  const schedule = board.data?.schedule ?? null;
  const meeting = useQuery({ ...meetingQuery(schedule?.meetingId ?? ''), enabled: schedule !== null });
  if (schedule === null || meeting.data?.status !== 'open') return null;
  const { meetingId, itemId } = schedule;
  return (
    <Alert color="blue" variant="light" p="xs">
      <Group gap="sm">
        <Text size="sm">{texts.decision.heldNow(meeting.data.title)}</Text>
        <Anchor
          size="sm"
          renderRoot={(props) => <Link {...props} to="/cases/$caseId/decide" params={{ caseId }} search={{ meetingId, itemId }} />}
        >
          {texts.decision.decideThere}
        </Anchor>
      </Group>
    </Alert>
  );
}

function Heading({
  caseId,
  meetingId,
  itemId,
  kind,
  updatedAt,
}: {
  readonly caseId: string;
  readonly kind: Content['kind'];
  readonly meetingId: string | undefined;
  readonly itemId: string | undefined;
  readonly updatedAt: number;
}) {
  const shown = useQuery(caseQuery(caseId));
  const meeting = useQuery({ ...meetingQuery(meetingId ?? ''), enabled: meetingId !== undefined });
  const item = meeting.data?.agenda.find((one) => (itemId === undefined ? one.caseId === caseId : one.itemId === itemId));
  const quorum = item?.quorum?.[kind];
  const said = texts.decision;
  return (
    <Group justify="space-between" align="flex-start">
      <div>
        <Title order={1} size="h3">
          {said.title(shown.data?.reference ?? '')}
        </Title>
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {meetingId === undefined ? said.outside : meeting.data !== undefined && said.inMeeting(meeting.data.title, meeting.data.on)}
          </Text>
          {quorum !== undefined && <QuorumLines quorum={{ [kind]: quorum }} />}
          <AsOf at={updatedAt} />
        </Group>
      </div>
      <Group gap="md">
        {meetingId !== undefined && (
          <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/meetings/$meetingId" params={{ meetingId }} />}>
            {said.backToMeeting}
          </Anchor>
        )}
        <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/cases/$caseId" params={{ caseId }} />}>
          {said.backToCase}
        </Anchor>
      </Group>
    </Group>
  );
}
