import { Badge, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useLive, useLiveState } from '../api/live.js';
import { hasRole, useSession } from '../session/session.js';
import { Answer, Empty, Failed } from '../shell/states.js';
import { useKeys } from '../shell/use-keys.js';
import { texts } from '../texts/texts.js';
import { inOrderOfDiscussion, isOpen, shownItem } from './agenda-order.js';
import { type Meeting, meetingKeyOf, meetingQuery } from './meeting-queries.js';
import { PresentedCase } from './presented-case.js';
import classes from './presenter.module.css';
import { QuorumLines } from './quorum-badge.js';
import { ItemBadge } from './status-badge.js';
import { useMeetingActs } from './use-meeting-acts.js';

const route = getRouteApi('/shell/meetings/$meetingId/present');

/** One case of a meeting at a time, large enough for a room. It follows the case that is called, until somebody turns to another by hand. */
export function PresenterScreen() {
  const { meetingId } = route.useParams();
  const listens = useLive(`meeting:${meetingId}`, meetingKeyOf);
  const query = useQuery({ ...meetingQuery(meetingId), enabled: listens });
  return <Answer query={query}>{(meeting) => <Presented meeting={meeting} />}</Answer>;
}

function Presented({ meeting }: { readonly meeting: Meeting }) {
  const { item: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  const acts = useMeetingActs(meeting.meetingId);
  const session = useSession();
  const live = useLiveState();
  const said = texts.meeting.presenter;
  const { meetingId } = meeting;
  const order = inOrderOfDiscussion(meeting);
  const item = shownItem(order, chosen);
  useLive(item === undefined ? `meeting:${meetingId}` : `case:${item.caseId}`, meetingKeyOf);

  const place = item === undefined ? -1 : order.indexOf(item);
  const isHeld = meeting.status === 'open';
  const mayCall =
    hasRole(session, 'coordinator', 'chair') && isHeld && item?.mode === 'discussion' && isOpen(item) && item.status !== 'in-discussion';
  const mayDecide = hasRole(session, 'clinician', 'chair') && isHeld && item !== undefined && isOpen(item);
  const turn = (to: number): void => {
    const next = order[to];
    if (next !== undefined) void navigate({ search: { item: next.itemId }, replace: true });
  };
  const follow = (): void => void navigate({ search: {}, replace: true });
  const call = (): void => {
    if (item === undefined || !mayCall) return;
    acts.ask({ kind: 'call', itemId: item.itemId });
    follow();
  };
  const decide = (): void => {
    if (item !== undefined && mayDecide) {
      void navigate({ to: '/cases/$caseId/decide', params: { caseId: item.caseId }, search: { meetingId, itemId: item.itemId } });
    }
  };
  useKeys({
    ArrowRight: () => turn(place + 1),
    PageDown: () => turn(place + 1),
    ArrowLeft: () => turn(place - 1),
    PageUp: () => turn(place - 1),
    c: call,
    d: decide,
    f: follow,
    Escape: () => void navigate({ to: '/meetings/$meetingId', params: { meetingId } }),
  });
  return (
    <div className={classes['page']}>
      <Group justify="space-between">
        <Group gap="sm">
          <Button variant="subtle" size="sm" renderRoot={(props) => <Link {...props} to="/meetings/$meetingId" params={{ meetingId }} />}>
            ← {said.back}
          </Button>
          <Text c="dimmed">{meeting.title}</Text>
          {item !== undefined && <Text role="status">{said.place(place + 1, order.length)}</Text>}
          {chosen === undefined && isHeld && (
            <Badge variant="dot" tt="none">
              {said.following}
            </Badge>
          )}
          {live === 'lost' && (
            <Badge color="orange" variant="light" tt="none" role="status">
              {said.stale}
            </Badge>
          )}
        </Group>
        <Group gap="xs">
          {chosen !== undefined && isHeld && (
            <Button variant="subtle" onClick={follow}>
              {said.follow}
            </Button>
          )}
          <Button variant="default" disabled={place <= 0} onClick={() => turn(place - 1)}>
            ← {said.previous}
          </Button>
          <Button variant="default" disabled={place === -1 || place === order.length - 1} onClick={() => turn(place + 1)}>
            {said.next} →
          </Button>
          {mayCall && (
            <Button variant="light" onClick={call}>
              {said.callThis}
            </Button>
          )}
          {mayDecide && <Button onClick={decide}>{texts.meeting.decide}</Button>}
        </Group>
      </Group>
      {acts.error !== null && <Failed error={acts.error} retry={acts.dismiss} />}
      {item === undefined ? (
        <Empty title={texts.meeting.agendaEmpty} />
      ) : (
        <>
          <Group gap="md" align="center">
            <Text component="h1" className={classes['reference'] ?? ''} m={0}>
              {item.reference ?? texts.meeting.unknownCase}
            </Text>
            <ItemBadge status={item.status} />
            {item.quorum !== null && isOpen(item) && <QuorumLines quorum={item.quorum} step={item.nextStep} />}
          </Group>
          <PresentedCase key={item.caseId} caseId={item.caseId} />
        </>
      )}
      <Text size="xs" c="dimmed" mt="auto">
        {said.keys}
      </Text>
    </div>
  );
}
