import { ActionIcon, Button, Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { hasRole, useSession } from '../session/session.js';
import { inWords, texts } from '../texts/texts.js';
import { isOpen } from './agenda-order.js';
import { DeferItem } from './defer-item.js';
import type { Removal } from './meeting-acts.js';
import type { AgendaItem, Meeting } from './meeting-queries.js';
import type { MeetingActs } from './use-meeting-acts.js';

const REMOVALS = [
  'listed-by-mistake',
  'no-longer-needed',
  'other-meeting',
  'referral-withdrawn',
  'decided',
  'died',
] as const satisfies readonly Removal[];

/** What somebody may do with a case on an agenda, as the meeting and the case stand. */
export function ItemActions({
  meeting,
  item,
  acts,
  mayManage,
}: {
  readonly meeting: Meeting;
  readonly item: AgendaItem;
  readonly acts: MeetingActs;
  readonly mayManage: boolean;
}) {
  const session = useSession();
  const [isDeferring, setDeferring] = useState(false);
  const reference = item.reference ?? texts.meeting.unknownCase;
  const { itemId, caseId } = item;
  const open = isOpen(item);
  const isHeld = meeting.status === 'open';
  const mayDecide = hasRole(session, 'clinician', 'chair') && isHeld && open;
  const mayCall = mayManage && isHeld && open && item.mode === 'discussion' && item.status !== 'in-discussion';
  const mayPullBack = hasRole(session, 'coordinator', 'clinician', 'chair') && open && item.mode === 'without-discussion';
  const isOver = meeting.status === 'closed' || meeting.status === 'cancelled';
  const decisionId = item.decisions.at(-1);
  return (
    <>
      {mayCall && (
        <Button size="compact-xs" variant="light" onClick={() => acts.ask({ kind: 'call', itemId })}>
          {texts.meeting.call}
        </Button>
      )}
      {mayPullBack && !isOver && (
        <Button size="compact-xs" variant="light" onClick={() => acts.ask({ kind: 'pull-back', itemId })}>
          {texts.meeting.pullBack}
        </Button>
      )}
      {mayDecide && (
        <Button
          size="compact-xs"
          renderRoot={(props) => (
            <Link {...props} to="/cases/$caseId/decide" params={{ caseId }} search={{ meetingId: meeting.meetingId, itemId }} />
          )}
        >
          {texts.meeting.decide}
        </Button>
      )}
      {decisionId !== undefined && (
        <Button
          size="compact-xs"
          variant="subtle"
          renderRoot={(props) => <Link {...props} to="/audit/decisions/$caseId/$decisionId" params={{ caseId, decisionId }} />}
        >
          {texts.meeting.dossier}
        </Button>
      )}
      {mayManage && open && !isOver && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon size="sm" variant="subtle" aria-label={texts.meeting.more(reference)}>
              ⋯
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setDeferring(true)}>{texts.meeting.defer} …</Menu.Item>
            <Menu.Divider />
            <Menu.Label>{texts.meeting.removeBecause(reference)}</Menu.Label>
            {REMOVALS.map((reason) => (
              <Menu.Item key={reason} onClick={() => acts.ask({ kind: 'remove', itemId, reason })}>
                {inWords(reason)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <DeferItem meeting={meeting} item={item} acts={acts} opened={isDeferring} close={() => setDeferring(false)} />
    </>
  );
}
